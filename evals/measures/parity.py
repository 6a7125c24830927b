"""Parity: of the topics that are answered rightly in either language, the share that are in both.

After the accuracy gap across languages in Hu et al., "XTREME" (ICML 2020), taken question by question: a topic and its
twin ask the same in English and in Welsh.
"""

from evals.measures.measure import Judgements, Measure, Values
from evals.verdicts import Verdict


def _of(judgements: Judgements) -> Values:
    values: Values = {}
    for judged in judgements.judged:
        other = judgements.by_id.get(judged.topic.twin)
        if other is not None and judged.topic.lang == "en":
            right = [one.verdict is Verdict.RIGHT for one in (judged, other)]
            if any(right):
                values[judged.topic.id] = float(all(right))
    return values


MEASURES = (Measure(name="parity", of=_of),)
