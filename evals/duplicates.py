"""Near-duplicates: questions so alike that one in the tuning half would give away one in the test half.

By what they share in letters (character n-grams, as in Broder's shingles, 1997) and, when a model is at hand, in sense.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evals.topics import Topic
from ingestion.embedding import Embedder

LETTERS = 0.6
SENSE = 0.87


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions and how alike they are, from 0 to 1."""

    tuned: Topic
    tested: Topic
    alike: float
    by: str


def near(tuned: Sequence[Topic], tested: Sequence[Topic], embedder: Embedder | None = None) -> Iterator[Pair]:
    """Pairs from both sides that are alike, the most alike first; a topic and the one that it is built on are no pair."""
    found: dict[tuple[int, int], Pair] = {}
    for by, threshold, likeness in _likenesses([t.question for t in tuned], [t.question for t in tested], embedder):
        for at, other in np.argwhere(likeness >= threshold):
            found.setdefault((int(at), int(other)), Pair(tuned[at], tested[other], float(likeness[at, other]), by))
    pairs = (p for p in found.values() if p.tuned.id not in (p.tested.id, p.tested.base, p.tested.twin))
    yield from sorted(pairs, key=lambda pair: -pair.alike)


def _likenesses(
    a: Sequence[str], b: Sequence[str], embedder: Embedder | None
) -> Iterator[tuple[str, float, NDArray[np.float64]]]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    if not a or not b:
        return
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), lowercase=True).fit([*a, *b])
    yield "letters", LETTERS, (letters.transform(a) @ letters.transform(b).T).toarray()
    if embedder:
        yield "sense", SENSE, np.asarray(embedder.embed(a) @ embedder.embed(b).T, dtype=np.float64)
