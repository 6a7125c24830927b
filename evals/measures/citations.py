"""Citation recall and precision, after ALCE (Gao, Yen, Yu and Chen, EMNLP 2023).

Recall: the share of sentences whose cited quotes together say every word of them. Precision: the share of citations that
are of use: alone or not to be done without, or the law that a note cited with it rests on. Where ALCE asks a language
model whether a text follows, the rule of ``assistant.verification`` decides: of the shipped composer, which passed that
rule, these are invariants that a fault breaks, and no figures of quality.
"""

from collections.abc import Sequence

from assistant.verification import unsupported_words
from assistant.wire import CitationJson
from corpus.sources import Kind
from evals.measures.measure import per_topic
from evals.topics import related
from evals.verdicts import Judged


def cited_by(judged: Judged) -> list[tuple[str, list[CitationJson]]]:
    """Each sentence with its citations."""
    numbered = {citation.number: citation for citation in judged.answer.citations}
    return [(s.text, [numbered[n] for n in s.citations if n in numbered]) for s in judged.answer.sentences]


def supported(sentence: str, citations: Sequence[CitationJson]) -> bool:
    return bool(citations) and not unsupported_words(sentence, (c.quote for c in citations))


def _recall(judged: Judged) -> float | None:
    cited = cited_by(judged)
    return sum(supported(sentence, citations) for sentence, citations in cited) / len(cited) if cited else None


def _precision(judged: Judged) -> float | None:
    useful = [_useful(at, text, citations) for text, citations in cited_by(judged) for at in range(len(citations))]
    return sum(useful) / len(useful) if useful else None


def _useful(at: int, sentence: str, citations: Sequence[CitationJson]) -> bool:
    one, others = citations[at], [*citations[:at], *citations[at + 1 :]]
    if supported(sentence, [one]):
        return True
    if not supported(sentence, citations):
        return False
    return not supported(sentence, others) or any(_law_of(one, other) for other in others)


def _law_of(one: CitationJson, note: CitationJson) -> bool:
    """Whether ``one`` is the text of a provision that the note rests on."""
    if one.authority == Kind.NOTE or note.authority != Kind.NOTE:
        return False
    return any(related(a, b) for a in one.provisions for b in note.provisions)


MEASURES = (
    per_topic("citation_recall", _recall, everywhere=True),
    per_topic("citation_precision", _precision, everywhere=True),
)
