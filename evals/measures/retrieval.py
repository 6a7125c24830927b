"""Retrieval, by ir_measures (MacAvaney, Macdonald and Ounis, ECIR 2022): recall, nDCG and reciprocal rank.

nDCG: Järvelin and Kekäläinen (TOIS 2002), with grade 2 for a passage that says every vital fact and 1 for one that says
some; RR: Voorhees, TREC-8 (1999). Over the topics that the corpus can answer; ``covered`` is the share of those. Several
passages answer many a topic, so that R@5 cannot quite reach 1.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from evals.measures.measure import Judgements, Measure, Values
from evals.qrels import Qrels

NAMES = ("R@5", "R@10", "nDCG@10", "RR@10")


def calculated(qrels: Qrels, run: Mapping[str, Mapping[str, float]]) -> dict[str, Values]:
    """By measure, the figure of every topic of ``qrels``; a topic for which nothing was found has 0."""
    import ir_measures

    measures = {name: ir_measures.parse_measure(name) for name in NAMES}
    values: dict[str, Values] = {name: dict.fromkeys(qrels, 0.0) for name in NAMES}
    for found in ir_measures.iter_calc(list(measures.values()), qrels, run):
        values[str(found.measure)][found.query_id] = float(found.value)
    return values


def scored(ranking: Sequence[str]) -> dict[str, float]:
    """Each passage with the inverse of its rank, since order is all that the measures look at."""
    return {id_: 1 / rank for rank, id_ in enumerate(ranking, start=1)}


@lru_cache(maxsize=16)
def _of(judgements: Judgements) -> dict[str, Values]:
    run = {j.topic.id: scored(j.outcome.ranking) for j in judgements.judged if j.topic.id in judgements.qrels}
    return calculated({id_: judgements.qrels[id_] for id_ in run}, run)


def _measure(name: str) -> Measure:
    def of(judgements: Judgements) -> Values:
        return _of(judgements)[name]

    return Measure(name=name, of=of)


def _covered(judgements: Judgements) -> Values:
    asked = [judged.topic for judged in judgements.judged if judged.topic.answerable]
    return {topic.id: float(topic.id in judgements.qrels) for topic in asked}


def run_file(judgements: Judgements, system: str) -> Iterator[str]:
    """The lines of a TREC run file: topic, Q0, passage, rank, score, system."""
    for judged in judgements.judged:
        for rank, (id_, score) in enumerate(scored(judged.outcome.ranking).items(), start=1):
            yield f"{judged.topic.id} Q0 {id_} {rank} {score:.4f} {system}"


def qrels_file(judgements: Judgements) -> Iterator[str]:
    """The lines of a TREC qrels file: topic, 0, passage, grade."""
    for topic, grades in judgements.qrels.items():
        for id_, grade in grades.items():
            yield f"{topic} 0 {id_} {grade}"


MEASURES = (*map(_measure, NAMES), Measure(name="covered", of=_covered))
