"""Verification: a sentence stands only on words that are really in its quotes, and says nothing else than they do.

A sentence that is its quotes, word for word, is held against their force and bearer alone; one in other words, as a language
model writes, against all that could change the law: figures, provisions, negation, exceptions, force, bearer, who is named.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from assistant.quoting import Draft
from corpus.duties import Bearer, Force
from corpus.figures import figures, stated
from corpus.provisions import named_in
from corpus.stated_duties import duties, is_named, mentioned, mentions, strengths

RESTATED = 0.7
NEW_WORDS = 0.4
_TOKEN = re.compile(r"\w+(?:[.,]\d+)*")
_NEGATION = re.compile(
    r"\b(?:not|cannot|no|nor|neither|never|without|none)\b|n['’]t\b|\b(?:ni|nid|na|nad|heb|dim|byth|peidio)\b",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\b(?:unless|except|other than|apart from|subject to|oni bai|ac eithrio|heblaw|yn ddarostyngedig)\b", re.IGNORECASE
)
_LONG = 4
_ROOT = 5


class Fault(StrEnum):
    """Why a sentence does not stand."""

    QUOTE = "quote"
    WORDS = "words"
    FIGURE = "figure"
    PROVISION = "provision"
    NEGATION = "negation"
    EXCEPTION = "exception"
    FORCE = "force"
    BEARER = "bearer"
    BODY = "body"


def verified(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that stand."""
    return [draft for draft in drafts if not any(faults(draft))]


def faults(draft: Draft) -> Iterator[Fault]:
    """All that is wrong with a sentence, nothing when it stands."""
    if not draft.quotes or not all(q.text.strip() and q.text in q.passage.text for q in draft.quotes):
        yield Fault.QUOTE
        return
    units = [q.unit for q in draft.quotes]
    if draft.force is not None and draft.force not in {unit.force for unit in units}:
        yield Fault.FORCE
    if draft.bearer is not None and draft.bearer not in {unit.bearer for unit in units}:
        yield Fault.BEARER
    if not _is_verbatim(draft):
        yield from _in_other_words(draft)


def unsupported_words(sentence: str, quotes: Iterable[str]) -> list[str]:
    """The words of the sentence that none of its quotes holds: numbers, negations and must/should/may included."""
    quoted = {token for quote in quotes for token in _tokens(quote)}
    return [token for token in _tokens(sentence) if token not in quoted]


def _is_verbatim(draft: Draft) -> bool:
    """Whether the sentence is some of its quotes, one after the other."""
    rest = draft.text
    for q in draft.quotes:
        rest = rest.removeprefix(q.text).lstrip()
    return not rest


def _in_other_words(draft: Draft) -> Iterator[Fault]:
    said, quotes = draft.text, [q.text for q in draft.quotes]
    quoted = " ".join(quotes)
    limits = {figure for q in draft.quotes for figure in figures(q.unit.limit or "")}
    if figures(said) - stated(quoted) - limits:
        yield Fault.FIGURE
    rests = {p for q in draft.quotes for p in (*q.unit.provisions, *named_in(q.text))}
    if any(not any(n.contains(p) or p.contains(n) for p in rests) for n in named_in(said)):
        yield Fault.PROVISION
    if _turned(said, quotes):
        yield Fault.NEGATION
    if _EXCEPTION.search(quoted) and not _EXCEPTION.search(said):
        yield Fault.EXCEPTION
    yield from _other_duties(said, quotes)
    if not _in_order(strengths(said), strengths(quoted)):
        yield Fault.FORCE
    if any(not is_named(body, mentions(quoted)) for body in mentions(said)) or _named_oftener(said, quotes):
        yield Fault.BODY
    if _new(said, quoted) > NEW_WORDS:
        yield Fault.WORDS


def _turned(said: str, quotes: Sequence[str]) -> bool:
    """Whether it denies more than its quotes do, or less than one that it says again."""
    mine = len(_NEGATION.findall(said))
    if mine > sum(len(_NEGATION.findall(quote)) for quote in quotes):
        return True
    again = (quote for quote in quotes if 1 - _new(quote, said) >= RESTATED)
    return any(len(_NEGATION.findall(quote)) > mine for quote in again)


def _in_order(mine: Sequence[Force], others: Sequence[Force]) -> bool:
    """Whether all of mine stand among the others, in that order."""
    rest = iter(others)
    return all(force in rest for force in mine)


def _named_oftener(said: str, quotes: Sequence[str]) -> bool:
    """Whether it names someone oftener than a quote that it says again: somebody else must then be missing."""
    again = [quote for quote in quotes if 1 - _new(quote, said) >= RESTATED]
    return any(
        len(mentioned(said)) >= len(mentioned(quote)) and Counter(mentioned(said)) - Counter(mentioned(quote))
        for quote in again[:1]
    )


def _other_duties(said: str, quotes: Sequence[str]) -> Iterator[Fault]:
    """Each duty that it states must be one of its quotes: as strong, and of the same."""
    owed = list(duties(quotes))
    for duty in duties([said]):
        as_strong = [other for other in owed if other.force is duty.force]
        if not as_strong:
            yield Fault.FORCE
        elif duty.bearers and not any(_shared(duty.bearers, other.bearers) for other in as_strong):
            yield Fault.BEARER


def _shared(mine: frozenset[Bearer], others: frozenset[Bearer]) -> bool:
    return not others or any(is_named(body, others) for body in mine)


def _new(text: str, other: str) -> float:
    """The share of a text's longer words of which the other holds no form."""
    words = [word for word in _tokens(text) if len(word) >= _LONG]
    roots = {word[:_ROOT] for word in _tokens(other)}
    return sum(word[:_ROOT] not in roots for word in words) / len(words) if words else 0.0


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())
