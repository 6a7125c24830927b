"""Spelling: a word that is neither in the index nor in a dictionary is read as the index's word that it is nearly."""

from collections.abc import Mapping, Set
from functools import cache

from corpus.words import WORD

SHORTEST = 4
LONG = 8


def corrected(text: str, known: Mapping[str, int]) -> str:
    """The text with its misspelt words put right. ``known`` are the words of the index, with how often each is used.

    One slip is put right in a word, two in a long one: a letter missed, doubled, swapped or mistaken (Damerau, CACM 1964).
    A word with a capital inside, an abbreviation or a name in brackets stays.
    """
    return WORD.sub(lambda match: _corrected(match[0], known), text)


def _corrected(word: str, known: Mapping[str, int]) -> str:
    plain = word.lower()
    if len(plain) < SHORTEST or plain in known or not word[1:].islower() or plain in _dictionary():
        return word
    return _nearest(plain, known) or word


def _nearest(word: str, known: Mapping[str, int]) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 2 if len(word) >= LONG else 1
    choices = [other for other in known if other[0] == word[0] and len(other) >= SHORTEST]
    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=5)
    best = min(found, key=lambda each: (each[1], -known[each[0]]), default=None)
    return best[0] if best else None


@cache
def _dictionary() -> Set[str]:
    """English words; read when the first word that the index does not hold is met."""
    from spellchecker import SpellChecker

    return frozenset(SpellChecker(language="en").word_frequency.dictionary)
