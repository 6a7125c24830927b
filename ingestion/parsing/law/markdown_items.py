"""Items read from Markdown lines, their levels rebuilt where a public copy has them all on one."""

import re
from collections.abc import Iterable

from ingestion.parsing.law.items import Item, finish
from ingestion.parsing.law.ladder import Ladder, climb
from ingestion.parsing.lines import Line
from ingestion.parsing.markup import MARKDOWN
from ingestion.parsing.prose import Prose, clean

_MARKED = re.compile(r"\s*(?:[-*]\s+)?\((?P<mark>[0-9]+[A-Z]*|[A-Z][0-9]+|[a-z]{1,4}|[A-Z]{1,2})\)\s+(?=\S)")
_ITEM = re.compile(r"\s*[-*]\s+(?=\S)")
_QUOTED = re.compile(r"\s*>[>\s]*(?:[-*]\s+)?")
_FOOTNOTE = re.compile(r"\s*\[\^[^\]]+\]:")
_LEFT_OVER = re.compile(r"[^\w\s]{1,3}(?:\s*(?:and|or))?")


def items_of(lines: Iterable[Line]) -> list[Item]:
    """The items in order, with levels rebuilt, closing words given to what they close, and each one's force."""
    reader = _Reader()
    for line in lines:
        if line.bare and not _FOOTNOTE.match(line.text):
            reader.read(line)
    finish(reader.items)
    return reader.items


class _Reader:
    """Reads lines into items, knowing which lists are open."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.ladder: Ladder = ()
        self.defining: tuple[Ladder, int | None] | None = None

    def read(self, line: Line) -> None:
        if line.bare.startswith(">"):
            self._quote(line)
        elif marked := _MARKED.match(line.text):
            self._mark(marked["mark"], _words(line, marked.end()))
        elif listed := _ITEM.match(line.text):
            self._define(_words(line, listed.end()))
        elif self.items and _LEFT_OVER.fullmatch(line.bare):
            self._finish(_words(line, line.indent))
        else:
            self._close(_words(line, line.indent))

    def _mark(self, mark: str, prose: Prose) -> None:
        last = len(self.items) - 1 if self.items else None
        self.ladder = climb(self.ladder, mark, bool(self.items) and self.items[-1].opens, last)
        if len(self.ladder) == 1:
            self.defining = None
        self._add(prose, f"({mark})", self.ladder[-1].opening)

    def _define(self, prose: Prose) -> None:
        """An item without a mark, such as a definition, stands at the level of the first in its list."""
        if self.defining is None:
            self.defining = (self.ladder, len(self.items) - 1 if self.items else None)
        self.ladder = self.defining[0]
        self._add(prose, "", self.defining[1])

    def _close(self, prose: Prose) -> None:
        """Words after a list belong to what opened the list."""
        opening = self.ladder[-1].opening if self.ladder else None
        if opening is not None or self._unnumbered():
            self.ladder = self.ladder[:-1]
        self._add(prose, "", opening)

    def _unnumbered(self) -> bool:
        return len(self.ladder) == 1 and self.ladder[0].style != "number"

    def _quote(self, line: Line) -> None:
        quoted = _QUOTED.match(line.text)
        prose = _words(line, quoted.end() if quoted else 0)
        if self.items and prose.text:
            self.items[-1].quoted.append(prose)
        elif prose.text:
            self._add(prose, "", None)

    def _finish(self, prose: Prose) -> None:
        """The stop or semicolon that follows quoted text."""
        if self.items[-1].quoted:
            self.items[-1].tail = prose.text

    def _add(self, prose: Prose, mark: str, opening: int | None) -> None:
        if prose.text:
            self.items.append(Item(prose, tuple(rung.mark for rung in self.ladder), mark, opening))


def _words(line: Line, at: int) -> Prose:
    return clean(line.text[at:], line.start + at, MARKDOWN)
