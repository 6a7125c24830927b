"""Search: the ranking of a query, without an answer, and the unit of each passage that it landed on."""

from collections.abc import Sequence

from assistant.questions import Question
from assistant.ranking import Ranked
from assistant.retrieval import Retriever
from assistant.screening import screen
from assistant.wire_passages import HitJson, SearchJson
from corpus.passages import Hit
from corpus.provisions import Provision, named_in


def hits(retriever: Retriever, question: Question, depth: int) -> SearchJson:
    """The ``depth`` best passages. Raises UnusableQuestion."""
    screened = retriever.read(screen(question))
    ranked = retriever.retrieve(screened).ranked[:depth]
    named = named_in(screened.text)
    return SearchJson(
        query=screened.text,
        hits=[
            HitJson.of(
                Hit(passage=r.candidate.passage, rank=rank, score=r.score),
                retriever.index.source_of(r.candidate.passage),
                _landed(r, named),
            )
            for rank, r in enumerate(ranked, start=1)
        ],
    )


def _landed(ranked: Ranked, named: Sequence[Provision]) -> int:
    """The index of the unit that the query names, or of the deepest that holds it; else of the one that it is most like."""
    own = [(p, at) for at, unit in enumerate(ranked.candidate.passage.units) for p in unit.provisions]
    exact = [at for p, at in own if any(n.contains(p) for n in named)]
    around = [(len(p.steps), -at) for p, at in own if any(p.contains(n) for n in named)]
    if exact or around:
        return exact[0] if exact else -max(around)[1]
    units = ranked.candidate.units
    return max(range(len(units)), key=lambda at: units[at])
