"""Quotes, and the sentences that are made of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.duties import Bearer, Force
from corpus.passages import Passage, Unit


@dataclass(frozen=True, slots=True)
class Quoted:
    """One unit of a passage, taken as a quote."""

    passage: Passage
    index: int

    @property
    def unit(self) -> Unit:
        return self.passage.units[self.index]

    @property
    def text(self) -> str:
        return self.passage.quote(self.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sentence before it is verified, with the quotes that it stands on."""

    text: str
    quotes: tuple[Quoted, ...]
    force: Force | None = None
    bearer: Bearer | None = None


def units_of(passage: Passage) -> list[Quoted]:
    return [Quoted(passage, index) for index in range(len(passage.units))]


def openings(q: Quoted) -> list[Quoted]:
    """The opening words that a quote stands behind, outermost first."""
    opening = q.unit.opening
    if opening is None:
        return []
    before = Quoted(q.passage, opening)
    return [*openings(before), before]


def joined(quoted: Sequence[Quoted]) -> list[Draft]:
    """One draft a sentence: a list's paragraphs go behind their opening words, each its own quote."""
    groups: list[list[Quoted]] = []
    for q in quoted:
        opening = Quoted(q.passage, q.unit.opening) if q.unit.opening is not None else None
        if opening is not None and groups and opening in groups[-1]:
            groups[-1].append(q)
        else:
            groups.append([*openings(q), q])
    return [draft_of(group) for group in groups]


def draft_of(group: Sequence[Quoted]) -> Draft:
    force = next((q.unit.force for q in group if q.unit.force), None)
    bearer = next((q.unit.bearer for q in group if q.unit.bearer), None)
    return Draft(text=" ".join(q.text for q in group), quotes=tuple(group), force=force, bearer=bearer)
