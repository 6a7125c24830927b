"""Losses: at which step of the pipeline a topic that was not answered rightly was lost, so that a fall has a cause."""

from enum import StrEnum

from assistant.answers import Status
from evals.qrels import Qrels
from evals.verdicts import Judged, Verdict


class Step(StrEnum):
    """In the order of the pipeline, what the corpus lacks first."""

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
    Step.SCREEN: "the question's language was mistaken, or it was turned away unread",
    Step.RETRIEVE: "no passage that answers is among the first ten",
    Step.RANK: "a passage that answers was found, and another put first",
    Step.WEIGH: "the wrong thing was decided about answering, or about the kind of refusal",
    Step.COMPOSE: "the passage that answers came first, and what had to be said was not chosen",
    Step.VERIFY: "verification took sentences out",
    Step.WARN: "all was said and cited, and a warning was left out",
}


def place(judged: Judged, qrels: Qrels) -> int | None:
    """The rank, from 1, of the first passage that answers the topic best; None where none is among the first ten."""
    grades = qrels.get(judged.topic.id, {})
    best = {id_ for id_, grade in grades.items() if grade == max(grades.values())}
    return next((at for at, id_ in enumerate(judged.outcome.ranking, start=1) if id_ in best), None)


def lost_at(judged: Judged, qrels: Qrels) -> Step | None:
    """The step at which a topic was lost; None when it was not."""
    topic, answer = judged.topic, judged.answer
    if judged.verdict is Verdict.RIGHT:
        return None
    if answer.status == Status.ERROR:
        return Step.FAILURE
    if not topic.answerable:
        return Step.WEIGH
    if answer.language != topic.lang or not (judged.answered or judged.outcome.ranking):
        return Step.SCREEN
    if topic.id not in qrels:
        return Step.CORPUS
    if answer.receipt.dropped:
        return Step.VERIFY
    if judged.answered and all(reason.startswith("does not warn") for reason in judged.reasons):
        return Step.WARN
    first = place(judged, qrels)
    if first is None:
        return Step.RETRIEVE
    if first > 1:
        return Step.RANK
    return Step.COMPOSE if judged.answered else Step.WEIGH
