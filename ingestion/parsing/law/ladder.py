"""The ladder of a statute's lists: (1), then (a), then (i), rebuilt where the text has them all on one level."""

import re
from dataclasses import dataclass

_STYLES = {
    "number": re.compile(r"[0-9]+[A-Z]*|[A-Z][0-9]+"),
    "roman": re.compile(r"[ivx]+[a-h]?"),
    "letter": re.compile(r"[a-z]{1,3}"),
    "capital": re.compile(r"[A-Z]{1,2}"),
}
# As deep as numbered levels go, P1 to P7: marks that would lead deeper are no levels.
DEEPEST = 7
_FIRST = {"a": "letter", "i": "roman", "A": "capital"}
_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Rung:
    """One level: ``style`` of its marks, the ``mark`` last seen, and the ``opening`` item that introduces its list."""

    style: str
    mark: str
    opening: int | None = None


Ladder = tuple[Rung, ...]


def climb(ladder: Ladder, mark: str, opens: bool, last: int | None) -> Ladder:
    """The ladder once ``mark`` is reached; ``opens`` is whether the item before it, ``last``, ends as opening words do.

    (i) after (h) is a letter and after (a) a Roman numeral; where both can be, the innermost list goes on.
    """
    if _STYLES["number"].fullmatch(mark):
        return (Rung("number", mark),)
    if opens and mark in _FIRST:
        return _deeper(ladder, Rung(_FIRST[mark], mark, last))
    at = _level(ladder, mark)
    if at is not None:
        return (*ladder[:at], Rung(ladder[at].style, mark, ladder[at].opening))
    return _deeper(ladder, Rung(_FIRST.get(mark) or _style(mark), mark, last))


def _deeper(ladder: Ladder, rung: Rung) -> Ladder:
    """One level below; at the deepest, another of the same list."""
    if len(ladder) < DEEPEST:
        return (*ladder, rung)
    return (*ladder[:-1], Rung(rung.style, rung.mark, ladder[-1].opening))


def _style(mark: str) -> str:
    return next((style for style in ("letter", "capital") if _STYLES[style].fullmatch(mark)), "letter")


def _level(ladder: Ladder, mark: str) -> int | None:
    """The innermost level whose next mark this is; failing that, whose later mark it is, unless it is a first mark."""
    levels = range(len(ladder) - 1, -1, -1)
    for test in (_next, _later):
        if test is _later and mark in _FIRST:
            return None
        for at in levels:
            if _STYLES[ladder[at].style].fullmatch(mark) and test(ladder[at], mark):
                return at
    return None


def _next(rung: Rung, mark: str) -> bool:
    if rung.style == "roman":
        return _roman(mark)[0] - _roman(rung.mark)[0] in (0, 1) and _later(rung, mark)
    return ord(mark[0]) - ord(rung.mark[0]) in (0, 1) and _later(rung, mark)


def _later(rung: Rung, mark: str) -> bool:
    if rung.style == "roman":
        return _roman(mark) > _roman(rung.mark)
    return rung.style != "number" and mark > rung.mark


def _roman(mark: str) -> tuple[int, str]:
    digits = mark.rstrip("abcdefgh")
    values = [_VALUES[digit] for digit in digits]
    total = sum(
        -v if later and v < max(later) else v for v, later in ((v, values[i + 1 :]) for i, v in enumerate(values))
    )
    return total, mark[len(digits) :]
