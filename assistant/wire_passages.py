"""Passages, sources and rankings as JSON."""

from collections.abc import Iterable
from typing import Self

from pydantic import BaseModel

from assistant.wire_law import CurrencyJson, MarkedJson, MatterJson, NeighbourJson, ReferrerJson
from corpus.passages import Hit, Passage, Unit
from corpus.register import Supersession
from corpus.sources import Source


class HitJson(BaseModel):
    """``provision`` is the unit that the query landed on, and ``quote`` its words behind the opening words of its list."""

    rank: int
    score: float
    passage_id: str
    source_id: str
    label: str
    authority: str
    text: str
    url: str | None
    provision: str | None
    quote: str

    @classmethod
    def of(cls, hit: Hit, source: Source, at: int) -> Self:
        """``at`` is the index of the unit that the query landed on."""
        unit = hit.passage.units[at]
        return cls(
            rank=hit.rank,
            score=round(hit.score, 4),
            passage_id=hit.passage.id,
            source_id=source.id,
            label=hit.passage.label,
            authority=source.kind.value,
            text=hit.passage.text,
            url=address(hit.passage, source),
            provision=unit.provisions[0].id if hit.passage.provision and unit.provisions else None,
            quote=hit.passage.with_opening(at),
        )


class SearchJson(BaseModel):
    query: str
    hits: list[HitJson]


class SourceJson(BaseModel):
    id: str
    title: str
    kind: str
    publisher: str
    published: str | None
    area: str
    language: str
    url: str | None
    passages: int
    superseded_by: str | None
    supersedes: list[str]
    in_force_from: str | None
    in_force_until: str | None
    draft: bool

    @classmethod
    def of(cls, source: Source, passages: int, supersedes: Iterable[str]) -> Self:
        return cls(
            id=source.id,
            title=source.title,
            kind=source.kind.value,
            publisher=source.publisher,
            published=source.published,
            area=source.area,
            language=source.language,
            url=source.url,
            passages=passages,
            superseded_by=source.superseded_by,
            supersedes=list(supersedes),
            in_force_from=source.in_force_from,
            in_force_until=source.in_force_until,
            draft=source.draft,
        )


class SourcesJson(BaseModel):
    sources: list[SourceJson]


class UnitJson(BaseModel):
    start: int
    end: int
    provisions: list[str]
    force: str | None
    bearer: str | None
    read: str

    @classmethod
    def of(cls, unit: Unit) -> Self:
        return cls(
            start=unit.span.start,
            end=unit.span.end,
            provisions=[provision.id for provision in unit.provisions],
            force=unit.force,
            bearer=unit.bearer,
            read=unit.read,
        )


class SupersededJson(BaseModel):
    text: str
    by: list[str]

    @classmethod
    def of(cls, entry: Supersession, language: str) -> Self:
        return cls(text=entry.text(language), by=[provision.id for provision in entry.by])


class PassageJson(MarkedJson):
    """``anchor`` is the unit that was asked for, when the passage only contains it.

    ``before`` and ``after`` are the rest of its section for a provision, and neighbours for any other passage.
    ``referred_to_by`` are the provisions whose words point at it; ``annotations`` are the publisher's notes on the text.
    """

    id: str
    source_id: str
    label: str
    headings: list[str]
    provision: str | None
    url: str | None
    language: str
    anchor: str | None
    source: SourceJson
    superseded: SupersededJson | None
    units: list[UnitJson]
    before: list[NeighbourJson]
    after: list[NeighbourJson]
    currency: CurrencyJson | None
    annotations: list[str]
    referred_to_by: list[ReferrerJson]
    matters: list[MatterJson]


def address(passage: Passage, source: Source) -> str | None:
    """Where a passage can be read at its publisher's, as exactly as it is known."""
    return (passage.provision.url if passage.provision else None) or source.url
