"""Citation validity: the share of an answer's quotes that stand to the letter in the passages that they cite.

An invariant rather than a figure of quality: each passage is read again from the index or the service. Why it must hold:
Liu, Zhang and Liang, "Evaluating Verifiability in Generative Search Engines" (Findings of EMNLP 2023).
"""

from evals.measures.measure import per_topic
from evals.verdicts import Judged


def _share(judged: Judged) -> float | None:
    held = judged.outcome.verbatim
    return sum(held) / len(held) if held else None


MEASURES = (per_topic("verbatim", _share, everywhere=True),)
