"""Subject: whether a sentence speaks of what its provisions speak of, by the rarer words that they share."""

import math
import re
from collections import Counter
from collections.abc import Iterable

import Stemmer

_WORD = re.compile(r"[^\W\d_]{3,}")
_FEW = 0.3


class Vocabulary:
    """How rare each word is among the units of a corpus."""

    def __init__(self, units: Iterable[str]) -> None:
        self._stem = Stemmer.Stemmer("english")
        self._in = Counter[str]()
        self._units = 0
        for unit in units:
            self._in.update(self._words(unit))
            self._units += 1

    def _words(self, text: str) -> frozenset[str]:
        return frozenset(self._stem.stemWords(_WORD.findall(text.lower())))

    def _weight(self, words: Iterable[str]) -> float:
        """A word that stands nowhere in the corpus weighs nothing: it can tell no provision from another."""
        return sum(math.log(self._units / self._in[word]) for word in words if self._in[word])

    def is_beside(self, sentence: str, units: Iterable[str]) -> bool:
        """Whether so little of a sentence stands in the units that it may be about something else."""
        words = self._words(sentence)
        total = self._weight(words)
        return total > 0 and self._weight(words & self._words(" ".join(units))) < _FEW * total
