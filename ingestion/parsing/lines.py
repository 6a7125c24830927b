"""The lines of a text with their places, and the furniture of pages and web sites that says nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FURNITURE = re.compile(
    r"[-–—|\s]*(?:page\s+|tudalen\s+)?\d{1,4}(?:\s*(?:of|o|/)\s*\d{1,4})?[-–—|\s]*"
    r"|[^\w\s]{1,3}|[_=*~|:+\-–—\s]{3,}|minutes:?|agenda item|supporting documents:?"
    r"|skip to (?:main )?content|neidio i.r prif gynnwys?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands; ``start`` is its place in the text."""

    text: str
    start: int

    @property
    def bare(self) -> str:
        return self.text.strip()

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    def after(self, offset: int) -> "Line":
        """The rest of the line from ``offset``."""
        return Line(self.text[offset:], self.start + offset)

    def blank(self) -> "Line":
        return Line("", self.start)


def lines_of(text: str) -> Iterator[Line]:
    start = 0
    for line in text.split("\n"):
        yield Line(line, start)
        start += len(line) + 1


def is_furniture(line: Line) -> bool:
    """A page number, a rule, a stray mark or a web page's own words, alone on a line."""
    return bool(_FURNITURE.fullmatch(line.bare))


def width_of(lines: list[Line]) -> int:
    """The width at which the text was wrapped: nine lines in ten are no longer."""
    lengths = sorted(len(line.bare) for line in lines if line.bare)
    return lengths[len(lengths) * 9 // 10] if lengths else 0
