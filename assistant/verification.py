"""Verification: a sentence stands only on words that are really in its quotes."""

import re
from collections.abc import Iterable, Sequence

from assistant.quoting import Draft

_TOKEN = re.compile(r"\w+(?:[.,]\d+)*")


def unsupported_words(sentence: str, quotes: Iterable[str]) -> list[str]:
    """The words of the sentence that none of its quotes holds: numbers, negations and must/should/may included."""
    quoted = {token for quote in quotes for token in _tokens(quote)}
    return [token for token in _tokens(sentence) if token not in quoted]


def verified(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that stand: their quotes are verbatim, and say every word of the sentence."""
    return [draft for draft in drafts if draft.quotes and _verbatim(draft) and not _unsupported(draft)]


def _unsupported(draft: Draft) -> list[str]:
    return unsupported_words(draft.text, (quote.text for quote in draft.quotes))


def _verbatim(draft: Draft) -> bool:
    return all(quote.text.strip() and quote.text in quote.passage.text for quote in draft.quotes)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())
