"""A question as words, each with what tells whether it can be part of a name."""

import re
from dataclasses import dataclass

TITLES = frozenset("mr mrs ms miss mx dr prof professor".split())
LINKS = frozenset("ap ab ferch al el bin ibn van von de da dos del mac".split())
"""What stands inside a name: Tomos ap Gwilym."""
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’‘-][^\W\d_]+)*(?![\w])")
_POSSESSIVE = re.compile(r"['’](?:s|r|n|i|w|u|m|th|ll|d|re|ve)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """``end`` stands before a possessive or a Welsh contraction; ``key`` is in small letters without it."""

    key: str
    whole: str
    start: int
    end: int
    capital: bool
    acronym: bool
    opens: bool
    joined: bool
    """Only a space stands between it and the word before."""
    bare: bool
    """Nothing was cut from its end, so that a name may go on behind it."""


def words(text: str) -> list[Word]:
    found, last = list[Word](), 0
    for match in _WORD.finditer(text):
        written = match[0]
        cut = _POSSESSIVE.search(written)
        stem = written[: cut.start()] if cut and cut.start() else written
        between = text[last : match.start()]
        found.append(
            Word(
                key=stem.lower().replace("’", "'"),
                whole=written.lower().replace("’", "'"),
                start=match.start(),
                end=match.start() + len(stem),
                capital=stem[0].isupper(),
                acronym=len(stem) > 1 and stem[0].isupper() and stem[1].isupper(),
                opens=not found or any(mark in between for mark in '.?!:\n"“'),
                joined=between == " ",
                bare=stem == written,
            )
        )
        last = match.end()
    return found
