"""The measures, in the order in which they are printed: what was said, what it stands on, refusal, retrieval, robustness."""

from evals.measures import (
    citations,
    confidence,
    duties,
    latency,
    nuggets,
    parity,
    provisions,
    refusal,
    retrieval,
    robustness,
    support,
    verbatim,
    verdict,
)
from evals.measures.measure import Judgements, Measure, Values

_MODULES = (
    verdict,
    nuggets,
    provisions,
    verbatim,
    citations,
    support,
    duties,
    refusal,
    parity,
    confidence,
    retrieval,
    robustness,
    latency,
)
MEASURES: dict[str, Measure] = {measure.name: measure for module in _MODULES for measure in module.MEASURES}
TIMED = frozenset(measure.name for measure in latency.MEASURES)

__all__ = ["MEASURES", "TIMED", "Judgements", "Measure", "Values"]
