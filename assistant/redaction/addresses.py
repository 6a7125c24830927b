"""Where somebody lives: a number and a street, with or without a flat."""

import re
from collections.abc import Iterator

_FLAT = r"(?:\b(?:flat|fflat|apartment|apt\.?|unit) ?\d{1,4}[a-z]?,? ?)?"
_WORD = r"[^\W\d_][\w'’-]{0,24}"
_NUMBER = r"\b\d{1,4}[A-Za-z]?,? "
_STREET = (
    r"(?:street|str?|road|rd|avenue|ave|close|lane|drive|crescent|terrace|place|gardens?|grove|court|way|row|square|hill|walk|parade"
    r"|mews|rise|villas|cottages|fields?|estate|teras|heights)"
)
_WELSH_STREET = r"(?:heol|ffordd|stryd|lôn|lon|rhodfa|maes|maes-\w{1,15}|cae|clos|parc|trem|stad|teras|rhes|cilgant|llys|bryn|pen|tan|rhiw|allt)"
_ENGLISH_ADDRESS = re.compile(rf"{_FLAT}{_NUMBER}(?P<words>{_WORD}(?: {_WORD}){{0,3}}?) {_STREET}\b", re.IGNORECASE)
_WELSH_ADDRESS = re.compile(
    rf"{_FLAT}{_NUMBER}{_WELSH_STREET}(?:[ -](?:y|yr|yr?-\w{{1,15}}|newydd|uchaf|isaf|fawr|las|goch|wen))*?(?: {_WORD}){{1,3}}",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:sections?|ss?\.?|reg(?:ulation)?s?\.?|part|chapter|para(?:graph)?s?\.?|year|yr|schedule|article|stage|page|adran|rheoliad|rhan"
    r"|pennod|paragraff|blwyddyn|atodlen|erthygl|of|the|within|after|for)\s*$",
    re.IGNORECASE,
)
_LIVES = re.compile(r"\b(?:liv(?:e|es|ed|ing)|address|moved|at|in|byw|cyfeiriad)\b[^.?!]{0,20}$", re.IGNORECASE)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """A street in small letters counts only after a word of living there."""
    for match in _ENGLISH_ADDRESS.finditer(text):
        if _is_one(text, match.start(), match["words"].split()):
            yield match.span()
    for match in _WELSH_ADDRESS.finditer(text):
        yield from _trimmed(text, match)


def _is_one(text: str, start: int, words: list[str]) -> bool:
    before = text[max(0, start - 40) : start]
    if _LAW.search(before):
        return False
    return all(word[0].isupper() for word in words) or (len(words) < 3 and bool(_LIVES.search(before)))


def _trimmed(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Up to the last capital letter: the Welsh put the name of a street behind the word."""
    before = text[max(0, match.start() - 40) : match.start()]
    words = list(re.finditer(r"[^\s]+", match[0]))
    named = [word for word in words if word[0][0].isupper()]
    if _LAW.search(before) or not (len(named) > 1 or (named and _LIVES.search(before)) or _LIVES.search(before)):
        return
    yield match.start(), match.start() + (named[-1].end() if named else match.end() - match.start())
