"""Checks the notes against the law that is at hand: does each provision that they cite exist?"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus import notes, register
from corpus.notes import Note
from corpus.passages import Passage
from corpus.provisions import Provision
from ingestion import shelf
from ingestion.choosing import choose
from ingestion.describing import Description, describe, recognised
from ingestion.errors import IngestionError
from ingestion.home import Home
from ingestion.parsing import parse
from ingestion.parsing.text import read_text


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, and how much could be looked at."""

    findings: tuple[str, ...]
    checked: int
    unchecked: int
    sources: tuple[str, ...]

    @property
    def summary(self) -> str:
        held = ", ".join(self.sources) or "no legal text"
        return f"{self.checked} citations checked against {held}; {self.unchecked} of sources not at hand; {len(self.findings)} findings"


def lint(originals: Path | None, home: Home) -> Report:
    """Every note against the registered originals below ``originals``, or against the shelf."""
    known = register.load()
    texts = {source_id: _named(passages) for source_id, passages in _texts(originals, home)}
    findings, checked, unchecked = [], 0, 0
    for note in notes.load():
        for provision in sorted(note.provisions):
            source_id = Provision(provision).source_id
            if source_id not in known.entries:
                findings.append(f"{_place(note)}: {source_id} is not in the register")
            elif source_id not in texts or provision == source_id:
                unchecked += 1
            else:
                checked += 1
                if provision not in texts[source_id]:
                    findings.append(f"{_place(note)}: {provision} does not exist")
    return Report(tuple(findings), checked, unchecked, tuple(sorted(texts)))


def _place(note: Note) -> str:
    return f"corpus/notes/{note.language}/{note.id}.md"


def _texts(originals: Path | None, home: Home) -> Iterable[tuple[str, tuple[Passage, ...]]]:
    if originals is None:
        for document in shelf.documents(home.sources):
            yield document.source.id, parse(read_text(document.file), document.source, name=document.file.name)
        return
    if not originals.is_dir():
        raise IngestionError(f"{originals}: there is no such folder of originals")
    for file in choose(filter(recognised, sorted(originals.rglob("*"))), Description()).taken:
        source = describe(file, Description())
        yield source.id, parse(read_text(file), source, name=file.name)


def _named(passages: Iterable[Passage]) -> frozenset[str]:
    """Every id in a text: of passages, of their units, and of all that contains them."""
    found = set[str]()
    for passage in passages:
        for id_ in (passage.id, *(p.id for unit in passage.units for p in unit.provisions)):
            steps = id_.partition("~")[0].split("/")
            found.update("/".join(steps[:depth]) for depth in range(2, len(steps) + 1))
    return frozenset(found)
