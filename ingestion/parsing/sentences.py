"""Sentences: where each begins and ends in a paragraph, aware of abbreviations, initials and numbers."""

import re
from collections.abc import Iterator

from corpus.passages import Span

_END = re.compile(r"[.?!…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9£ÂÊÎÔÛŴŶ])")
_LAST_WORD = re.compile(r"[^\s(\[“‘\"]+$")
_NEVER_ENDS = frozenset({"e.g.", "i.e.", "cf.", "viz.", "mr.", "mrs.", "ms.", "dr.", "prof.", "cllr.", "st.", "vs."})
_BEFORE_NUMBER = re.compile(r"(?:ss?|regs?|rr?|paras?|arts?|sch|ch?|nos?|pp?|vol|fig|tel|ext|approx)\.", re.IGNORECASE)
_INITIAL = re.compile(r"[A-Z]\.")


def sentences(text: str) -> Iterator[Span]:
    """The span of each sentence of ``text``, without the space around it."""
    start = 0
    for match in _END.finditer(text):
        if not _runs_on(text, start, match.end()):
            yield from _span(text, start, match.end())
            start = match.end()
    yield from _span(text, start, len(text))


def _runs_on(text: str, start: int, end: int) -> bool:
    found = _LAST_WORD.search(text, start, end)
    word = found.group() if found else ""
    if _BEFORE_NUMBER.fullmatch(word):
        return text[end:].lstrip()[:1].isdigit()
    return word.lower() in _NEVER_ENDS or bool(_INITIAL.fullmatch(word))


def _span(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
