"""Losses: at which step of the pipeline a topic that was not answered rightly was lost, so that a fall has a cause."""

from enum import StrEnum

from assistant.answers import Status
from evals import matching
from evals.qrels import Qrels
from evals.verdicts import Judged, Verdict


class Step(StrEnum):
    """In the order in which they are looked for."""

    FAILURE = "failure"
    CORPUS = "corpus"
    SCREEN = "screen"
    RETRIEVE = "retrieve"
    RANK = "rank"
    WEIGH = "weigh"
    COMPOSE = "compose"
    VERIFY = "verify"
    WARN = "warn"


MEANING = {
    Step.FAILURE: "the pipeline failed and said so",
    Step.CORPUS: "no passage rests on what must be cited and says what must be said",
    Step.SCREEN: "the question's language was mistaken",
    Step.RETRIEVE: "no passage that answers is among the first ten",
    Step.RANK: "a passage that answers was found, and another put first",
    Step.WEIGH: "the wrong thing was decided about answering, or about the kind of refusal",
    Step.COMPOSE: "the passage that answers came first, and what had to be said was not chosen",
    Step.VERIFY: "verification took sentences out",
    Step.WARN: "all was said and cited, and a warning was left out",
}


def place(judged: Judged, qrels: Qrels) -> int | None:
    """The rank, from 1, of the first passage that answers the topic; None where none is among the first ten."""
    relevant = qrels.get(judged.topic.id, {})
    return next((at for at, id_ in enumerate(judged.outcome.ranking, start=1) if id_ in relevant), None)


def lost_at(judged: Judged, qrels: Qrels) -> Step | None:
    """The step at which a topic was lost; None when it was not."""
    topic, answer = judged.topic, judged.answer
    if judged.verdict is Verdict.RIGHT:
        return None
    if answer.status == Status.ERROR:
        return Step.FAILURE
    if not topic.answerable:
        return Step.WEIGH
    if answer.receipt.dropped:
        return Step.VERIFY
    if topic.id not in qrels:
        return Step.CORPUS
    if judged.answered and all(matching.strict(n, judged.text) for n in topic.vital) and _only_unwarned(judged):
        return Step.WARN
    if answer.language != topic.lang:
        return Step.SCREEN
    first = place(judged, qrels)
    if first is None:
        return Step.RETRIEVE
    if first > 1:
        return Step.RANK
    return Step.COMPOSE if judged.answered else Step.WEIGH


def _only_unwarned(judged: Judged) -> bool:
    return all(reason.startswith("does not warn") for reason in judged.reasons)
