"""Retrieval quality of two systems on our topics, compared where bigger pieces cannot flatter: at equal characters."""

from collections.abc import Callable, Sequence
from time import perf_counter

from assistant.pipeline import Pipeline
from assistant.questions import Question
from assistant.screening import screen
from corpus.passages import Passage
from evals import matching
from evals.bench.figures import Latency, Quality
from evals.bench.tutorial import Found
from evals.qrels import Qrels, qrels
from evals.topics import Topic
from ingestion.parsing.sentences import sentences

Search = Callable[[str], Sequence[Found]]


def ours(pipeline: Pipeline) -> Search:
    def search(question: str) -> list[Found]:
        ranked = pipeline.retriever.retrieve(screen(Question(text=question))).ranked
        return [_found(r.candidate.passage) for r in ranked]

    return search


def _found(passage: Passage) -> Found:
    return Found(passage.id.removeprefix("note/"), passage.text)


def measured(search: Search, topics: Sequence[Topic], notes: Sequence[Passage], index_s: float) -> Quality:
    """Over the topics that a note answers, each note being one file."""
    relevant = qrels(topics, notes)
    asked = [topic for topic in topics if topic.id in relevant]
    search(asked[0].question)
    times, found = list[float](), dict[str, Sequence[Found]]()
    for topic in asked:
        started = perf_counter()
        found[topic.id] = search(topic.question)
        times.append((perf_counter() - started) * 1000)
    ndcg, rr = _ranked(relevant, found)
    return Quality(
        ndcg_10=round(ndcg, 3),
        rr_10=round(rr, 3),
        facts_1000=_facts(asked, found, 1000),
        facts_4000=_facts(asked, found, 4000),
        index_s=round(index_s, 1),
        query=Latency.of(times),
    )


def _ranked(relevant: Qrels, found: dict[str, Sequence[Found]]) -> tuple[float, float]:
    from evals.measures.retrieval import calculated, scored

    run = {id_: scored([f"note/{file}" for file in _files(its)]) for id_, its in found.items()}
    values = calculated({id_: relevant[id_] for id_ in run}, run)
    return tuple(sum(values[name].values()) / len(run) for name in ("nDCG@10", "RR@10"))  # type: ignore[return-value]


def _files(found: Sequence[Found]) -> list[str]:
    """Each file once, where its first piece stands."""
    return list(dict.fromkeys(piece.file for piece in found))


def _facts(asked: Sequence[Topic], found: dict[str, Sequence[Found]], characters: int) -> float:
    held = [_holds(topic, found[topic.id], characters) for topic in asked]
    return round(sum(held) / len(held), 3)


def _holds(topic: Topic, found: Sequence[Found], characters: int) -> bool:
    text = "\n\n".join(piece.text for piece in found)[:characters]
    said = [span.of(line) for line in text.splitlines() for span in sentences(line)]
    return all(matching.lenient(nugget, said) for nugget in topic.vital)
