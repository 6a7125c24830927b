"""Prose: cleaned text that remembers where in the source each part of it stood."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.passages import Span

PLAIN = re.compile(r"(?P<space>\s+)")
_OUTSIDE = 1 << 62


@dataclass(frozen=True, slots=True)
class Prose:
    """``places`` pairs offsets in ``text`` and in the source from which both run on together, up to ``end``."""

    text: str
    places: tuple[tuple[int, int], ...]
    end: int

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where the source holds ``text[start:end]``."""
        last = (len(self.text) if end is None else end) - 1
        first = self._place(start)
        return Span(first, max(first, self._place(last) + 1))

    def cut(self, start: int, end: int) -> "Prose":
        after = bisect_right(self.places, (start, _OUTSIDE))
        later = self.places[after : bisect_right(self.places, (end, -1))]
        places = ((0, self._place(start)), *((text - start, source) for text, source in later))
        return Prose(self.text[start:end], places, self.span(start, end).end)

    def then(self, tail: str) -> "Prose":
        """With words after it that the source does not hold."""
        return Prose(self.text + tail, self.places, self.end)

    def _place(self, position: int) -> int:
        text, source = self.places[max(0, bisect_right(self.places, (position, _OUTSIDE)) - 1)]
        return min(source + max(0, position - text), max(0, self.end - 1))


def clean(raw: str, start: int, drops: re.Pattern[str] = PLAIN) -> Prose:
    """``raw``, which stands at ``start``, without what ``drops`` matches; its group ``space`` becomes one space."""
    kept = _Kept()
    position = 0
    for match in drops.finditer(raw):
        kept.add(raw[position : match.start()], start + position)
        if match["space"] and kept.texts and kept.texts[-1] != " ":
            kept.add(" ", start + match.start())
        position = match.end()
    kept.add(raw[position:], start + position)
    return Prose("".join(kept.texts).rstrip(), tuple(kept.places) or ((0, start),), start + len(raw.rstrip()))


@dataclass(slots=True)
class _Kept:
    """Text as it is gathered, with a place wherever it does not run on from what stood before in the source."""

    texts: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, source: int) -> None:
        if not text:
            return
        if not self.places or source - self.length != self.places[-1][1] - self.places[-1][0]:
            self.places.append((self.length, source))
        self.texts.append(text)
        self.length += len(text)


def join(pieces: Iterable[Prose], separator: str = " ") -> Prose:
    """One prose of several (at least one) that follow each other in the source."""
    texts, places, length, end = list[str](), list[tuple[int, int]](), 0, 0
    for piece in pieces:
        places.extend((length + text, source) for text, source in piece.places)
        texts.append(piece.text)
        length += len(piece.text) + len(separator)
        end = piece.end
    return Prose(separator.join(texts), tuple(places), end)
