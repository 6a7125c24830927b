"""Calibration: whether the support that the system claims for an answer is the share of such answers that are right.

The Brier score (Monthly Weather Review 1950) as a measure; the risk–coverage curve of El-Yaniv and Wiener, "On the
Foundations of Noise-free Selective Classification" (JMLR 2010), for the report: what would be right at each threshold.
"""

from dataclasses import dataclass

import numpy as np

from evals.measures.measure import Judgements, per_topic
from evals.verdicts import Judged, Verdict


def _brier(judged: Judged) -> float | None:
    support = judged.answer.receipt.support
    if support is None or not judged.answered:
        return None
    return (support - (judged.verdict is Verdict.RIGHT)) ** 2


@dataclass(frozen=True, slots=True)
class Point:
    """What would be answered, and of that what would be right and wrong, if support below ``threshold`` were refused."""

    threshold: float
    answered: float
    right: float
    wrong: float


def curve(judgements: Judgements) -> list[Point]:
    """From a run that refused nothing for want of support: one point for each support seen among the plain topics."""
    main = [judgements.by_id[id_] for id_ in judgements.main]
    weighed = [j for j in main if j.answered and j.answer.receipt.support is not None]
    if not weighed:
        return []
    supports = np.asarray([j.answer.receipt.support for j in weighed], dtype=np.float64)
    right = np.asarray([j.verdict is Verdict.RIGHT for j in weighed])
    wrong = np.asarray([j.verdict is Verdict.WRONG for j in weighed])
    points = []
    for threshold in np.unique(supports):
        said = supports >= threshold
        share = (float(said.mean()), float(right[said].mean()), float(wrong[said].mean()))
        points.append(Point(float(threshold), *share))
    return points


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers to plain topics whose support lies in one tenth of the scale: the mean of it, the share that was right, how many."""

    support: float
    right: float
    answers: int


def reliability(judgements: Judgements) -> list[Bin]:
    main = [judgements.by_id[id_] for id_ in judgements.main]
    weighed = [(j.answer.receipt.support, j.verdict is Verdict.RIGHT) for j in main if j.answered]
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for support, right in weighed:
        if support is not None:
            tenths.setdefault(min(9, int(support * 10)), []).append((support, right))
    return [
        Bin(sum(s for s, _ in its) / len(its), sum(r for _, r in its) / len(its), len(its))
        for _, its in sorted(tenths.items())
    ]


MEASURES = (per_topic("brier", _brier, more_is_better=False),)
