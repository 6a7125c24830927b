"""The words that tell names from other words, one list a file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.redaction.words import Word

Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""By their first word, the longest first."""
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """First names by how far a spelling alone can be trusted, surnames, and what is no person's; all in small letters."""

    first: frozenset[str]
    capitalised: frozenset[str]
    cued: frozenset[str]
    surnames: frozenset[str]
    surname_words: frozenset[str]
    terms: frozenset[str]
    public: Phrases
    office_holders: Phrases

    def is_term(self, word: Word) -> bool:
        """Is it never a person's, as it stands or without its ending?"""
        return word.key in self.terms or word.whole in self.terms


@cache
def lexicon() -> Lexicon:
    terms, cued = _words("terms"), _words("cued")
    capitalised = _words("capitalised") - terms - cued
    return Lexicon(
        first=_words("first_names") - terms - cued - capitalised,
        capitalised=capitalised,
        cued=cued,
        surnames=_words("surnames"),
        surname_words=_words("surname_words"),
        terms=terms,
        public=_phrases("public"),
        office_holders=_phrases("office_holders"),
    )


def _lines(name: str) -> list[str]:
    return [line for line in (_HERE / f"{name}.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _phrases(name: str) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in _lines(name):
        words = tuple(line.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in found.items()}
