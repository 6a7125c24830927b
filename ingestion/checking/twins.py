"""Twins: a note in both languages says the same, line by line: what it rests on, how strongly, who, and how many."""

import re
from collections.abc import Iterator, Sequence

from corpus.figures import figures
from corpus.notes import Note
from corpus.provisions import named_in
from ingestion.checking.checks import claims

_MUST = re.compile(r"\b(?:must|required|rhaid|[ng]?ofynnol)\b", re.IGNORECASE)


def pairs(notes: Sequence[Note]) -> Iterator[tuple[Note, Note]]:
    """Each note that exists in both languages, the English first."""
    english = {note.id: note for note in notes if note.language == "en"}
    yield from ((english[note.id], note) for note in notes if note.language == "cy" and note.id in english)


def alone(notes: Sequence[Note]) -> list[Note]:
    """Welsh notes without an English twin."""
    english = {note.id for note in notes if note.language == "en"}
    return [note for note in notes if note.language == "cy" and note.id not in english]


def differences(english: Note, welsh: Note) -> Iterator[tuple[int, str]]:
    """The number of a line of the Welsh file with what it says otherwise than its twin."""
    if english.as_at != welsh.as_at:
        yield 1, f"as_at is {welsh.as_at}, in English {english.as_at}"
    ours, theirs = claims(welsh), claims(english)
    if len(ours) != len(theirs):
        yield 1, f"{len(ours)} sentences, in English {len(theirs)}"
        return
    for line, mine, twin in zip(welsh.lines, ours, theirs, strict=True):
        if (mine.unit.provisions, mine.unit.secondary) != (twin.unit.provisions, twin.unit.secondary):
            yield line, "the provisions are not those of the English line"
        if (mine.unit.force, mine.unit.bearer) != (twin.unit.force, twin.unit.bearer):
            yield line, "force or bearer is not that of the English line"
        if mine.unit.limit != twin.unit.limit:
            yield line, "the time limit is not that of the English line"
        for figure in sorted(_numbers(mine.sentence) ^ _numbers(twin.sentence)):
            yield line, f"{figure} stands in one language only"
        for named in sorted({p.clause.label for p in named_in(mine.sentence)} ^ {p.clause.label for p in named_in(twin.sentence)}):  # fmt: skip
            yield line, f"{named} is named in one language only"
        if mine.unit.force is None and bool(_MUST.search(mine.sentence)) != bool(_MUST.search(twin.sentence)):
            yield line, "must stands in one language only"


def _numbers(sentence: str) -> frozenset[str]:
    """Every number in digits, and every quantity of time."""
    quantities = (figure for figure in figures(sentence) if " " in figure)
    return frozenset((*re.findall(r"\d+(?:[.,]\d+)*", sentence), *quantities))
