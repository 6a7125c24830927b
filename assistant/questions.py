"""A question as it was asked, with what narrows it."""

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import uuid4

from assistant.redaction import Found
from corpus.sources import Kind

LIMIT = 2000


class UnusableQuestion(ValueError):
    """Input that is no question: empty, too long, or without a readable character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """``lang`` is en or cy when the asker chose it; ``as_at`` the day whose law is asked about (None: today).

    ``removed`` says what kinds of personal data screening took out.
    """

    text: str
    lang: str | None = None
    as_at: date | None = None
    area: str | None = None
    kinds: frozenset[Kind] | None = None
    removed: tuple[Found, ...] = ()
    thread: str = field(default_factory=lambda: uuid4().hex)

    @property
    def day(self) -> str:
        """The ISO date whose law is asked about."""
        return (self.as_at or date.today()).isoformat()

    def in_thread(self, thread: str) -> "Question":
        return replace(self, thread=thread)
