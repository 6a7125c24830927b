"""The sparse arm: a persistent BM25 index over the stemmed words of each passage."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingestion import welsh

_WORD = re.compile(r"\w+(?:\.\d+)*")
_STOPWORDS = frozenset(
    """
    a about am an and any are as at be been but by can could did do does for from get go got had has have he her his how
    i if in into is it its me much my of on or our out over she so some than that the their them then there these they
    this those to up us was we were what when where which who whom why will with would you your
    """.split()
)


def words(text: str, language: str = "en") -> list[str]:
    """Stemmed words worth matching; numbers such as 12.12 stay whole, ``must`` and ``may`` are kept."""
    if language == "cy":
        return [welsh.root(word) for word in _WORD.findall(text.lower()) if word not in welsh.STOPWORDS]
    found = [word for word in _WORD.findall(text.lower()) if word not in _STOPWORDS]
    return list(_stemmer().stemWords(found))


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


class SparseIndex:
    """BM25 (Lucene's variant; Robertson and Zaragoza 2009) over all passages, by ordinal."""

    def __init__(self, bm25: Any, size: int) -> None:
        self._bm25 = bm25
        self._size = size

    @classmethod
    def build(cls, texts: Sequence[str], languages: Sequence[str], folder: Path) -> None:
        import bm25s

        bm25 = bm25s.BM25(k1=1.2, b=0.75)
        found = (words(text, language) for text, language in zip(texts, languages, strict=True))
        bm25.index([terms or ["∅"] for terms in found], show_progress=False)
        bm25.save(str(folder), show_progress=False)

    @classmethod
    def load(cls, folder: Path, size: int) -> "SparseIndex":
        import bm25s

        return cls(bm25s.BM25.load(str(folder), mmap=True, load_corpus=False), size)

    def scores(self, terms: Sequence[str]) -> NDArray[np.float32]:
        """The BM25 score of every passage; zeros when no term is known."""
        known = [term for term in terms if term in self._bm25.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)

    def rarity(self, term: str) -> float:
        """Inverse document frequency of a stemmed term, in nats; a term never seen is the rarest."""
        token = self._bm25.vocab_dict.get(term) if term else None
        starts = self._bm25.scores["indptr"]
        frequency = 0 if token is None else int(starts[token + 1] - starts[token])
        return float(np.log1p((self._size - frequency + 0.5) / (frequency + 0.5)))
