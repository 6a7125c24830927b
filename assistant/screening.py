"""What is done with a question before anything else sees it: cleaned, measured, its language told."""

import unicodedata
from dataclasses import replace

from assistant import language
from assistant.questions import LIMIT, Question, UnusableQuestion
from assistant.wording import say


def screen(question: Question) -> Question:
    """The question cleaned of invisible and control characters, with its language (None: another one).

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
    return replace(question, text=text, lang=question.lang or language.of(text))


def clean(text: str) -> str:
    """Composed characters, one space between words, nothing that a person cannot see."""
    composed = unicodedata.normalize("NFC", text)
    visible = ("" if unicodedata.category(c) in ("Cf", "Co", "Cn", "Cs") else c for c in composed)
    spaced = (" " if unicodedata.category(c)[0] in "CZ" else c for c in "".join(visible))
    return " ".join("".join(spaced).split())
