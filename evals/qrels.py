"""Qrels: which passages answer a topic, told from provisions and facts, so that they survive re-indexing."""

from collections.abc import Iterable, Sequence

from corpus.passages import Passage
from evals import matching
from evals.topics import Topic, related
from ingestion.passage_store import stands_on

Qrels = dict[str, dict[str, int]]


def qrels(topics: Iterable[Topic], passages: Sequence[Passage]) -> Qrels:
    """By topic, the passages that rest on a provision which it must cite and say its vital facts: 2 all, 1 some of them.

    A topic without such a passage is left out: the corpus cannot answer it.
    """
    standing = [(passage.id, stands_on(passage), sentences(passage)) for passage in passages]
    known: dict[tuple[object, object], dict[str, int]] = {}
    judged: Qrels = {}
    for topic in topics:
        if topic.answerable:
            gold = (topic.cite, topic.vital)
            if gold not in known:
                grades = {id_: _grade(topic, said) for id_, ids, said in standing if rests_on(topic, ids)}
                known[gold] = {id_: grade for id_, grade in grades.items() if grade}
            if known[gold]:
                judged[topic.id] = known[gold]
    return judged


def rests_on(topic: Topic, ids: frozenset[str]) -> bool:
    """Whether a passage that stands on ``ids`` is, holds or cites a provision that the topic must cite."""
    wanted = [id_ for alternatives in topic.cite for id_ in alternatives]
    return any(related(want, id_) for want in wanted for id_ in ids if want.partition("/")[0] == id_.partition("/")[0])


def sentences(passage: Passage) -> list[str]:
    """What the passage says, each unit as it can be understood alone."""
    return [passage.with_opening(index) for index in range(len(passage.units))]


def _grade(topic: Topic, sentences: Sequence[str]) -> int:
    said = [matching.lenient(nugget, sentences) for nugget in topic.vital]
    return 2 if all(said) else int(any(said))
