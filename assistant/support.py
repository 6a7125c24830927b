"""Support: whether what was found can carry an answer. The figures come from `aln eval calibrate`, kept in support.json."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.ranking import Ranked
from ingestion.index import Index

CALIBRATION = Path(__file__).parent / "support.json"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer: each figure grows with the support that the passages give to the question."""

    cosine: float
    dense: float
    sparse: float
    covered: float
    known: float

    @property
    def features(self) -> tuple[float, ...]:
        return (self.cosine, self.dense / 10, self.sparse / 10, self.covered, self.known)


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
    """``answerable`` tells supported questions from others; ``in_field`` tells our field's questions from any others."""

    answerable: Logistic
    in_field: Logistic


@cache
def calibration(path: Path = CALIBRATION) -> Calibration:
    table = json.loads(path.read_text("utf-8"))
    return Calibration(answerable=_logistic(table["answerable"]), in_field=_logistic(table["in_field"]))


def _logistic(table: dict[str, list[float] | float]) -> Logistic:
    weights, bias, threshold = table["weights"], table["bias"], table["threshold"]
    assert isinstance(weights, list)
    assert isinstance(bias, float)
    assert isinstance(threshold, float)
    return Logistic(tuple(weights), bias, threshold)


def evidence(question: str, ranked: Sequence[Ranked], index: Index) -> Evidence:
    """What the best passage, and the collection as a whole, say for the question."""
    asked = index.rarities(question)
    total = sum(asked.values()) or 1.0
    unseen = index.rarest
    if not ranked:
        return Evidence(0.0, 0.0, 0.0, 0.0, 0.0)
    lead = ranked[0].candidate
    text = "\n".join([*lead.passage.headings, *lead.passage.questions, lead.passage.text])
    held = index.terms(text)
    return Evidence(
        cosine=lead.cosine,
        dense=lead.dense,
        sparse=lead.sparse,
        covered=sum(weight for term, weight in asked.items() if term in held) / total,
        known=sum(weight for weight in asked.values() if weight < unseen) / total,
    )
