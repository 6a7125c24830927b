"""The verdict on one answer: right, refused or wrong, with the reasons."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.answers import Answer, Status
from evals.topics import Topic, related

_REFUSALS = (Status.UNSUPPORTED, Status.OUT_OF_SCOPE, Status.WITHHELD, Status.CLARIFY, Status.ERROR)


class Verdict(StrEnum):
    """``refused``: a refusal where an answer was due, or of another kind than was due; it does less harm than ``wrong``."""

    RIGHT = "right"
    REFUSED = "refused"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer with its verdict; ``reasons`` say what kept it from being right."""

    topic: Topic
    answer: Answer
    verdict: Verdict
    reasons: tuple[str, ...]


def judge(topic: Topic, answer: Answer) -> Judged:
    if answer.status is topic.status and topic.status in _REFUSALS:
        return Judged(topic, answer, Verdict.RIGHT, ())
    if answer.status in _REFUSALS:
        return Judged(topic, answer, Verdict.REFUSED, (f"{answer.status} instead of {topic.status}",))
    if topic.status in _REFUSALS:
        return Judged(topic, answer, Verdict.WRONG, (f"answered instead of {topic.status}",))
    reasons = tuple(_shortcomings(topic, answer))
    return Judged(topic, answer, Verdict.WRONG if reasons else Verdict.RIGHT, reasons)


def _shortcomings(topic: Topic, answer: Answer) -> list[str]:
    text = _plain(" ".join(sentence.text for sentence in answer.sentences))
    cited = cited_ids(answer)
    said = {warning.kind.value for warning in answer.warnings}
    return [
        *(
            f"does not say {' | '.join(forms[:3])}"
            for forms in topic.facts
            if not any(_plain(f) in text for f in forms)
        ),
        *(f"does not cite {' | '.join(ids[:3])}" for ids in topic.cite_any if not _any_related(ids, cited)),
        *(f"says {wrong!r}" for wrong in topic.wrong if _plain(wrong) in text),
        *(f"does not warn: {kind}" for kind in topic.warnings if kind not in said),
    ]


def cited_ids(answer: Answer) -> frozenset[str]:
    passages = {citation.passage.id for citation in answer.citations}
    return frozenset(passages | {p.id for citation in answer.citations for p in citation.provisions})


def _any_related(ids: tuple[str, ...], cited: frozenset[str]) -> bool:
    return any(related(id_, other) for id_ in ids for other in cited)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
