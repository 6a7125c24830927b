"""Passages at rest: a read-only SQLite file inside a snapshot, by ordinal, id and provision."""

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.doubts import Cause, Doubt
from corpus.duties import Bearer, Force
from corpus.legislation import Currency, Definition, Reference, Standing
from corpus.passages import Passage, Span, Unit
from corpus.provisions import Provision
from corpus.sources import Kind, Source

KEPT = 4096
PHRASE = 12
_MARK = re.compile(r"^\([^()]+\)\s*")
_SCHEMA = """
CREATE TABLE passages (ordinal INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, source_id TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE sources (id TEXT PRIMARY KEY, passages INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE cited (provision TEXT NOT NULL, ordinal INTEGER NOT NULL);
CREATE INDEX cited_provision ON cited (provision);
CREATE TABLE refers (provision TEXT NOT NULL, ordinal INTEGER NOT NULL, unit INTEGER NOT NULL);
CREATE INDEX refers_provision ON refers (provision);
CREATE TABLE headed (heading TEXT NOT NULL, ordinal INTEGER NOT NULL);
CREATE INDEX headed_heading ON headed (heading);
CREATE TABLE phrases (words TEXT NOT NULL, ordinal INTEGER NOT NULL, unit INTEGER NOT NULL);
CREATE INDEX phrases_words ON phrases (words);
CREATE TABLE defined (source_id TEXT NOT NULL, language TEXT NOT NULL, ordinal INTEGER NOT NULL, unit INTEGER NOT NULL);
CREATE INDEX defined_source ON defined (source_id, language);
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
        db.executemany("INSERT INTO refers VALUES (?, ?, ?)", _referring(passages))
        db.executemany("INSERT INTO headed VALUES (?, ?)", _headed(passages))
        db.executemany("INSERT INTO phrases VALUES (?, ?, ?)", _phrases(passages))
        db.executemany("INSERT INTO defined VALUES (?, ?, ?, ?)", _defining(passages))
    db.close()


def _referring(passages: Sequence[Passage]) -> Iterable[tuple[str, int, int]]:
    for ordinal, passage in enumerate(passages):
        for at, unit in enumerate(passage.units):
            for target in dict.fromkeys(target for reference in unit.references for target in reference.targets):
                yield target.id, ordinal, at


def _defining(passages: Sequence[Passage]) -> Iterable[tuple[str, str, int, int]]:
    for ordinal, passage in enumerate(passages):
        yield from (
            (passage.source_id, passage.language, ordinal, at) for at, unit in enumerate(passage.units) if unit.defines
        )


def _headed(passages: Sequence[Passage]) -> Iterable[tuple[str, int]]:
    for ordinal, passage in enumerate(passages):
        if passage.provision:
            yield from ((plain(heading), ordinal) for heading in passage.headings)


def plain(heading: str) -> str:
    """The words of a heading, without marks and capitals."""
    return " ".join(re.findall(r"\w+", heading.lower()))


def _phrases(passages: Sequence[Passage]) -> Iterable[tuple[str, int, int]]:
    for ordinal, passage in enumerate(passages):
        for at in range(len(passage.units)) if passage.provision else ():
            if words := phrase(passage, at):
                yield words, ordinal, at


def phrase(passage: Passage, at: int) -> str:
    """The first words of a paragraph of a list, when it has enough of them to be known by; else nothing."""
    if passage.units[at].opening is None:
        return ""
    words = _MARK.sub("", passage.quote(at)).lower().split()
    return " ".join(words[:PHRASE]) if len(words) >= PHRASE else ""


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

    def referring_to(self, provision: Provision) -> list[tuple[int, int]]:
        """Ordinal and unit of all that points at ``provision`` or at a unit inside it."""
        return self._db.execute(
            "SELECT DISTINCT ordinal, unit FROM refers WHERE provision = ? OR (provision >= ? AND provision < ?) ORDER BY ordinal, unit",
            (provision.id, provision.id + "/", provision.id + "0"),
        ).fetchall()

    def headed(self, heading: str) -> list[int]:
        """Ordinals of the provisions that stand under a heading (as ``plain`` gives it)."""
        rows = self._db.execute("SELECT DISTINCT ordinal FROM headed WHERE heading = ? ORDER BY ordinal", (heading,))
        return [ordinal for (ordinal,) in rows]

    def in_words(self, words: str) -> list[tuple[int, int]]:
        """Ordinal and unit of all that begins with these words (as ``phrase`` gives them)."""
        return self._db.execute("SELECT ordinal, unit FROM phrases WHERE words = ?", (words,)).fetchall()

    def defining(self, source_id: str, language: str) -> list[tuple[int, int]]:
        """Ordinal and unit of all that gives a term its meaning in this text."""
        return self._db.execute(
            "SELECT ordinal, unit FROM defined WHERE source_id = ? AND language = ? ORDER BY ordinal, unit",
            (source_id, language),
        ).fetchall()

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
            "divisions": tuple(Provision(**p) for p in table["divisions"]),
            "currency": _currency(table["currency"]) if table["currency"] else None,
            "annotations": tuple(table["annotations"]),
            "doubts": tuple(_doubt(doubt) for doubt in table["doubts"]),
        }
    )


def _doubt(table: dict[str, Any]) -> Doubt:
    return Doubt(Cause(table["cause"]), Provision(**table["about"]) if table["about"] else None)


def _currency(table: dict[str, Any]) -> Currency:
    return Currency(**{**table, "standing": Standing(table["standing"]) if table["standing"] else None})


def _unit(table: dict[str, Any]) -> Unit:
    return Unit(
        **{
            **table,
            "span": Span(**table["span"]),
            "provisions": tuple(Provision(**p) for p in table["provisions"]),
            "secondary": frozenset(table["secondary"]),
            "force": Force(table["force"]) if table["force"] else None,
            "bearer": Bearer(table["bearer"]) if table["bearer"] else None,
            "references": tuple(
                Reference(Span(**r["span"]), tuple(Provision(**p) for p in r["targets"])) for r in table["references"]
            ),
            "asked": tuple(table["asked"]),
            "defines": tuple(
                Definition(d["term"], tuple(Provision(**p) for p in d["within"])) for d in table["defines"]
            ),
        }
    )
