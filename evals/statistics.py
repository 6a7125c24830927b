"""How sure a figure is, and a difference between two: intervals by bootstrap, differences by permutation."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evals.measures.measure import Statistic

SEED = 2018
RESAMPLES = 2000


def interval(values: NDArray[np.float64], statistic: Statistic, seed: int = SEED) -> tuple[float, float]:
    """The 95% percentile interval of a statistic over topics (Efron and Tibshirani, 1993).

    Where all are 0 or all are 1 a resample tells nothing: the exact interval of Clopper and Pearson (1934).
    """
    if not len(values):
        return float("nan"), float("nan")
    if values.min() == values.max():
        return _exact(values) if values[0] in (0.0, 1.0) else (statistic(values), statistic(values))
    picks = np.random.default_rng(seed).integers(0, len(values), size=(RESAMPLES, len(values)))
    resampled = np.asarray([statistic(values[pick]) for pick in picks])
    low, high = np.percentile(resampled, (2.5, 97.5))
    return float(low), float(high)


def _exact(values: NDArray[np.float64]) -> tuple[float, float]:
    from scipy.stats import binomtest

    found = binomtest(int(values.sum()), len(values)).proportion_ci(method="exact")
    return float(found.low), float(found.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Of two runs over the topics that both have: means, topics that changed, and how likely chance alone is."""

    before: float
    after: float
    topics: int
    better: int
    worse: int
    p: float


def difference(before: Mapping[str, float], after: Mapping[str, float], more_is_better: bool) -> Difference | None:
    """Paired by topic, by a two-sided permutation test (Smucker, Allan and Carterette, CIKM 2007); None without a common topic."""
    from scipy.stats import permutation_test

    both = [id_ for id_ in before if id_ in after]
    if not both:
        return None
    a, b = (np.asarray([values[id_] for id_ in both]) for values in (before, after))
    change = (b - a) * (1 if more_is_better else -1)
    p, moved = 1.0, change[change != 0]
    if len(moved) > 1:
        tested = permutation_test(
            (moved, np.zeros_like(moved)),
            lambda x, y, axis: np.sum(x - y, axis=axis),
            permutation_type="samples",
            n_resamples=9999,
            vectorized=True,
            rng=np.random.default_rng(SEED),
        )
        p = float(tested.pvalue)
    return Difference(
        before=float(a.mean()),
        after=float(b.mean()),
        topics=len(both),
        better=int((change > 0).sum()),
        worse=int((change < 0).sum()),
        p=p,
    )
