"""Refusal: precision, of the refusals how many were due; recall, of those due how many came.

Rajpurkar, Jia and Liang, "Know What You Don't Know: Unanswerable Questions for SQuAD" (ACL 2018). Recall counts topics
whose very passages are hidden (``left-out``) apart.
"""

from assistant.answers import Status
from evals.measures.measure import per_topic
from evals.verdicts import Judged


def _precision(judged: Judged) -> bool | None:
    return None if judged.answered else not judged.topic.answerable


def _recall(judged: Judged) -> bool | None:
    welcome = judged.topic.answerable or Status.ANSWERED in judged.topic.accept
    return None if welcome else not judged.answered


MEASURES = (
    per_topic("refusal_precision", _precision),
    per_topic("refusal_recall", _recall),
    per_topic(
        "left_out_refused",
        lambda judged: _recall(judged) if judged.topic.slice == "left-out" else None,
        everywhere=True,
    ),
)
