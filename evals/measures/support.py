"""Claim support: the share of sentences that the verifier lets stand on quotes which were read again and are there.

After "attributable to identified sources": Rashkin et al., "Measuring Attribution in Natural Language Generation Models"
(Computational Linguistics 2023). ``dropped`` counts what the verifier had to take out before anyone saw it.
"""

from evals.measures.citations import cited_by, supported
from evals.measures.measure import per_topic
from evals.verdicts import Judged


def _supported(judged: Judged) -> float | None:
    there = {c.number: held for c, held in zip(judged.answer.citations, judged.outcome.verbatim, strict=True)}
    cited = cited_by(judged)
    standing = [all(there[c.number] for c in citations) and supported(text, citations) for text, citations in cited]
    return sum(standing) / len(standing) if standing else None


def _dropped(judged: Judged) -> float | None:
    dropped = judged.answer.receipt.dropped
    drafted = len(judged.answer.sentences) + dropped
    return dropped / drafted if drafted else None


MEASURES = (
    per_topic("supported", _supported, everywhere=True),
    per_topic("dropped", _dropped, more_is_better=False, everywhere=True),
)
