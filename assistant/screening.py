"""What is done with a question before anything else sees it: cleaned, measured, its language told, personal data taken out."""

import unicodedata
from dataclasses import replace

from assistant import language
from assistant.homoglyphs import read_as_seen
from assistant.questions import LIMIT, Question, UnusableQuestion
from assistant.redaction import redact
from assistant.wording import say


def screen(question: Question) -> Question:
    """The question cleaned, redacted, and with its language (None: another one). Screening it again changes nothing.

    Raises UnusableQuestion for text that is empty, over 2,000 characters or holds no letter or digit.
    """
    asked_in = question.lang or "en"
    if len(question.text) > LIMIT:
        raise UnusableQuestion(say("long_question", asked_in, limit=f"{LIMIT:,}"))
    text = clean(question.text)
    if not text:
        raise UnusableQuestion(say("empty_question", asked_in))
    if not any(character.isalnum() for character in text):
        raise UnusableQuestion(say("unreadable_question", asked_in))
    told = question.lang or language.of(text)
    redacted = redact(text, told or "en")
    return replace(question, text=redacted.text, lang=told, removed=(*question.removed, *redacted.removed))


def clean(text: str) -> str:
    """Composed characters, one space between words, nothing that a person cannot see, no letter that passes for another."""
    composed = unicodedata.normalize("NFC", text)
    visible = ("" if unicodedata.category(c) in ("Cf", "Co", "Cn", "Cs") else c for c in composed)
    spaced = (" " if unicodedata.category(c)[0] in "CZ" else c for c in "".join(visible))
    return " ".join(read_as_seen("".join(spaced)).split())
