"""Redaction: personal data in a question gives way to placeholders before anything else sees the question."""

from collections import Counter
from dataclasses import dataclass

from assistant.redaction.kinds import Personal, Span
from assistant.redaction.names import names
from assistant.redaction.patterns import patterns

__all__ = ["Found", "Personal", "Redacted", "personal", "redact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How often a kind of personal data was taken out; never what it said."""

    kind: Personal
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    text: str
    removed: tuple[Found, ...]


def redact(text: str, language: str = "en") -> Redacted:
    """The text with placeholders in ``language`` (en or cy); what is not personal stays to the letter."""
    spans = personal(text)
    kept, at = [], 0
    for span in spans:
        kept += [text[at : span.start], span.kind.placeholder(language)]
        at = span.end
    counts = Counter(span.kind for span in spans)
    removed = tuple(Found(kind=kind, count=count) for kind, count in counts.items())
    return Redacted(text="".join([*kept, text[at:]]), removed=removed)


def personal(text: str) -> tuple[Span, ...]:
    """Where personal data stands, from left to right, no two overlapping."""
    fixed = patterns(text)
    return tuple(sorted([*fixed, *names(text, fixed)], key=lambda span: span.start))
