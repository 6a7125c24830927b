"""Ranking: authority, dates and area put the fused candidates in their order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.questions import Question
from corpus.register import Register
from corpus.sources import WALES, Kind, Source
from ingestion.candidates import Candidate
from ingestion.index import Index

ELSEWHERE = -3.0
AGED = -1.0
OTHER_LANGUAGE = -1.0
ASKED_FOR = 2.0
_KINDS_NAMED = {
    Kind.FAQ: re.compile(r"\bFAQs?\b|frequently asked", re.IGNORECASE),
    Kind.MINUTES: re.compile(r"\bminutes?\b|\bcommittee\b|\bsteering group\b|\bscrutiny\b", re.IGNORECASE),
    Kind.STATEMENT: re.compile(
        r"\bstatement (?:of|by|from)\b|\bcabinet secretary\b|\bwritten statement\b", re.IGNORECASE
    ),
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate at its place, best first, with the score that put it there.

    A superseded passage stands behind all others whatever its score, unless the question asks what such a source said.
    """

    candidate: Candidate
    score: float
    superseded: bool = False


class Ranker(Protocol):
    def __call__(
        self,
        question: Question,
        candidates: Sequence[Candidate],
        fused: Sequence[float],
        index: Index,
        register: Register,
    ) -> list[Ranked]: ...


def rank(
    question: Question, candidates: Sequence[Candidate], fused: Sequence[float], index: Index, register: Register
) -> list[Ranked]:
    """Best first; equal scores in the order of id, so that a ranking is always the same."""
    ranked = [
        _ranked(question, candidate, score, index.source_of(candidate.passage), register)
        for candidate, score in zip(candidates, fused, strict=True)
    ]
    return _sorted(ranked)


def by_score(
    question: Question, candidates: Sequence[Candidate], fused: Sequence[float], index: Index, register: Register
) -> list[Ranked]:
    """The order of the scores alone: what authority, dates and area change is measured against it."""
    return _sorted([Ranked(candidate, score) for candidate, score in zip(candidates, fused, strict=True)])


def _sorted(ranked: Sequence[Ranked]) -> list[Ranked]:
    return sorted(ranked, key=lambda r: (r.superseded, -r.score, r.candidate.passage.id))


def _ranked(question: Question, candidate: Candidate, score: float, source: Source, register: Register) -> Ranked:
    """The candidate with what its authority, date and area add to its score, in deviations."""
    named = source.kind in _KINDS_NAMED and bool(_KINDS_NAMED[source.kind].search(question.text))
    superseded = not named and _out_of_force(question, candidate, source, register)
    score += ASKED_FOR if named else AGED if source.kind.ages else 0.0
    score += OTHER_LANGUAGE if candidate.passage.language != (question.lang or "en") else 0.0
    area = _area(candidate, source, register)
    if area != WALES:
        score += ASKED_FOR if _asks_about(question, area) else ELSEWHERE
    return Ranked(candidate, score, superseded)


def _out_of_force(question: Question, candidate: Candidate, source: Source, register: Register) -> bool:
    """Whether it did not hold on the day asked about: superseded, revoked, a draft, or a provision not in force."""
    passage = candidate.passage
    if (
        register.superseded(passage.id, question.day if question.as_at else None)
        or source.in_force(question.day) is False
    ):
        return True
    return passage.currency is not None and passage.currency.standing is not None


def _area(candidate: Candidate, source: Source, register: Register) -> str:
    """A source's own area; that of a note is that of what its first line reports."""
    if source.kind is not Kind.NOTE:
        return source.area
    reported = (register.entries.get(p.source_id) for p in candidate.passage.units[0].provisions)
    return next((entry.source.area for entry in reported if entry and entry.source.area != WALES), WALES)


def _asks_about(question: Question, area: str) -> bool:
    own = "-".join((question.area or "").lower().split())
    return own == area or area.replace("-", " ") in question.text.lower()
