"""Marks: what stands at the start of a line and says that something new begins."""

import re
from enum import Enum, auto

from ingestion.parsing.lines import Line


class Mark(Enum):
    """What stands before a paragraph: nothing, a bullet, ``2.8``, ``5.`` or ``c)``; a row has cells instead."""

    NONE = auto()
    BULLET = auto()
    PARAGRAPH_NUMBER = auto()
    NUMBER = auto()
    LETTER = auto()
    ROW = auto()


_BULLET = re.compile(r"\s*[•·▪◦●○‣*\-–—\uf0a7\uf0b7]\s+(?=\S)")
_POINTS = r"\s*(?P<number>[0-9]{1,2}(?:\.[0-9]{1,3})+)\.?"
_MARKS = (
    (Mark.ROW, re.compile(r"\s*\|\s*(?P<number>)(?=\S)")),
    (
        Mark.PARAGRAPH_NUMBER,
        re.compile(_POINTS + r"(?:\s+(?=[“‘\"'(\[]*[A-Z])|\s*$)"),
    ),
    (Mark.NUMBER, re.compile(r"\s*(?P<number>[0-9]{1,3})[.)]\s+(?=\S)")),
    (Mark.LETTER, re.compile(r"\s*\(?(?P<number>[a-z]|[ivx]{2,4})\)\s+(?=\S)")),
)


def mark_of(line: Line) -> tuple[Mark, str, int]:
    """The mark at the start of the line, its number and where the words begin."""
    bullet = _BULLET.match(line.text)
    at = bullet.end() if bullet else 0
    for mark, pattern in _MARKS:
        found = pattern.match(line.text, at)
        if found and (not bullet or mark is Mark.PARAGRAPH_NUMBER):
            return mark, found["number"], found.end()
    return (Mark.BULLET, "", at) if bullet else (Mark.NONE, "", line.indent)


def is_row(text: str) -> bool:
    return "\t" in text or text.startswith("|")
