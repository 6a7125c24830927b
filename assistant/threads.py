"""Threads: what was asked before, in memory alone, so that a follow-up can be read with it."""

import re
from collections import OrderedDict
from threading import Lock

KEPT = 10_000
_FEW = 8
_BEGINS = re.compile(
    r"^(?:and|but|so|or|then|also|ok(?:ay)? (?:and|but|so)|what (?:about|if)|how about|what['’]s|same (?:for|if)|does (?:that|this|it)|is (?:that|this|it)|could (?:that|it|they|he|she)"
    r"|a (?:beth|os|pwy|oes|yw)\b|ac |ond |beth (?:am|os|petai)|felly|neu )",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:it|that|this|those|these|they|them|their|he|him|his|she|her|one|then|instead|either|hwnnw|hynny|hwn|nhw|hi|fe|fo|ef|hefyd)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:what|how) about\b|^(?:and|or)\b|\bsame for\b|\brather than\b|\binstead of\b|\bbeth (?:am|os)\b|^a(?:c)? ",
    re.IGNORECASE,
)
# Of each kind a question is about one: a follow-up that names another asks the same of that one.
_KINDS = (
    (
        r"(?:FEIs?|further education (?:institution|college)s?|FE colleges?|colleges?|SAB|coleg(?:au)?)",
        r"(?:(?:maintained |primary |secondary |special |mainstream )*schools?|governing bod(?:y|ies)|ysgol(?:ion)?(?: a gynhelir)?)",
        r"(?:local authorit(?:y|ies)|LAs?|councils?|awdurdod(?:au)? lleol|cyngor)",
        r"(?:NHS(?: bod(?:y|ies))?|health boards?|LHBs?|bwrdd iechyd|GIG)",
        r"(?:PRUs?|pupil referral units?|UCD(?:au)?)",
        r"(?:nurser(?:y|ies)|early years settings?|meithrinfa)",
    ),
    (
        r"young (?:person|people)",
        r"(?:child(?:ren)?|pupils?)",
        r"looked[- ]after child(?:ren)?",
    ),
)
_COMPILED = tuple(
    tuple(re.compile(rf"\b(?:an? |the |our |my )?(?:{one})\b", re.IGNORECASE) for one in kind) for kind in _KINDS
)


class Threads:
    """The last question of each thread, as it was read, redacted; the oldest threads are forgotten first. Never on a disk."""

    def __init__(self) -> None:
        self._last: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def read(self, thread: str, text: str) -> str:
        """The text as it is meant in its thread."""
        with self._lock:
            before = self._last.get(thread)
        return joined(before, text) if before and follows(text) else text

    def keep(self, thread: str, text: str) -> None:
        with self._lock:
            self._last[thread] = text
            self._last.move_to_end(thread)
            while len(self._last) > KEPT:
                self._last.popitem(last=False)


def follows(text: str) -> bool:
    """Whether a text leans on what was asked before it."""
    return (
        bool(_BEGINS.search(text))
        or len(text.split()) <= _FEW
        or bool(_POINTS.search(text) and len(text.split()) <= 2 * _FEW)
    )


def joined(before: str, text: str) -> str:
    """The earlier question with what the follow-up puts in its place, then the follow-up itself."""
    if _INSTEAD.search(text):
        for kind in _COMPILED:
            before = _with_other(before, text, kind)
    return f"{before} {text}"


def _with_other(before: str, text: str, kind: tuple[re.Pattern[str], ...]) -> str:
    named = [(one, match[0]) for one in kind if (match := one.search(text))]
    earlier = [one for one in kind if one.search(before)]
    if len(named) != 1 or len(earlier) != 1 or named[0][0] is earlier[0]:
        return before
    return earlier[0].sub(named[0][1], before)
