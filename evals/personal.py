"""Is personal data taken out of questions, and nothing else: recall and precision over labelled questions."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.redaction import personal
from assistant.redaction.kinds import Span
from evals.statistics import interval

DATA = Path(__file__).parent / "data" / "personal.jsonl"
LANGUAGES = ("en", "cy")
SPLITS = ("dev", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A question, and the strings in it that say something of a person: all of their mentions must go."""

    id: str
    lang: str
    split: str
    question: str
    private: tuple[str, ...]

    def mentions(self, private: str) -> list[tuple[int, int]]:
        """Whole words, to the letter."""
        pattern = rf"(?<!\w){re.escape(private)}(?!\w)"
        return [match.span() for match in re.finditer(pattern, self.question)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Of how many, and its 95% interval by bootstrap."""

    value: float
    low: float
    high: float
    of: int

    @classmethod
    def over(cls, yes: Sequence[bool]) -> "Share":
        values = np.asarray(yes, dtype=float)
        low, high = interval(values, lambda some: float(some.mean()))
        return cls(value=float(values.mean()) if yes else float("nan"), low=low, high=high, of=len(yes))

    @property
    def printed(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}] of {self.of:>3}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """``recall``: private strings of which nothing is left. ``precision``: placeholders that took the place of something
    private. ``untouched``: questions without personal data that stayed as they were."""

    split: str
    lang: str
    recall: Share
    precision: Share
    untouched: Share


def load(path: Path = DATA) -> tuple[Labelled, ...]:
    """Raises ValueError where a private string is not in its question."""
    lines = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    found = tuple(Labelled(**{**line, "private": tuple(line["private"])}) for line in lines)
    for each in found:
        missing = [private for private in each.private if not each.mentions(private)]
        if missing:
            raise ValueError(f"{each.id}: not in the question: {missing}")
    return found


def measured(
    questions: Sequence[Labelled] | None = None, spans: Callable[[str], Sequence[Span]] = personal
) -> list[Measured]:
    """By split and language of the question."""
    asked = load() if questions is None else questions
    return [
        _measured(split, lang, [q for q in asked if (q.split, q.lang) == (split, lang)], spans)
        for split in SPLITS
        for lang in LANGUAGES
    ]


def _measured(split: str, lang: str, asked: Sequence[Labelled], spans: Callable[[str], Sequence[Span]]) -> Measured:
    found = {each.id: spans(each.question) for each in asked}
    return Measured(
        split=split,
        lang=lang,
        recall=Share.over([gone for q in asked for gone in _gone(q, found[q.id])]),
        precision=Share.over([due for q in asked for due in _due(q, found[q.id])]),
        untouched=Share.over([not found[q.id] for q in asked if not q.private]),
    )


def _gone(asked: Labelled, spans: Sequence[Span]) -> Iterator[bool]:
    """For each private string: is every letter and digit of its every mention gone?"""
    hidden = {at for span in spans for at in range(span.start, span.end)}
    for private in asked.private:
        mentions = (at for start, end in asked.mentions(private) for at in range(start, end))
        yield all(at in hidden for at in mentions if asked.question[at].isalnum())


def _due(asked: Labelled, spans: Sequence[Span]) -> Iterator[bool]:
    mentions = [mention for private in asked.private for mention in asked.mentions(private)]
    for span in spans:
        yield any(span.start < end and start < span.end for start, end in mentions)


def printed(rows: Sequence[Measured] | None = None) -> str:
    """A line for each split and language."""
    head = f"{'split':<6}{'lang':<6}{'recall':<31}{'precision':<31}untouched"
    lines = [
        f"{row.split:<6}{row.lang:<6}{row.recall.printed:<31}{row.precision.printed:<31}{row.untouched.printed}"
        for row in (measured() if rows is None else rows)
    ]
    return "\n".join([head, *lines])
