"""Topics: questions with what a right answer must say and cite, read from ``evals/data``; README.md there names the fields."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answers import Status
from corpus.provisions import CODE, LEGISLATION, Provision

DATA = Path(__file__).parent / "data"
Alternatives = tuple[tuple[str, ...], ...]


class TopicError(ValueError):
    """A line of topics that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """``cite_any`` and ``facts``: of each inner tuple at least one must be cited, or stand in the text."""

    id: str
    split: str
    question: str
    status: Status
    slice: str = ""
    lang: str = "en"
    cite_any: Alternatives = ()
    facts: Alternatives = ()
    wrong: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    note: str = ""
    provenance: str = ""


def load(path: Path = DATA / "topics.jsonl") -> tuple[Topic, ...]:
    """The topics of a file in its order. Raises TopicError naming the line."""
    topics = tuple(_lines(path))
    if len({topic.id for topic in topics}) != len(topics):
        raise TopicError(f"{path}: an id stands twice")
    return topics


def negatives() -> tuple[Topic, ...]:
    """Questions that must be refused, to calibrate on."""
    return load(DATA / "negatives.jsonl")


def _lines(path: Path) -> Iterator[Topic]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            yield _topic(json.loads(line))
        except (ValueError, TypeError, KeyError) as error:
            raise TopicError(f"{path}:{number}: {error}") from None


def _topic(table: dict[str, Any]) -> Topic:
    return Topic(
        **{
            **table,
            "status": Status(table["status"]),
            "cite_any": tuple(map(tuple, table.get("cite_any", ()))),
            "facts": tuple(map(tuple, table.get("facts", ()))),
            "wrong": tuple(table.get("wrong", ())),
            "warnings": tuple(table.get("warnings", ())),
        }
    )


def related(left: str, right: str) -> bool:
    """Whether two ids are the same, or one's unit contains the other's; an instrument without a unit is only itself."""
    a, b = Provision(left), Provision(right)
    law = LEGISLATION.fullmatch(a.source_id) or a.source_id == CODE
    if law and 1 in (len(a.steps), len(b.steps)):
        return a == b
    return a.contains(b) or b.contains(a)
