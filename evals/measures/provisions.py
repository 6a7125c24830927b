"""Must-cite recall: the share of the provisions due that an answer cites, one of each set of alternatives.

Over the topics that were answered and have an answer. That a legal answer may be correct and yet rest on the wrong
authority: Magesh et al., "Hallucination-Free? Assessing the Reliability of Leading AI Legal Research Tools" (2025).
"""

from evals.measures.measure import per_topic
from evals.verdicts import Judged, cites


def _recall(judged: Judged) -> float | None:
    due = judged.topic.cite
    if not judged.answered or not judged.topic.answerable or not due:
        return None
    return sum(cites(judged.cited, ids) for ids in due) / len(due)


MEASURES = (per_topic("must_cite", _recall),)
