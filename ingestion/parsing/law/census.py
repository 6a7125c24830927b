"""A census of an instrument: how much it holds, and which of its cross-references could not be resolved, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingestion.parsing.law.instrument import Clause, Instrument
from ingestion.parsing.law.items import Found, Item


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A cross-reference without a target: where it stands, its words, and why."""

    place: str
    words: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """``paragraphs`` are lettered units below a subsection or a clause; ``elsewhere`` are references to other instruments."""

    clauses: int
    subsections: int
    paragraphs: int
    terms: int
    amendments: int
    references: int
    resolved: int
    elsewhere: int
    unresolved: tuple[Unresolved, ...]


def census(instrument: Instrument) -> Census:
    """Counts of a parsed instrument whose references are resolved and whose terms are found."""
    items = [(clause, item) for clause in instrument.clauses for item in clause.items]
    found = [(clause, item, one) for clause, item in items for one in item.found]
    steps = {(clause.path, item.steps) for clause, item in items if item.steps}
    numbered = {(path, below[:1]) for path, below in steps if below[0][0].isdigit()}
    return Census(
        clauses=len(instrument.clauses),
        subsections=len(numbered),
        paragraphs=len({one for one in steps if not one[1][-1][0].isdigit()}),
        terms=sum(len(item.defines) for _, item in items),
        amendments=sum(bool(item.quoted) for _, item in items),
        references=len(found),
        resolved=sum(bool(one.targets) for *_, one in found),
        elsewhere=sum(bool(one.targets) and one.targets[0].source_id != instrument.source_id for *_, one in found),
        unresolved=tuple(_unresolved(found)),
    )


def _unresolved(found: list[tuple[Clause, Item, Found]]) -> Iterator[Unresolved]:
    for clause, item, one in found:
        if not one.targets:
            yield Unresolved("/".join((clause.path, *item.steps)), one.words, one.why)
