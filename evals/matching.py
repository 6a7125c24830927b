"""Matching: whether a text says a fact, by the forms in which the fact may be put.

Strict: one of the forms stands in the text, word for word. Lenient: one sentence holds every stem of one of the forms,
in any order. That nuggets can be matched by their words: Lin and Demner-Fushman (HLT/EMNLP 2005).
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from evals.topics import Nugget

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_SMALL = frozenset(
    "a an and are as at be been is it its of or that the their them they this to was were which who".split()
)
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """Without case, typographic marks and runs of space: what is compared."""
    return " ".join(text.translate(_FOLDED).casefold().split())


def holds(text: str, form: str) -> bool:
    """Whether ``form`` stands in ``text`` as whole words and whole numbers; its last word may be in the plural."""
    return bool(_pattern(plain(form)).search(plain(text)))


@lru_cache(maxsize=8192)
def _pattern(form: str) -> re.Pattern[str]:
    plural = "(?:e?s)?" if form[-1:].isalpha() else ""
    return re.compile(rf"(?<!\w)(?<!\d[.,]){re.escape(form)}{plural}(?!\w)(?![.,]\d)")


def strict(nugget: Nugget, text: str) -> bool:
    return any(holds(text, form) for form in nugget.forms)


def lenient(nugget: Nugget, sentences: Iterable[str]) -> bool:
    """Whether a sentence says it, if not in these words. A form of small words alone must stand as it is."""
    held = [stems(sentence) for sentence in sentences]
    return any(any(form <= each for each in held) for form in _forms(nugget)) or (
        not _forms(nugget) and any(strict(nugget, sentence) for sentence in sentences)
    )


@lru_cache(maxsize=4096)
def _forms(nugget: Nugget) -> tuple[frozenset[str], ...]:
    return tuple(filter(None, map(stems, nugget.forms)))


@lru_cache(maxsize=32768)
def stems(text: str) -> frozenset[str]:
    """The stemmed words but articles and the like: *over*, *before*, *not* and *only* stay, since they turn what is said."""
    return frozenset(_stemmer().stemWords([word for word in _WORD.findall(plain(text)) if word not in _SMALL]))


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


def said(text: str, forms: Iterable[str]) -> list[str]:
    """Those of ``forms`` that stand in ``text``."""
    return [form for form in forms if holds(text, form)]
