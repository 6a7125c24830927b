"""Latency: the time of an answer as its receipt has it, at the median and in the tail.

Percentiles, since a mean hides the tail that people wait for: Dean and Barroso, "The Tail at Scale" (CACM 2013).
"""

import numpy as np
from numpy.typing import NDArray

from evals.measures.measure import Measure, per_topic
from evals.verdicts import Judged


def _elapsed(judged: Judged) -> float | None:
    return judged.answer.receipt.elapsed_ms if judged.outcome.timed and not judged.topic.without else None


def _percentile(percent: int) -> Measure:
    def statistic(values: NDArray[np.float64]) -> float:
        return float(np.percentile(values, percent))

    return per_topic(f"p{percent}_ms", _elapsed, more_is_better=False, statistic=statistic)


MEASURES = tuple(map(_percentile, (50, 95, 99)))
