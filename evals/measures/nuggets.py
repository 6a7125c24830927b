"""Nugget recall: the share of a topic's facts that the answer says; of the vital ones, and of all.

Voorhees, "Overview of the TREC 2003 Question Answering Track"; strict and lenient matching bracket a person's judgement.
Over the topics that were answered and have an answer; what was refused counts in the verdicts.
"""

from evals import matching
from evals.measures.measure import Measure, per_topic
from evals.topics import Nugget
from evals.verdicts import Judged


def _recall(vital_only: bool, strict: bool) -> Measure:
    def said(nugget: Nugget, judged: Judged) -> bool:
        if strict:
            return matching.strict(nugget, judged.text)
        return matching.lenient(nugget, [sentence.text for sentence in judged.answer.sentences])

    def figure(judged: Judged) -> float | None:
        nuggets = judged.topic.vital if vital_only else judged.topic.nuggets
        if not judged.answered or not judged.topic.answerable or not nuggets:
            return None
        return sum(said(nugget, judged) for nugget in nuggets) / len(nuggets)

    return per_topic(f"{'vital' if vital_only else 'all'}_{'strict' if strict else 'lenient'}", figure)


MEASURES = tuple(_recall(vital, strict) for vital in (True, False) for strict in (True, False))
