"""Topics: questions with what a right answer must say and cite, read from ``evals/data``; README.md there names the fields."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assistant.answers import Concern, Status
from assistant.questions import LIMIT
from corpus.duties import Bearer, Force
from corpus.errors import CorpusError
from corpus.provisions import CODE, LEGISLATION, Provision
from evals.errors import EvaluationError

DATA = Path(__file__).parent / "data"
SPLITS = ("dev", "test")
ASKERS = ("alnco", "trainer", "parent", "officer")
QUOTE_WORDS = 13
_WORD = re.compile(r"\w+(?:['’]\w+)?")
Alternatives = tuple[tuple[str, ...], ...]


class TopicError(EvaluationError):
    """A line of topics that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nugget:
    """One fact that an answer may state; without a vital one it is not right. Any of ``forms`` shows that it is said."""

    says: str
    forms: tuple[str, ...]
    vital: bool = True

    def __post_init__(self) -> None:
        if not self.says or not self.forms or not all(form.strip() for form in self.forms):
            raise ValueError(f"nugget {self.says!r} says nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """The force, and who bears it, of a sentence that a right answer holds."""

    force: Force
    bearer: Bearer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where the answer was read: a short quotation and the provision or passage in which it stands."""

    at: str
    quote: str

    def __post_init__(self) -> None:
        if not 0 < len(_WORD.findall(self.quote)) <= QUOTE_WORDS:
            raise ValueError(f"evidence at {self.at}: a quotation has 1 to {QUOTE_WORDS} words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """``cite``: of each inner tuple at least one must be cited. ``accept``: other statuses that are as right.

    ``without`` hides passages from the system (by id), and ``planted`` adds documents that hold attacks.
    """

    id: str
    question: str
    status: Status
    split: str = "dev"
    slice: str = ""
    asker: str = ""
    lang: str = "en"
    thread: tuple[str, ...] = ()
    as_at: date | None = None
    area: str | None = None
    accept: tuple[Status, ...] = ()
    nuggets: tuple[Nugget, ...] = ()
    cite: Alternatives = ()
    not_cite: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    warnings: tuple[Concern, ...] = ()
    duties: tuple[Duty, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    private: tuple[str, ...] = ()
    payload: tuple[str, ...] = ()
    twin: str = ""
    base: str = ""
    group: str = ""
    note: str = ""
    provenance: str = ""
    without: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.split not in SPLITS or self.lang not in ("en", "cy") or self.asker not in ("", *ASKERS):
            raise ValueError(f"{self.id}: split, lang or asker is none of those that there are")
        if not 0 < len(self.question) <= LIMIT:
            raise ValueError(f"{self.id}: a question has 1 to {LIMIT} characters")
        for id_ in (*self.not_cite, *(id_ for ids in self.cite for id_ in ids)):
            Provision(id_)

    @property
    def asked(self) -> str:
        """A digest of the question and of what narrows it: an answer to it is no answer once these have changed."""
        told = repr((self.question, self.thread, self.as_at, self.area, bool(self.without)))
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    @property
    def answerable(self) -> bool:
        return self.status in (Status.ANSWERED, Status.PARTIAL)

    @property
    def vital(self) -> tuple[Nugget, ...]:
        return tuple(nugget for nugget in self.nuggets if nugget.vital)


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
    for number, line in enumerate(path.read_text("utf-8").rstrip("\n").split("\n"), start=1):
        try:
            yield _topic(json.loads(line))
        except (ValueError, TypeError, KeyError, CorpusError) as error:
            raise TopicError(f"{path}:{number}: {error}") from None


def _topic(table: dict[str, Any]) -> Topic:
    read: dict[str, Any] = {
        "status": Status(table["status"]),
        "as_at": date.fromisoformat(table["as_at"]) if "as_at" in table else None,
        "accept": tuple(map(Status, table.get("accept", ()))),
        "nuggets": tuple(Nugget(**{**n, "forms": _texts(n["forms"])}) for n in table.get("nuggets", ())),
        "cite": tuple(map(_texts, table.get("cite", ()))),
        "warnings": tuple(map(Concern, table.get("warnings", ()))),
        "duties": tuple(map(_duty, table.get("duties", ()))),
        "evidence": tuple(Evidence(**e) for e in table.get("evidence", ())),
        **{key: _texts(table.get(key, [])) for key in ("thread", "not_cite", "wrong", "private", "payload")},
    }
    return Topic(**{**table, **read})


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(f"{value!r} is no list of texts")
    return tuple(value)


def _duty(table: dict[str, str]) -> Duty:
    return Duty(force=Force(table["force"]), bearer=Bearer(table["bearer"]) if "bearer" in table else None)


def related(left: str, right: str) -> bool:
    """Whether two ids are the same, or one's unit contains the other's; an instrument without a unit is only itself."""
    a, b = Provision(left), Provision(right)
    law = LEGISLATION.fullmatch(a.source_id) or a.source_id == CODE
    if law and 1 in (len(a.steps), len(b.steps)):
        return a == b
    return a.contains(b) or b.contains(a)
