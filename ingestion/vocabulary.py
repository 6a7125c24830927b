"""The vocabulary of a snapshot: every word of what is searched, as it is written, and how often it is used."""

from collections import Counter
from collections.abc import Sequence

from corpus.passages import Passage
from corpus.words import WORD


def counted(passages: Sequence[Passage], texts: Sequence[str]) -> dict[str, dict[str, int]]:
    """By the language of the passages, whose searched texts are ``texts``."""
    counts: dict[str, Counter[str]] = {}
    for passage, text in zip(passages, texts, strict=True):
        counts.setdefault(passage.language, Counter()).update(WORD.findall(text.lower()))
    return {language: dict(each) for language, each in counts.items()}
