"""Practice notes: the corpus that ships, read from ``corpus/notes/{en,cy}/<id>.md`` and validated.

A note is TOML front matter between ``+++`` lines, then body lines that each stand alone when quoted and end
with what they rest on in braces: ``{provision [secondary], …; force; bearer; limit}``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus.asked import asked
from corpus.doubts import Cause, Doubt
from corpus.duties import Bearer, Force
from corpus.errors import CorpusError
from corpus.front_matter import Explained, front_matter
from corpus.passages import Passage, Span, Unit
from corpus.provisions import Provision

NOTES = Path(__file__).parent / "notes"
SOURCE_ID = "note"
LANGUAGES = ("en", "cy")
_LINE = re.compile(r"(?P<sentence>.+?)\s*\{(?P<basis>[^{}]*)\}\s*")
_LIMIT = re.compile(r"\d+[\w ,'’-]*")
_DEPENDENT = re.compile(r"(?:It|They|This|That|These|Those|Mae’n|Maent)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One practitioner question, answered in sentences of our own that each name what they rest on.

    ``lines`` are the numbers of its sentences in its file, from 1. ``checked_by`` names the Welsh speaker who has checked
    a Welsh note: empty until someone has, None for an English one. ``explained`` are the linter's findings that stand.
    """

    id: str
    title: str
    question: str
    as_at: date
    read: tuple[str, ...]
    wordings: tuple[str, ...]
    language: str
    lines: tuple[int, ...]
    checked_by: str | None
    explained: tuple[Explained, ...]
    passage: Passage

    @property
    def provisions(self) -> frozenset[str]:
        return frozenset(p.id for unit in self.passage.units for p in unit.provisions)


def load(folder: Path = NOTES) -> tuple[Note, ...]:
    """Every note below ``folder``, in the order of language and id. Raises CorpusError naming file and line."""
    notes = [parse(path, language) for language in LANGUAGES for path in sorted((folder / language).glob("*.md"))]
    if not notes:
        raise CorpusError(f"{folder}: no practice notes here")
    return tuple(note for language in LANGUAGES for note in _evenly([n for n in notes if n.language == language]))


def _evenly(notes: list[Note]) -> list[Note]:
    """The notes with what is asked of their lines, once all have it: one that alone had it would be found before the others."""
    if all(any(unit.asked for unit in note.passage.units) for note in notes):
        return notes
    return [replace(note, passage=_unasked(note.passage)) for note in notes]


def _unasked(passage: Passage) -> Passage:
    return replace(passage, units=tuple(replace(unit, asked=()) for unit in passage.units))


def passages() -> list[Passage]:
    """The shipped notes as passages."""
    return [note.passage for note in load()]


def parse(path: Path, language: str) -> Note:
    """The note in ``path``. Raises CorpusError naming file and line."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError:
        raise CorpusError(f"{path}: not UTF-8 text") from None
    header, body_start = front_matter(path, lines, language)
    if header["id"] != path.stem:
        raise CorpusError(f"{path}:1: id {header['id']!r} is not the file's name")
    sentences, units, numbers = [], [], []
    offset = 0
    for number, line in enumerate(lines[body_start:], start=body_start + 1):
        if line.strip():
            sentence, unit = _body_line(f"{path}:{number}", line.strip(), offset)
            sentences.append(sentence)
            units.append(unit)
            numbers.append(number)
            offset += len(sentence) + 1
    if not sentences:
        raise CorpusError(f"{path}:{body_start}: the note has no sentences")
    units = [replace(unit, asked=its) for unit, its in zip(units, asked(path, sentences), strict=True)]
    text = "\n".join(sentences)
    passage = Passage(
        id=f"{SOURCE_ID}/{path.stem}" + ("/welsh" if language == "cy" else ""),
        source_id=SOURCE_ID,
        label=header["title"],
        text=text,
        units=tuple(units),
        span=Span(0, len(text)),
        headings=(header["title"],),
        questions=(header["question"], *header["wordings"]),
        language=language,
        as_at=header["as_at"].isoformat(),
        doubts=(Doubt(Cause.WELSH),) if header.get("checked_by") == "" else (),
    )
    return Note(
        id=header["id"],
        title=header["title"],
        question=header["question"],
        as_at=header["as_at"],
        read=tuple(header["read"]),
        wordings=tuple(header["wordings"]),
        language=language,
        lines=tuple(numbers),
        checked_by=header.get("checked_by"),
        explained=header["explained"],
        passage=passage,
    )


def _body_line(place: str, line: str, offset: int) -> tuple[str, Unit]:
    match = _LINE.fullmatch(line)
    if not match:
        raise CorpusError(f"{place}: a sentence ends with what it rests on in braces")
    sentence = match["sentence"]
    if _DEPENDENT.match(sentence):
        raise CorpusError(f"{place}: {sentence.split()[0]!r} leans on another line; each line stands alone")
    if sentence[-1] not in ".?!":
        raise CorpusError(f"{place}: the sentence has no full stop")
    return sentence, _unit(place, match["basis"], Span(offset, offset + len(sentence)))


def _unit(place: str, basis: str, span: Span) -> Unit:
    provisions, *words = [part.strip() for part in basis.split(";")]
    named = list(_provisions(place, provisions))
    force, bearer, limit = None, None, None
    for word in words:
        if word in Force._value2member_map_:
            force = Force(word)
        elif word in Bearer._value2member_map_:
            bearer = Bearer(word)
        elif _LIMIT.fullmatch(word):
            limit = word
        else:
            raise CorpusError(f"{place}: {word!r} is no force, bearer or time limit")
    return Unit(
        span=span,
        provisions=tuple(provision for provision, _ in named),
        secondary=frozenset(provision.id for provision, secondary in named if secondary),
        force=force,
        bearer=bearer,
        limit=limit,
    )


def _provisions(place: str, text: str) -> Iterator[tuple[Provision, bool]]:
    """Each provision with whether it is known only as others cite it."""
    for part in text.split(","):
        name, _, mark = part.strip().partition(" ")
        if not name or mark not in ("", "secondary"):
            raise CorpusError(f"{place}: {part.strip()!r} is not a provision id, optionally followed by secondary")
        try:
            yield Provision(name), bool(mark)
        except CorpusError as error:
            raise CorpusError(f"{place}: {error}") from None
