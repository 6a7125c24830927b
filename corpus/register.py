"""The register: what is known of each document, and which of its passages are superseded by what."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError
from corpus.provisions import Provision
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
    """A source with the names by which its file is recognised (file names and front-matter identifiers)."""

    source: Source
    files: tuple[str, ...]


class Register:
    """Sources by id, and supersessions by passage id."""

    def __init__(self, entries: Iterable[Registered], supersessions: Iterable[Supersession]) -> None:
        self.entries = {entry.source.id: entry for entry in entries}
        self.supersessions = {entry.passage: entry for entry in supersessions}

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(entry.source for entry in self.entries.values())

    def recognise(self, file_name: str) -> Source | None:
        """The registered source whose file is called ``file_name``."""
        for entry in self.entries.values():
            if file_name in entry.files:
                return entry.source
        return None

    def superseded(self, passage_id: str) -> Supersession | None:
        """What replaces the passage; a unit split for length shares its first part's entry."""
        return self.supersessions.get(passage_id.partition("~")[0])


@cache
def load(path: Path = REGISTER) -> Register:
    """The register in ``path``. Raises CorpusError naming the file and the entry at fault."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: not a TOML register: {error}") from None
    unknown = set(tables) - {"source", "superseded"}
    if unknown:
        raise CorpusError(f"{path}: unknown table {', '.join(sorted(unknown))}")
    entries = [_source(path, table) for table in tables.get("source", [])]
    register = Register(entries, [_supersession(path, table) for table in tables.get("superseded", [])])
    if len(register.entries) != len(entries):
        raise CorpusError(f"{path}: a source id stands twice")
    for entry in register.supersessions.values():
        for source_id in (entry.passage.partition("/")[0], *(p.source_id for p in entry.by)):
            if source_id not in register.entries:
                raise CorpusError(f"{path}: superseded {entry.passage}: {source_id} is not a registered source")
    return register


def _source(path: Path, table: dict[str, Any]) -> Registered:
    place = f"{path}: source {table.get('id', '(no id)')}"
    values = dict(table)
    files = values.pop("files", [])
    unknown = set(values) - {field.name for field in fields(Source)}
    if unknown:
        raise CorpusError(f"{place}: unknown key {', '.join(sorted(unknown))}")
    try:
        source = Source(**{**values, "kind": Kind(values.get("kind", ""))})
    except (TypeError, ValueError) as error:
        raise CorpusError(f"{place}: {error}") from None
    return Registered(source=source, files=tuple(files))


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
