"""Matters on which dated documents disagree: who said what and when, and what holds today. The data is in matters.toml."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from corpus import register
from corpus.errors import CorpusError
from corpus.provisions import Provision
from corpus.sources import is_date

MATTERS = Path(__file__).parent / "matters.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one document says. ``source`` is a registered source or a passage of one; else ``by_en`` and ``by_cy`` say who.

    ``date`` is ISO 8601, as exact as it was seen; ``right`` is whether it holds today, None where that cannot be said.
    """

    en: str
    cy: str
    date: str | None = None
    source: str | None = None
    by_en: str = ""
    by_cy: str = ""
    right: bool | None = None

    def __post_init__(self) -> None:
        if not (self.en.strip() and self.cy.strip()):
            raise CorpusError("a claim says something in both languages")
        if not self.source and not (self.by_en.strip() and self.by_cy.strip()):
            raise CorpusError("a claim has a source, or says in both languages who made it")
        if self.date is not None and not is_date(self.date):
            raise CorpusError(f"{self.date!r} is not a date as in 2019-12-19, 2019-12 or 2019")

    def text(self, language: str) -> str:
        return self.cy if language == "cy" else self.en

    def by(self, language: str) -> str:
        """Who made the claim: its registered source with the place in it, or whoever it says."""
        if self.source:
            return register.load().named(self.source)
        return self.by_cy if language == "cy" else self.by_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """``provisions`` decide it or are what it is about; ``evidence`` is the row in which the claims were gathered."""

    id: str
    en: str
    cy: str
    provisions: tuple[Provision, ...]
    position_en: str
    position_cy: str
    claims: tuple[Claim, ...]
    evidence: str

    def __post_init__(self) -> None:
        texts = (self.en, self.cy, self.position_en, self.position_cy, self.evidence)
        if not (self.claims and all(text.strip() for text in texts)):
            raise CorpusError("en, cy, position_en, position_cy, evidence and at least one claim are needed")

    def text(self, language: str) -> str:
        return self.cy if language == "cy" else self.en

    def position(self, language: str) -> str:
        return self.position_cy if language == "cy" else self.position_en

    def concerns(self, id_: str) -> bool:
        """Whether a passage or a provision belongs to it; a whole instrument or source does only where it is named itself."""
        if any(claim.source == id_ for claim in self.claims):
            return True
        return any(own.id == id_ or _one_holds_the_other(own.id, id_) for own in self.provisions)


class Matters:
    """Matters by id, in the order of the file."""

    def __init__(self, matters: Iterable[Matter]) -> None:
        self.by_id = {matter.id: matter for matter in matters}

    def about(self, ids: Iterable[str]) -> tuple[Matter, ...]:
        """The matters that any of these passages or provisions belongs to; the Welsh of a passage, and its parts, count as it."""
        plain = {id_.partition("~")[0].removesuffix("/welsh") for id_ in ids}
        return tuple(matter for matter in self.by_id.values() if any(map(matter.concerns, plain)))


@cache
def load(path: Path = MATTERS) -> Matters:
    """The matters in ``path``. Raises CorpusError naming the file and the entry at fault."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: not a TOML file of matters: {error}") from None
    unknown = set(tables) - {"matter"}
    if unknown:
        raise CorpusError(f"{path}: unknown table {', '.join(sorted(unknown))}")
    found = [_matter(path, table) for table in tables.get("matter", [])]
    matters = Matters(found)
    if len(matters.by_id) != len(found):
        raise CorpusError(f"{path}: a matter stands twice")
    return matters


def _matter(path: Path, table: dict[str, Any]) -> Matter:
    place = f"{path}: matter {table.get('id', '(no id)')}"
    values = {key: value for key, value in table.items() if key != "claim"}
    try:
        _known(values, Matter)
        claims = tuple(_claim(claim) for claim in table.get("claim", []))
        provisions = tuple(Provision(name) for name in values.pop("provisions", []))
        matter = Matter(**values, provisions=provisions, claims=claims)
        for id_ in (*(own.id for own in provisions), *(claim.source for claim in claims if claim.source)):
            _registered(id_)
    except (TypeError, CorpusError) as error:
        raise CorpusError(f"{place}: {error}") from None
    return matter


def _claim(table: dict[str, Any]) -> Claim:
    _known(table, Claim)
    return Claim(**table)


def _known(table: dict[str, Any], entry: type[Claim] | type[Matter]) -> None:
    unknown = set(table) - {field.name for field in fields(entry)}
    if unknown:
        raise CorpusError(f"unknown key {', '.join(sorted(unknown))}")


def _registered(id_: str) -> None:
    source_id = Provision(id_).source_id
    if source_id not in register.load().entries:
        raise CorpusError(f"{source_id} is not a registered source")


def _one_holds_the_other(one: str, other: str) -> bool:
    """Whether of two units one stands in the other; a whole instrument is no unit."""
    outer, inner = sorted((one, other), key=len)
    return "/" in outer and inner.startswith(f"{outer}/")
