"""What is known of a text as law, as JSON: where it points, what it means, which version it is, what was said of it."""

from typing import Self

from pydantic import BaseModel

from assistant.meanings import Meaning
from corpus.legislation import Currency
from corpus.matters import Matter


class TargetJson(BaseModel):
    """``held`` is whether the index has the text; ``url`` is where its publisher has it."""

    id: str
    label: str
    url: str | None
    held: bool


class ReferenceJson(BaseModel):
    """Words from ``start`` to ``end`` that point at other provisions; several for a range."""

    start: int
    end: int
    targets: list[TargetJson]


class MeaningJson(BaseModel):
    """A defined term from ``start`` to ``end``, and what defines it."""

    start: int
    end: int
    term: str
    provision: str
    label: str
    text: str

    @classmethod
    def of(cls, meaning: Meaning) -> Self:
        return cls(
            start=meaning.span.start,
            end=meaning.span.end,
            term=meaning.term,
            provision=meaning.provision.id,
            label=meaning.provision.label,
            text=meaning.text,
        )


class MarkedJson(BaseModel):
    """A text with its cross-references and its defined terms, whose places are counted in characters."""

    text: str
    references: list[ReferenceJson]
    definitions: list[MeaningJson]


class NeighbourJson(MarkedJson):
    id: str
    label: str


class CurrencyJson(BaseModel):
    """``version_from`` and ``version_until`` bound this version of the text; neither is a commencement date."""

    standing: str | None
    extent: str | None
    version_from: str | None
    version_until: str | None

    @classmethod
    def of(cls, currency: Currency) -> Self:
        return cls(
            standing=currency.standing,
            extent=currency.extent,
            version_from=currency.version_from,
            version_until=currency.version_until,
        )


class ReferrerJson(BaseModel):
    id: str
    label: str
    heading: str | None
    text: str


class ClaimJson(BaseModel):
    date: str | None
    by: str
    says: str
    right: bool | None


class MatterJson(BaseModel):
    """A matter on which dated documents disagree."""

    id: str
    topic: str
    claims: list[ClaimJson]
    position: str

    @classmethod
    def of(cls, matter: Matter, language: str) -> Self:
        return cls(
            id=matter.id,
            topic=matter.text(language),
            claims=[
                ClaimJson(
                    date=claim.date,
                    by=claim.by(language),
                    says=claim.text(language),
                    right=claim.right,
                )
                for claim in matter.claims
            ],
            position=matter.position(language),
        )
