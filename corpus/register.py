"""The register: what is known of each document, and which of its passages are superseded by what."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from corpus.errors import CorpusError
from corpus.provisions import LEGISLATION, Provision
from corpus.sources import Kind, Source

REGISTER = Path(__file__).parent / "register.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Supersession:
    """A passage that no longer says what is so: what stands in its place, and why, in both languages."""

    passage: str
    by: tuple[Provision, ...]
    en: str
    cy: str
    evidence: str

    def text(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """A source with the names by which its file is recognised (file names and front-matter identifiers).

    ``last`` is the number of its last section or regulation, where that was read.
    """

    source: Source
    files: tuple[str, ...]
    last: int | None = None


class Register:
    """Sources by id, and supersessions by passage id."""

    def __init__(
        self,
        entries: Iterable[Registered],
        supersessions: Iterable[Supersession],
        enactments: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.entries = {entry.source.id: entry for entry in entries}
        self._enactments = enactments
        self.supersessions = {entry.passage: entry for entry in supersessions}

    @property
    def numbers(self) -> dict[str, str]:
        """Ids of legislation by title: of registered sources, and of other enactments that our texts cite."""
        legislation = {
            entry.source.title.removeprefix("The "): id_
            for id_, entry in self.entries.items()
            if LEGISLATION.fullmatch(id_)
        }
        return legislation | dict(self._enactments)

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(entry.source for entry in self.entries.values())

    def supersedes(self, source_id: str) -> tuple[str, ...]:
        """The sources, and the passages of others, in whose place a source stands."""
        whole = [entry.source.id for entry in self.entries.values() if entry.source.superseded_by == source_id]
        parts = [p.passage for p in self.supersessions.values() if any(by.source_id == source_id for by in p.by)]
        return (*whole, *parts)

    def named(self, id_: str) -> str:
        """A registered source, or a passage of one, as a person knows it: the source's title, with the place in it."""
        source_id, _, place = id_.partition("/")
        if LEGISLATION.fullmatch(source_id):
            place = Provision(id_).label
        return ", ".join(filter(None, [self.entries[source_id].source.title, place]))

    def last(self, provision: Provision) -> int | None:
        """The number of the last section or regulation of an instrument that ends before ``provision``; None for any other."""
        entry = self.entries.get(provision.source_id)
        number = (
            provision.steps[2] if len(provision.steps) > 2 and provision.steps[1] in ("section", "regulation") else ""
        )
        beyond = entry and entry.last and number.isdigit() and int(number) > entry.last
        return entry.last if entry and beyond else None

    def recognise(self, file_name: str) -> Source | None:
        """The registered source whose file is called ``file_name``."""
        for entry in self.entries.values():
            if file_name in entry.files:
                return entry.source
        return None

    def superseded(self, passage_id: str, day: str | None = None) -> Supersession | None:
        """What replaces the passage; a unit split for length shares its first part's entry.

        None when nothing that replaces it was published by the ISO date ``day``.
        """
        found = self.supersessions.get(passage_id.partition("~")[0])
        if found is None or day is None:
            return found
        dates = [self.entries[by.source_id].source.published for by in found.by if by.source_id in self.entries]
        known = [published for published in dates if published]
        return found if not known or min(known) <= day else None


@cache
def load(path: Path = REGISTER) -> Register:
    """The register in ``path``. Raises CorpusError naming the file and the entry at fault."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: not a TOML register: {error}") from None
    unknown = set(tables) - {"source", "superseded", "enactment"}
    if unknown:
        raise CorpusError(f"{path}: unknown table {', '.join(sorted(unknown))}")
    entries = [_source(path, table) for table in tables.get("source", [])]
    register = Register(
        entries,
        [_supersession(path, table) for table in tables.get("superseded", [])],
        _enactments(path, tables.get("enactment", [])),
    )
    if len(register.entries) != len(entries):
        raise CorpusError(f"{path}: a source id stands twice")
    for entry in register.supersessions.values():
        for source_id in (entry.passage.partition("/")[0], *(p.source_id for p in entry.by)):
            if source_id not in register.entries:
                raise CorpusError(f"{path}: superseded {entry.passage}: {source_id} is not a registered source")
    return register


def _enactments(path: Path, tables: list[dict[str, Any]]) -> dict[str, str]:
    """Ids by title. ``seen`` says where the number was read."""
    for table in tables:
        if set(table) != {"id", "title", "seen"} or not LEGISLATION.fullmatch(str(table["id"])):
            raise CorpusError(f"{path}: enactment {table.get('id', '(no id)')}: id, title and seen, and no more")
    return {table["title"]: table["id"] for table in tables}


def _source(path: Path, table: dict[str, Any]) -> Registered:
    place = f"{path}: source {table.get('id', '(no id)')}"
    values = dict(table)
    files, last = values.pop("files", []), values.pop("last", None)
    unknown = set(values) - {field.name for field in fields(Source)}
    if unknown:
        raise CorpusError(f"{place}: unknown key {', '.join(sorted(unknown))}")
    try:
        source = Source(**{**values, "kind": Kind(values.get("kind", ""))})
    except (TypeError, ValueError) as error:
        raise CorpusError(f"{place}: {error}") from None
    return Registered(source=source, files=tuple(files), last=last)


def _supersession(path: Path, table: dict[str, Any]) -> Supersession:
    place = f"{path}: superseded {table.get('passage', '(no passage)')}"
    try:
        by = tuple(Provision(name) for name in table["by"])
        entry = Supersession(**{**table, "by": by})
    except (TypeError, KeyError, CorpusError) as error:
        raise CorpusError(f"{place}: {error}") from None
    if not (entry.by and entry.en.strip() and entry.cy.strip() and entry.evidence.strip()):
        raise CorpusError(f"{place}: by, en, cy and evidence each say something")
    return entry
