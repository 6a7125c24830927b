"""A source: one whole document, with its authority, its dates and its area."""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import CorpusError

WALES = "wales"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def is_date(text: str) -> bool:
    """Whether ``text`` is an ISO date, or only its year and month, or only its year."""
    return bool(_DATE.fullmatch(text))


class Kind(StrEnum):
    """What a source is, strongest authority first; a note takes its weight from what it cites."""

    ACT = "act"
    REGULATIONS = "regulations"
    CODE = "code"
    GUIDANCE = "guidance"
    STATEMENT = "statement"
    FAQ = "faq"
    LOCAL_GUIDANCE = "local-guidance"
    MINUTES = "minutes"
    NOTE = "note"

    @property
    def ages(self) -> bool:
        """Whether a text of this kind is only as good as its date (statutes are revised, not aged)."""
        return self not in (Kind.ACT, Kind.REGULATIONS, Kind.CODE, Kind.NOTE)


def authority(kind: Kind) -> int:
    """Rank of ``kind``, 0 the strongest; statement and FAQ stand side by side."""
    order = list(Kind)
    return order.index(Kind.STATEMENT if kind is Kind.FAQ else kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A registered or ingested document. ``area`` is ``wales`` or a local authority's slug.

    Dates are ISO 8601 and no more exact than what was seen: ``2018``, ``2022-09`` or ``2019-12-19``. It was in force from
    ``in_force_from`` until the day before ``in_force_until``, as far as that is known. A ``draft`` never was.
    """

    id: str
    title: str
    kind: Kind
    publisher: str = ""
    published: str | None = None
    area: str = WALES
    language: str = "en"
    url: str | None = None
    in_force_from: str | None = None
    in_force_until: str | None = None
    draft: bool = False
    superseded_by: str | None = None

    def in_force(self, day: str) -> bool | None:
        """Whether it was in force on an ISO date; None when its window is not known."""
        if self.draft:
            return False
        if self.in_force_from and day < self.in_force_from:
            return False
        if self.in_force_until and day >= self.in_force_until:
            return False
        return True if self.in_force_from else None

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise CorpusError(f"source id {self.id!r}: use lower-case words joined by hyphens")
        if not self.title.strip():
            raise CorpusError(f"source {self.id}: the title is empty")
        if self.language not in ("en", "cy"):
            raise CorpusError(f"source {self.id}: language {self.language!r} is neither en nor cy")
        for day in (self.published, self.in_force_from, self.in_force_until):
            if day is not None and not is_date(day):
                raise CorpusError(f"source {self.id}: {day!r} is not a date as in 2019-12-19, 2019-12 or 2019")
