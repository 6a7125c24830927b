"""Scores: the figures of one run, over all its plain topics and slice by slice."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from evals.measures import MEASURES, Judgements, Measure
from evals.statistics import interval
from evals.topics import SPLITS

OF_SLICES = ("right", "partial", "refused", "wrong", "score")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """``value`` over ``topics`` topics; ``low`` and ``high`` bound it with 95% confidence (None where not asked for)."""

    measure: str
    value: float
    topics: int
    low: float | None = None
    high: float | None = None


def overall(judgements: Judgements, sure: bool = False) -> dict[str, Score]:
    """Every measure that bears on some topic, by name; ``sure`` adds the intervals.

    Over the plain topics; over all of a run that asked robustness sets alone.
    """
    everywhere = tuple(judgements.by_id)
    plain = judgements.main or everywhere
    found = {
        name: _score(measure, judgements, everywhere if measure.everywhere else plain, sure)
        for name, measure in MEASURES.items()
    }
    return {name: score for name, score in found.items() if score.topics}


def by_slice(judgements: Judgements) -> dict[str, dict[str, Score]]:
    """The verdicts of each slice, in the order of the topics."""
    return {
        name: {m: _score(MEASURES[m], judgements, ids, sure=False) for m in OF_SLICES}
        for name, ids in judgements.slices.items()
    }


def by_split(judgements: Judgements) -> dict[str, dict[str, Score]]:
    """The verdicts of each half of the plain topics."""
    halves = {split: [id_ for id_ in judgements.main if judgements.by_id[id_].topic.split == split] for split in SPLITS}
    return {
        split: {m: _score(MEASURES[m], judgements, ids, sure=False) for m in OF_SLICES} for split, ids in halves.items()
    }


def _score(measure: Measure, judgements: Judgements, topics: Sequence[str], sure: bool) -> Score:
    values = measure.values(judgements, topics)
    if not len(values):
        return Score(measure=measure.name, value=math.nan, topics=0)
    low, high = interval(values, measure.statistic) if sure else (None, None)
    return Score(measure=measure.name, value=measure.statistic(values), topics=len(values), low=low, high=high)
