"""Confirmed: the law that each note was last read against, by digest, and which notes time has overtaken since."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from corpus import register
from corpus.doubts import Cause, Doubt
from corpus.notes import NOTES, Note
from corpus.provisions import Provision
from ingestion import atomic
from ingestion.checking.texts import Texts

RECORD = NOTES / "confirmed.jsonl"
_MARK = re.compile(r"^(?:\([^()\s]+\)\s*)+")
_LENGTH = 12


def digest(units: Iterable[str]) -> str:
    """Of the letters and digits alone: neither marks of lists nor spelling of quotation marks tell two copies apart."""
    letters = "".join(re.findall(r"[^\W_]", "".join(_MARK.sub("", unit) for unit in units).casefold()))
    return hashlib.sha256(letters.encode()).hexdigest()[:_LENGTH]


def recorded(path: Path = RECORD) -> dict[str, dict[str, str]]:
    """The digests of the provisions that each note was read against, by the note's id."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return {entry["note"]: entry["read"] for entry in map(json.loads, lines)}


def confirm(notes: Sequence[Note], texts: Texts, path: Path = RECORD) -> None:
    """Record that these notes were read against the law at hand; what is not at hand stays as it was recorded."""
    entries = recorded(path)
    for note in notes:
        before = {id_: known for id_, known in entries.get(note.id, {}).items() if id_ in note.provisions}
        entries[note.id] = before | {p.id: digest(texts.said(p)) for p in _law(note, texts) if p in texts}
    lines = [json.dumps({"note": id_, "read": dict(sorted(entries[id_].items()))}) for id_ in sorted(entries)]
    atomic.write_text(path, "\n".join(lines) + "\n")


def doubts(note: Note, texts: Texts, record: Mapping[str, Mapping[str, str]]) -> tuple[Doubt, ...]:
    """The provisions whose text is not the one recorded, and the sources superseded since the note's date."""
    read = record.get(note.id, {})
    changed = (Doubt(Cause.CHANGED, p) for p in _law(note, texts) if read.get(p.id) != digest(texts.said(p)))
    return (*changed, *_superseded(note))


def _law(note: Note, texts: Texts) -> Iterator[Provision]:
    """The provisions of law at hand that a note cites, whether or not they are there still; not an instrument as a whole."""
    cited = (Provision(id_) for id_ in sorted(note.provisions))
    return (provision for provision in cited if texts.is_law(provision) and len(provision.steps) > 1)


def _superseded(note: Note) -> Iterator[Doubt]:
    """What a note reports as superseded when it was written is no news; what was superseded after that is."""
    entries = register.load().entries
    for source_id in sorted({Provision(id_).source_id for id_ in note.provisions}):
        successor = entries[source_id].source.superseded_by if source_id in entries else None
        since = entries[successor].source.published if successor in entries else None
        if since and since > note.as_at.isoformat():
            yield Doubt(Cause.SUPERSEDED, Provision(source_id))
