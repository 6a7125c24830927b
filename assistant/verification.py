"""Verification: a sentence stands only on words that are really in its quotes."""

import re
from collections.abc import Sequence

from assistant.composition import Draft

_TOKEN = re.compile(r"\w+(?:[.,]\d+)*")


def unsupported_words(draft: Draft) -> list[str]:
    """The words of the sentence that none of its quotes holds: numbers, negations and must/should/may included."""
    quoted = {token for quote in draft.quotes for token in _tokens(quote.text)}
    return [token for token in _tokens(draft.text) if token not in quoted]


def verified(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that stand: their quotes are verbatim, and say every word of the sentence."""
    return [draft for draft in drafts if draft.quotes and _verbatim(draft) and not unsupported_words(draft)]


def _verbatim(draft: Draft) -> bool:
    return all(quote.text.strip() and quote.text in quote.passage.text for quote in draft.quotes)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())
