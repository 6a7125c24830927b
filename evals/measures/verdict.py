"""Shares of verdicts, a score in which a wrong answer costs more than a refusal, and what failed outright.

That an abstention must cost less than an error: Peñas and Rodrigo, "A Simple Measure to Assess Non-response" (ACL 2011);
that a wrong answer here costs two right ones: docs/adr/0003.
"""

from assistant.answers import Status
from evals.measures.measure import Measure, per_topic
from evals.verdicts import Judged, Verdict

POINTS = {Verdict.RIGHT: 1.0, Verdict.PARTIAL: 0.5, Verdict.REFUSED: 0.0, Verdict.WRONG: -2.0}


def _share(verdict: Verdict) -> Measure:
    good = verdict in (Verdict.RIGHT, Verdict.PARTIAL)
    return per_topic(verdict.value, lambda judged: judged.verdict is verdict, more_is_better=good)


def _answered_right(judged: Judged) -> bool | None:
    """Over the topics that have an answer: refusals that were due do not count."""
    return judged.verdict is Verdict.RIGHT if judged.topic.answerable else None


MEASURES = (
    *map(_share, Verdict),
    per_topic("score", lambda judged: POINTS[judged.verdict]),
    per_topic("answered_right", _answered_right),
    per_topic("failed", lambda judged: judged.answer.status == Status.ERROR, more_is_better=False, everywhere=True),
)
