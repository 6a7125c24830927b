"""Support: whether what was found can carry an answer. The figures come from `aln eval calibrate`, kept in support.json."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.ranking import Ranked
from corpus.passages import Passage
from ingestion.candidates import Candidate
from ingestion.index import Index

FEATURES = 11
CALIBRATION = Path(__file__).parent / "support.json"
FEW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for the best passage as an answer, and what tells a question of our field.

    Shares are from 0 to 1 of the question's words weighed by their rarity: ``covered`` are those that the passage holds,
    ``said`` those that one of its units holds, ``known`` those that any passage holds, ``near`` those that the first few hold.
    ``best_unit`` is the highest cosine of any unit of the first few passages; ``agreed`` the share of the arms whose own best
    passage rests on a provision that this one rests on; ``shared`` how much of what it rests on the next few rest on;
    ``margin`` by how many deviations it leads. Nothing here grows with the
    collection as standardised scores do: a threshold fitted on the notes must hold with the law beside them.
    ``language`` is that of the best passage: to a model of English all Welsh is much alike.
    """

    language: str
    cosine: float
    unit_cosine: float
    covered: float
    said: float
    known: float
    near: float
    best_unit: float
    agreed: float
    shared: float
    margin: float
    terms: int

    @property
    def features(self) -> tuple[float, ...]:
        """In the order of the weights in support.json, each about as wide as the others."""
        found = (self.cosine, self.unit_cosine, self.covered, self.said, self.known, self.near)
        return (*found, self.best_unit, self.agreed, self.shared, self.margin / 3, self.terms / 10)


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model with the probability from which it says yes."""

    weights: tuple[float, ...]
    bias: float
    threshold: float

    def probability(self, features: Sequence[float]) -> float:
        return 1 / (1 + math.exp(-self.bias - sum(w * f for w, f in zip(self.weights, features, strict=True))))

    def says_yes(self, features: Sequence[float]) -> bool:
        return self.probability(features) >= self.threshold


@dataclass(frozen=True, slots=True)
class Calibration:
    """When a question is answered from a passage in one language, and when it is of our field at all.

    ``answerable`` tells supported questions from others. A question whose cosine with what the best passage answers or
    says reaches ``same_question`` nearly repeats it, and is answered however common its words are.
    """

    answerable: Logistic
    in_field: Logistic
    same_question: float

    def support(self, evidence: Evidence) -> float:
        """The probability that the best passage carries an answer; 1 for a question that it nearly repeats."""
        same = evidence.cosine >= self.same_question
        return 1.0 if same else self.answerable.probability(evidence.features)

    def answers(self, evidence: Evidence) -> bool:
        return self.support(evidence) >= self.answerable.threshold

    @classmethod
    def answering_all(cls) -> "Calibration":
        """Refuses no question for want of support: what refusal saves and costs is measured by it, and fitted with it."""
        certain = Logistic(weights=(0.0,) * FEATURES, bias=0.0, threshold=0.0)
        return cls(answerable=certain, in_field=certain, same_question=1.0)


@cache
def calibrations(path: Path = CALIBRATION) -> Mapping[str, Calibration]:
    """By the language of the best passage."""
    return {language: _calibration(table) for language, table in json.loads(path.read_text("utf-8")).items()}


def _calibration(table: dict[str, Any]) -> Calibration:
    return Calibration(
        answerable=_logistic(table["answerable"]),
        in_field=_logistic(table["in_field"]),
        same_question=table["same_question"],
    )


def _logistic(table: dict[str, list[float] | float]) -> Logistic:
    weights, bias, threshold = table["weights"], table["bias"], table["threshold"]
    assert isinstance(weights, list)
    assert isinstance(bias, float)
    assert isinstance(threshold, float)
    assert len(weights) == FEATURES, "support.json is of another version; run: aln eval calibrate"
    return Logistic(tuple(weights), bias, threshold)


def evidence(question: str, ranked: Sequence[Ranked], index: Index) -> Evidence | None:
    """What the best passage, and the collection as a whole, say for the question; None when nothing was found."""
    if not ranked:
        return None
    standing = [r for r in ranked if not r.superseded] or ranked
    first = [r.candidate for r in standing[:FEW]]
    lead = ranked[0].candidate
    passage = lead.passage
    weights = index.rarities(question, passage.language)
    total = sum(weights.values()) or 1.0

    def share(text: str) -> float:
        held = index.terms(text, passage.language)
        return sum(weight for term, weight in weights.items() if term in held) / total

    return Evidence(
        language=passage.language,
        cosine=lead.cosine,
        unit_cosine=max(lead.units),
        covered=share(_whole(passage)),
        said=max(share(passage.with_opening(at)) for at in range(len(passage.units))),
        known=sum(weight for weight in weights.values() if weight < index.rarest) / total,
        near=share("\n".join(_whole(candidate.passage) for candidate in first)),
        best_unit=max(max(candidate.units) for candidate in first),
        agreed=_agreed(lead, [r.candidate for r in standing]),
        shared=_shared(lead, first),
        margin=standing[0].score - standing[1].score if len(standing) > 1 else 0.0,
        terms=len(weights),
    )


def _whole(passage: Passage) -> str:
    return "\n".join([*passage.headings, *passage.questions, passage.text])


def _agreed(lead: Candidate, candidates: Sequence[Candidate]) -> float:
    """Of four ways to rank, how many put a passage first that rests on a provision that the lead rests on."""
    ways: tuple[Callable[[Candidate], float], ...] = (
        lambda c: c.dense,
        lambda c: c.sparse,
        lambda c: c.best,
        lambda c: max(c.units),
    )
    rests = _rests_on(lead.passage)
    return sum(bool(rests & _rests_on(max(candidates, key=way).passage)) for way in ways) / len(ways)


def _shared(lead: Candidate, first: Sequence[Candidate]) -> float:
    rests, others = _rests_on(lead.passage), [_rests_on(c.passage) for c in first if c is not lead]
    shares = [len(rests & other) / max(1, min(len(rests), len(other))) for other in others]
    return sum(shares) / len(shares) if shares else 0.0


def _rests_on(passage: Passage) -> frozenset[str]:
    """The sections and regulations that a passage is of or rests on."""
    own = [passage.provision] if passage.provision else []
    return frozenset(p.clause.id for p in (*own, *(p for unit in passage.units for p in unit.provisions)))
