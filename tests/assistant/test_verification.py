from dataclasses import replace

import pytest

from assistant.quoting import Draft, Quoted
from assistant.verification import unsupported_words, verified
from corpus import notes

PASSAGE = next(note.passage for note in notes.load() if note.id == "school-time-to-decide")
QUOTE = Quoted(PASSAGE, 0)
DRAFT = Draft(text=QUOTE.text, quotes=(QUOTE,))


def test_a_sentence_that_its_quotes_say_stands() -> None:
    assert verified([DRAFT]) == [DRAFT]


@pytest.mark.parametrize(
    ("said", "altered", "caught"),
    [
        ("35", "30", "30"),
        ("must", "may", "may"),
        ("must decide", "must not decide", "not"),
        ("governing", "local", "local"),
    ],
)
def test_a_sentence_that_was_altered_falls(said: str, altered: str, caught: str) -> None:
    assert said in DRAFT.text
    changed = replace(DRAFT, text=DRAFT.text.replace(said, altered))
    assert unsupported_words(changed.text, [QUOTE.text])[0] == caught
    assert verified([changed]) == []


def test_a_sentence_without_quotes_falls() -> None:
    assert verified([Draft(text="A school must decide.", quotes=())]) == []
