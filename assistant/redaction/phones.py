"""Telephone numbers, as Google's libphonenumber tells them (its numbering plans come with the library; nothing is fetched)."""

import re
from collections.abc import Iterator

_LOOKS_LIKE_ONE = re.compile(r"(?<![\d/.-])(?:\+|\(?0)\d(?:[ ()-]{0,2}\d){6,13}(?![\w/])")
_CALLED = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|ffôn|symudol|ffoniwch)\b[ .:]{1,3}(?P<number>\d(?: ?\d){4,10})\b",
    re.IGNORECASE,
)


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Numbers of Britain that begin with 0, any country's that begin with +, and what is called a telephone number."""
    for match in _CALLED.finditer(text):
        yield match.span("number")
    for match in _LOOKS_LIKE_ONE.finditer(text):
        for start, end in _within(match[0]):
            yield match.start() + start, match.start() + end


def _within(candidate: str) -> Iterator[tuple[int, int]]:
    # The library takes 40 ms to import: only a question with seven digits that look like a number pays for it, once.
    from phonenumbers import Leniency, PhoneNumberMatcher

    # "Possible" and not "valid": a wrong digit still points at a person.
    for match in PhoneNumberMatcher(candidate, "GB", leniency=Leniency.POSSIBLE, max_tries=5):
        if sum(character.isdigit() for character in match.raw_string) >= 10:
            yield match.start, match.end
