"""Drafting: a new note, or the Welsh twin of one, as a file to be filled in."""

import re
from datetime import date
from pathlib import Path

from corpus import notes
from corpus.notes import Note
from ingestion.errors import IngestionError

UNWRITTEN = "✎"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def draft(id_: str, question: str, day: date, folder: Path) -> Path:
    """Start an English note. Raises IngestionError when there is one or the id is none."""
    body = f"{UNWRITTEN} Say first who must do what, and by when. {{anaw-2018-2/section/1}}"
    text = _header(
        id_, question, question, [f"{UNWRITTEN} how people ask it in haste"], day, [f"{UNWRITTEN} the texts you read"]
    )
    return _write(folder, "en", id_, f"{text}+++\n{body}\n")


def draft_twin(id_: str, folder: Path) -> Path:
    """Start the Welsh twin of an English note: its lines to be put into Welsh, resting on the same provisions."""
    english = folder / "en" / f"{id_}.md"
    if not english.is_file():
        raise IngestionError(f"{english}: there is no English note to be put into Welsh")
    note = notes.parse(english, "en")
    text = _header(
        id_,
        f"{UNWRITTEN} {note.title}",
        f"{UNWRITTEN} {note.question}",
        [f"{UNWRITTEN} {note.wordings[0]}"],
        note.as_at,
        note.read,
    )
    lines = english.read_text("utf-8").splitlines()
    body = "\n".join(f"{UNWRITTEN} {lines[number - 1].strip()}" for number in note.lines)
    return _write(folder, "cy", id_, f'{text}checked_by = ""\n+++\n{body}\n')


def unwritten(note: Note) -> tuple[int, ...]:
    """The lines of a note's file that still wait to be written; 1 for its front matter."""
    said = (note.title, note.question, *note.wordings, *note.read)
    header = (1,) if any(text.startswith(UNWRITTEN) for text in said) else ()
    waiting = (line for at, line in enumerate(note.lines) if note.passage.quote(at).startswith(UNWRITTEN))
    return (*header, *waiting)


def _header(
    id_: str, title: str, question: str, wordings: list[str], day: date, read: list[str] | tuple[str, ...]
) -> str:
    return (
        f"+++\nid = {_quoted(id_)}\ntitle = {_quoted(title)}\nquestion = {_quoted(question)}\n"
        f"wordings = [{', '.join(map(_quoted, wordings))}]\nas_at = {day.isoformat()}\nread = [{', '.join(map(_quoted, read))}]\n"
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _write(folder: Path, language: str, id_: str, text: str) -> Path:
    path = folder / language / f"{id_}.md"
    if not _ID.fullmatch(id_):
        raise IngestionError(f"{id_!r}: a note's id is lower-case words joined by hyphens")
    if path.exists():
        raise IngestionError(f"{path}: there is such a note already")
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    notes.parse(path, language)
    return path
