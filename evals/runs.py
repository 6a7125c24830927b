"""A run: one system over all topics, with its answers judged and its rankings measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.questions import Question
from assistant.screening import screen
from evals import measures, systems
from evals.topics import Topic
from evals.verdicts import Judged, Verdict, judge
from ingestion.embedding import Embedder
from ingestion.index import Index

_DEPTH = 100
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one system did: scores by name, each from 0 to 1, and every answer with its verdict."""

    system: str
    topics: int
    scores: dict[str, float]
    judged: tuple[Judged, ...]


def run(index: Index, embedder: Embedder, system: str, topics: Sequence[Topic], progress: Progress) -> Result:
    """Ask every topic of the system."""
    pipeline = systems.pipeline(index, embedder, system)
    judged: list[Judged] = []
    rankings: measures.Run = {}
    for topic in topics:
        question = Question(text=topic.question, lang=topic.lang)
        judged.append(judge(topic, pipeline.answer(question)))
        ranked = pipeline.retriever.retrieve(screen(question)).ranked[:_DEPTH]
        rankings[topic.id] = {r.candidate.passage.id: r.score for r in ranked}
        progress(len(judged), len(topics))
    relevant = measures.qrels(topics, index.passages())
    return Result(
        system=system,
        topics=len(topics),
        scores={
            **{verdict.value: _share(judged, verdict) for verdict in Verdict},
            **measures.retrieval(relevant, {id_: rankings[id_] for id_ in relevant}),
            "verbatim": measures.verbatim(j.answer for j in judged),
        },
        judged=tuple(judged),
    )


def _share(judged: Sequence[Judged], verdict: Verdict) -> float:
    return sum(j.verdict is verdict for j in judged) / len(judged) if judged else 0.0
