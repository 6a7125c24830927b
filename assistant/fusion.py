"""Fusion: one score from the arms' scores. Which way is best is measured (`aln eval run`), not taken on faith."""

from collections.abc import Callable, Sequence

from ingestion.candidates import Candidate

Fusion = Callable[[Sequence[Candidate]], list[float]]
_RRF = 60


def dense_only(candidates: Sequence[Candidate]) -> list[float]:
    return [candidate.dense for candidate in candidates]


def sparse_only(candidates: Sequence[Candidate]) -> list[float]:
    return [candidate.sparse for candidate in candidates]


def standardised_sum(candidates: Sequence[Candidate]) -> list[float]:
    """The sum of both arms and the best part, each in deviations from its mean over the whole collection."""
    return [candidate.dense + candidate.sparse + candidate.best for candidate in candidates]


def reciprocal_rank(candidates: Sequence[Candidate]) -> list[float]:
    """Cormack, Clarke and Büttcher (SIGIR 2009), over the ranks of both arms."""
    totals = [0.0] * len(candidates)
    for scores in (dense_only(candidates), sparse_only(candidates)):
        for rank, at in enumerate(sorted(range(len(scores)), key=lambda i: -scores[i]), start=1):
            totals[at] += 1 / (_RRF + rank)
    return totals


FUSIONS: dict[str, Fusion] = {
    "dense": dense_only,
    "sparse": sparse_only,
    "sum": standardised_sum,
    "rrf": reciprocal_rank,
}
