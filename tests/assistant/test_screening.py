import pytest

from assistant.questions import Question, UnusableQuestion
from assistant.screening import screen


@pytest.mark.parametrize("text", ["", "   ", "\x00\x01\x02", "\u200b\u2060\ufeff", "?!…", "x" * 2001, "x" * 100_000])
def test_what_is_no_question_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(UnusableQuestion) as error:
        screen(Question(text=text))
    assert "\n" not in str(error.value)


def test_the_refusal_is_in_the_language_that_was_asked_for() -> None:
    with pytest.raises(UnusableQuestion, match="yn wag"):
        screen(Question(text=" ", lang="cy"))


def test_control_and_invisible_characters_are_taken_out() -> None:
    assert screen(Question(text="What\x00 is\tan\u200b ID\u00adP?\n\U000e0041")).text == "What is an IDP?"


def test_a_question_of_2000_characters_is_taken() -> None:
    assert len(screen(Question(text="What is an IDP? " * 125)).text) == 1999


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How long does a school have to decide?", "en"),
        ("What is ALN?", "en"),
        ("reg 27", "en"),
        ("Is the ALN Code statutory?", "en"),
        ("Phone number of SNAP Cymru?", "en"),
        ("Ysgol Pentre policy: who is the ALNCo?", "en"),
        ("Beth yw CDU?", "cy"),
        ("Faint o amser sydd gan ysgol i benderfynu?", "cy"),
        ("Pwy sy'n penderfynu?", "cy"),
        ("Quel est le délai pour que l'école décide ?", None),
        ("Wie lange hat die Schule Zeit, um zu entscheiden?", None),
    ],
)
def test_the_language_of_a_question_is_told(text: str, language: str | None) -> None:
    assert screen(Question(text=text)).lang == language


def test_the_language_that_was_chosen_stands() -> None:
    assert screen(Question(text="What is an IDP?", lang="cy")).lang == "cy"
