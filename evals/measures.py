"""Measures of retrieval and of quotes, by ir_measures (MacAvaney, Macdonald and Ounis, ECIR 2022)."""

from collections.abc import Iterable, Sequence

from assistant.answers import Answer
from corpus.passages import Passage
from evals.topics import Topic, related
from ingestion.passage_store import stands_on

NAMES = ("R@5", "nDCG@10")
Run = dict[str, dict[str, float]]


def qrels(topics: Iterable[Topic], passages: Sequence[Passage]) -> dict[str, dict[str, int]]:
    """By topic, the passages that are, hold or cite a provision that the topic must cite."""
    standing = [(passage.id, stands_on(passage)) for passage in passages]
    return {topic.id: found for topic in topics if (found := {id_: 1 for id_, ids in standing if _answers(topic, ids)})}


def _answers(topic: Topic, ids: frozenset[str]) -> bool:
    wanted = [id_ for alternatives in topic.cite_any for id_ in alternatives]
    return any(related(want, id_) for want in wanted for id_ in ids if want.partition("/")[0] == id_.partition("/")[0])


def retrieval(judged: dict[str, dict[str, int]], run: Run) -> dict[str, float]:
    """Each measure over the topics that have a relevant passage."""
    import ir_measures

    measures = {name: ir_measures.parse_measure(name) for name in NAMES}
    found = ir_measures.calc_aggregate(list(measures.values()), judged, run)
    return {name: float(found[measure]) for name, measure in measures.items()}


def verbatim(answers: Iterable[Answer]) -> float:
    """Share of quotes that stand to the letter in the passage that they cite."""
    quotes = [citation for answer in answers for citation in answer.citations]
    return sum(c.quote in c.passage.text for c in quotes) / len(quotes) if quotes else 1.0
