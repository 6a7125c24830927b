"""Facts: which sentence of which passage says each vital fact of the topics, on a provision that they must cite.

A number changed in a note may change no answer (the question is refused, or another note leads); that a sentence which
said a fact says it no more is seen here whatever is retrieved. A sentence is known by the provisions that it rests on.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.passages import Passage, Unit
from evals import matching
from evals.errors import EvaluationError
from evals.qrels import rests_on
from evals.topics import Topic

_TURNS = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:must|may|should|cannot|not|no|none|only|unless|except|over|under|above|below|before|after|more|less"
    r"|within|until|either|both|governing|authority|nhs|tribunal|ministers|parent|child|young|school|college|fei)\b"
)
KEPT = Path(__file__).parent / "expected.facts"


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A vital nugget of a topic, by its place among them, said by the sentence of ``passage`` that rests on ``provisions``.

    ``turns`` stands for the sentence's numbers and for the words that turn what it says: *must*, *not*, *over*, *before*,
    and who owes it.
    """

    topic: str
    nugget: int
    passage: str
    provisions: str
    turns: str

    def line(self) -> str:
        return f"{self.topic} {self.nugget} {self.passage} {self.provisions} {self.turns}"


def facts(topics: Sequence[Topic], passages: Sequence[Passage]) -> frozenset[Fact]:
    """Of the written topics; those built on another one say nothing new."""
    return frozenset(_facts([t for t in topics if t.answerable and not t.base], passages))


def _facts(topics: Sequence[Topic], passages: Sequence[Passage]) -> Iterator[Fact]:
    units = [(p.id, unit, p.with_opening(at)) for p in passages for at, unit in enumerate(p.units) if unit.provisions]
    for passage, unit, said in units:
        on, named, turned = frozenset(provision.id for provision in unit.provisions), _digest(unit), turns(said)
        for topic in topics:
            if rests_on(topic, on):
                for at, nugget in enumerate(topic.vital):
                    if matching.lenient(nugget, [said]):
                        yield Fact(topic.id, at, passage, named, turned)


def _digest(unit: Unit) -> str:
    return _short(sorted(p.id for p in unit.provisions))


def turns(sentence: str) -> str:
    """A digest of the sentence's numbers and turning words, in their order."""
    return _short(_TURNS.findall(matching.plain(sentence)))


def _short(words: Sequence[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:8]


def read(path: Path = KEPT) -> frozenset[Fact]:
    """Raises EvaluationError when there are none, or none that can be read."""
    try:
        rows = [line.split() for line in path.read_text("utf-8").splitlines()]
        found = frozenset(Fact(t, int(at), passage, on, turn) for t, at, passage, on, turn in rows)
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{path}: no facts to compare with ({type(error).__name__})") from None
    if not found:
        raise EvaluationError(f"{path}: holds no facts; keep today's with: aln eval check --keep")
    return found


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
