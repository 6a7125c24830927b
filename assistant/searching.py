"""Search: the ranking of a query, without an answer."""

from assistant.questions import Question
from assistant.retrieval import Retriever
from assistant.screening import screen
from assistant.wire_passages import HitJson, SearchJson
from corpus.passages import Hit


def hits(retriever: Retriever, question: Question, depth: int) -> SearchJson:
    """The ``depth`` best passages. Raises UnusableQuestion."""
    screened = screen(question)
    ranked = retriever.retrieve(screened).ranked[:depth]
    found = [Hit(passage=r.candidate.passage, rank=rank, score=r.score) for rank, r in enumerate(ranked, start=1)]
    return SearchJson(
        query=screened.text, hits=[HitJson.of(hit, retriever.index.source_of(hit.passage)) for hit in found]
    )
