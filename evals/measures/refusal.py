"""Refusal: precision, of the refusals how many were due; recall, of those due how many came.

Rajpurkar, Jia and Liang, "Know What You Don't Know: Unanswerable Questions for SQuAD" (ACL 2018). Recall counts topics
whose very passages are hidden (``left-out``) apart.
"""

from assistant.answers import Status
from evals.measures.measure import per_topic
from evals.verdicts import Judged, welcome


def _precision(judged: Judged) -> bool | None:
    if judged.answered or _failed(judged):
        return None
    return not judged.topic.answerable or welcome(judged.topic, judged.answer)


def _recall(judged: Judged) -> bool | None:
    due = {judged.topic.status, *judged.topic.accept}
    if not due.isdisjoint((Status.ANSWERED, Status.PARTIAL)):
        return None
    return not judged.answered and not _failed(judged)


def _failed(judged: Judged) -> bool:
    """A pipeline that failed has refused nothing."""
    return judged.answer.status == Status.ERROR


MEASURES = (
    per_topic("refusal_precision", _precision),
    per_topic("refusal_recall", _recall),
    per_topic(
        "left_out_refused",
        lambda judged: _recall(judged) if judged.topic.slice == "left-out" else None,
        everywhere=True,
    ),
)
