"""Passages, sources and rankings as JSON."""

from typing import Self

from pydantic import BaseModel

from corpus.passages import Hit, Passage, Unit
from corpus.register import Supersession
from corpus.sources import Source


class HitJson(BaseModel):
    rank: int
    score: float
    passage_id: str
    source_id: str
    label: str
    authority: str
    text: str
    url: str | None

    @classmethod
    def of(cls, hit: Hit, source: Source) -> Self:
        return cls(
            rank=hit.rank,
            score=round(hit.score, 4),
            passage_id=hit.passage.id,
            source_id=source.id,
            label=hit.passage.label,
            authority=source.kind.value,
            text=hit.passage.text,
            url=address(hit.passage, source),
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

    @classmethod
    def of(cls, source: Source, passages: int) -> Self:
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


class NeighbourJson(BaseModel):
    id: str
    label: str
    text: str

    @classmethod
    def of(cls, passage: Passage) -> Self:
        return cls(id=passage.id, label=passage.label, text=passage.text)


class SupersededJson(BaseModel):
    text: str
    by: list[str]

    @classmethod
    def of(cls, entry: Supersession, language: str) -> Self:
        return cls(text=entry.text(language), by=[provision.id for provision in entry.by])


class PassageJson(BaseModel):
    """``anchor`` is the unit that was asked for, when the passage only contains it."""

    id: str
    source_id: str
    label: str
    headings: list[str]
    provision: str | None
    text: str
    url: str | None
    language: str
    anchor: str | None
    source: SourceJson
    superseded: SupersededJson | None
    units: list[UnitJson]
    before: list[NeighbourJson]
    after: list[NeighbourJson]


def address(passage: Passage, source: Source) -> str | None:
    """Where a passage can be read at its publisher's, as exactly as it is known."""
    return (passage.provision.url if passage.provision else None) or source.url
