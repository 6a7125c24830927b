"""Passages at rest: a read-only SQLite file inside a snapshot, by ordinal, id and provision."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.duties import Bearer, Force
from corpus.passages import Passage, Span, Unit
from corpus.provisions import Provision
from corpus.sources import Kind, Source

KEPT = 4096
_SCHEMA = """
CREATE TABLE passages (ordinal INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, source_id TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE sources (id TEXT PRIMARY KEY, passages INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE cited (provision TEXT NOT NULL, ordinal INTEGER NOT NULL);
CREATE INDEX cited_provision ON cited (provision);
"""


def write(path: Path, sources: Iterable[Source], passages: Sequence[Passage]) -> None:
    db = sqlite3.connect(path)
    with db:
        db.executescript(_SCHEMA)
        db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?)",
            ((ordinal, p.id, p.source_id, dump(p)) for ordinal, p in enumerate(passages)),
        )
        counts: dict[str, int] = {}
        for passage in passages:
            counts[passage.source_id] = counts.get(passage.source_id, 0) + 1
        db.executemany(
            "INSERT INTO sources VALUES (?, ?, ?)",
            ((s.id, counts.get(s.id, 0), json.dumps(asdict(s))) for s in sources),
        )
        cited = (
            (provision, ordinal) for ordinal, passage in enumerate(passages) for provision in sorted(stands_on(passage))
        )
        db.executemany("INSERT INTO cited VALUES (?, ?)", cited)
    db.close()


def stands_on(passage: Passage) -> frozenset[str]:
    """Every id by which a passage can be asked for: its own, its provision's, and those of its units."""
    own = {passage.provision.id} if passage.provision else set()
    return frozenset(own | {passage.id.partition("~")[0]} | {p.id for unit in passage.units for p in unit.provisions})


class PassageStore:
    """Reads one snapshot's passages; safe to share between threads, since nothing is ever written."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        rows = self._db.execute("SELECT id, source_id FROM passages ORDER BY ordinal").fetchall()
        self.ids = [id_ for id_, _ in rows]
        self.source_ids = [source_id for _, source_id in rows]
        self.ordinals = {id_: ordinal for ordinal, id_ in enumerate(self.ids)}
        self.sources = {s.id: (s, count) for s, count in self._sources()}
        # A passage never changes, and to build one takes as long as to rank it.
        self._read = lru_cache(maxsize=KEPT)(self._passage)

    def _sources(self) -> Iterable[tuple[Source, int]]:
        for count, body in self._db.execute("SELECT passages, body FROM sources"):
            table = json.loads(body)
            yield Source(**{**table, "kind": Kind(table["kind"])}), count

    def read(self, ordinals: Sequence[int]) -> list[Passage]:
        return [self._read(ordinal) for ordinal in ordinals]

    def _passage(self, ordinal: int) -> Passage:
        (body,) = self._db.execute("SELECT body FROM passages WHERE ordinal = ?", (ordinal,)).fetchone()
        return load(body)

    def all(self) -> list[Passage]:
        return [load(body) for (body,) in self._db.execute("SELECT body FROM passages ORDER BY ordinal")]

    def standing_on(self, provision: Provision) -> list[int]:
        """Ordinals of the passages that are, hold or cite ``provision`` or a unit inside it."""
        rows = self._db.execute(
            "SELECT DISTINCT ordinal FROM cited WHERE provision = ? OR (provision >= ? AND provision < ?) ORDER BY ordinal",
            (provision.id, provision.id + "/", provision.id + "0"),
        )
        return [ordinal for (ordinal,) in rows]

    def close(self) -> None:
        self._db.close()


def dump(passage: Passage) -> str:
    """The passage as one line of JSON, the same for the same passage."""

    def plain(value: object) -> object:
        if isinstance(value, frozenset):
            return sorted(value)
        raise TypeError(type(value).__name__)

    return json.dumps(asdict(passage), ensure_ascii=False, default=plain)


def load(body: str) -> Passage:
    table: dict[str, Any] = json.loads(body)
    return Passage(
        **{
            **table,
            "units": tuple(_unit(unit) for unit in table["units"]),
            "span": Span(**table["span"]),
            "headings": tuple(table["headings"]),
            "questions": tuple(table["questions"]),
            "provision": Provision(**table["provision"]) if table["provision"] else None,
        }
    )


def _unit(table: dict[str, Any]) -> Unit:
    return Unit(
        **{
            **table,
            "span": Span(**table["span"]),
            "provisions": tuple(Provision(**p) for p in table["provisions"]),
            "secondary": frozenset(table["secondary"]),
            "force": Force(table["force"]) if table["force"] else None,
            "bearer": Bearer(table["bearer"]) if table["bearer"] else None,
        }
    )
