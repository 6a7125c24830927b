"""Facts: which sentence of which passage says each vital fact of the topics, on a provision that they must cite.

A number changed in a note may change no answer (the question is refused, or another note leads); that a sentence which
said a fact says it no more is seen here whatever is retrieved. A sentence is known by the provisions that it rests on.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.passages import Passage, Unit
from evals import matching
from evals.qrels import rests_on
from evals.topics import Topic

KEPT = Path(__file__).parent / "expected.facts"


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A vital nugget of a topic, by its place among them, said by the sentence of ``passage`` that rests on ``provisions``."""

    topic: str
    nugget: int
    passage: str
    provisions: str

    def line(self) -> str:
        return f"{self.topic} {self.nugget} {self.passage} {self.provisions}"


def facts(topics: Sequence[Topic], passages: Sequence[Passage]) -> frozenset[Fact]:
    """Of the written topics; those built on another one say nothing new."""
    return frozenset(_facts([t for t in topics if t.answerable and not t.base], passages))


def _facts(topics: Sequence[Topic], passages: Sequence[Passage]) -> Iterator[Fact]:
    units = [(p.id, unit, p.with_opening(at)) for p in passages for at, unit in enumerate(p.units) if unit.provisions]
    for passage, unit, said in units:
        on, named = frozenset(provision.id for provision in unit.provisions), _digest(unit)
        for topic in topics:
            if rests_on(topic, on):
                for at, nugget in enumerate(topic.vital):
                    if matching.lenient(nugget, [said]):
                        yield Fact(topic.id, at, passage, named)


def _digest(unit: Unit) -> str:
    return hashlib.sha256(" ".join(sorted(p.id for p in unit.provisions)).encode()).hexdigest()[:8]


def read(path: Path = KEPT) -> frozenset[Fact]:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return frozenset(Fact(t, int(at), passage, on) for t, at, passage, on in (line.split() for line in lines))


def write(found: frozenset[Fact], path: Path = KEPT) -> None:
    path.write_text("".join(f"{fact.line()}\n" for fact in sorted(found)), "utf-8")


def unsaid(kept: frozenset[Fact], topics: Sequence[Topic], passages: Sequence[Passage]) -> Iterator[str]:
    """A line for each sentence that said what it says no more: which, what, for which topics, and what it says now."""
    by_id = {topic.id: topic for topic in topics}
    held = {passage.id: passage for passage in passages}
    missed: dict[tuple[str, str], dict[str, list[str]]] = {}
    for fact in sorted(kept - facts(topics, passages)):
        topic = by_id.get(fact.topic)
        if topic and fact.nugget < len(topic.vital):
            says = missed.setdefault((fact.passage, fact.provisions), {})
            says.setdefault(topic.vital[fact.nugget].says, []).append(fact.topic)
    for (passage, provisions), says in missed.items():
        what = "; ".join(f"{told} ({', '.join(ids)})" for told, ids in says.items())
        yield f"{passage} says no more: {what}. It says: {_now(held.get(passage), provisions)}"


def _now(passage: Passage | None, provisions: str) -> str:
    units = enumerate(passage.units) if passage else ()
    said = [passage.quote(at) for at, unit in units if passage and _digest(unit) == provisions]
    return " / ".join(said) or "nothing on these provisions"
