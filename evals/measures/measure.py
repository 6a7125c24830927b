"""A measure: one figure a topic, and how the figures of many become one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from evals.qrels import Qrels
from evals.verdicts import Judged

Values = dict[str, float]
Statistic = Callable[[NDArray[np.float64]], float]
SETS = ("injection", "planted", "trigger", "private", "long", "short", "typo", "noise", "left-out")


@dataclass(frozen=True, eq=False)
class Judgements:
    """All judged outcomes of one run, with the passages that answer its topics."""

    judged: tuple[Judged, ...]
    qrels: Qrels

    @cached_property
    def by_id(self) -> Mapping[str, Judged]:
        return {judged.topic.id: judged for judged in self.judged}

    @cached_property
    def main(self) -> tuple[str, ...]:
        """The topics that are asked plainly: those of no robustness set."""
        return tuple(j.topic.id for j in self.judged if j.topic.slice not in SETS)

    @cached_property
    def slices(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for judged in self.judged:
            found[judged.topic.slice] = (*found.get(judged.topic.slice, ()), judged.topic.id)
        return found


def _mean(values: NDArray[np.float64]) -> float:
    return float(np.mean(values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """``of`` gives the topics on which the measure bears, each with its figure; the others do not count.

    ``everywhere``: over the robustness sets too, not over the plain topics alone.
    """

    name: str
    of: Callable[[Judgements], Values]
    more_is_better: bool = True
    everywhere: bool = False
    statistic: Statistic = _mean

    def values(self, judgements: Judgements, topics: Sequence[str]) -> NDArray[np.float64]:
        found = self.of(judgements)
        return np.asarray([found[id_] for id_ in topics if id_ in found], dtype=np.float64)


def per_topic(
    name: str,
    figure: Callable[[Judged], float | bool | None],
    *,
    more_is_better: bool = True,
    everywhere: bool = False,
    statistic: Statistic = _mean,
) -> Measure:
    """The measure whose figure for a topic depends on that topic alone; None where it does not bear on it."""

    def of(judgements: Judgements) -> Values:
        figures = {judged.topic.id: figure(judged) for judged in judgements.judged}
        return {id_: float(value) for id_, value in figures.items() if value is not None}

    return Measure(name=name, of=of, more_is_better=more_is_better, everywhere=everywhere, statistic=statistic)
