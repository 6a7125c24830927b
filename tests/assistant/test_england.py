import pytest

from assistant import england


@pytest.mark.parametrize(
    "text",
    [
        "How do I appeal an EHCP?",
        "SEND Tribunal time limit",
        "What must a school in Shropshire do for my son?",
        "Beth yw'r gyfraith yn Lloegr?",
    ],
)
def test_a_question_of_england_alone_is_told(text: str) -> None:
    assert england.is_all(text)


@pytest.mark.parametrize(
    "text",
    [
        "We moved to Wales with an EHCP, who decides on ALN?",
        "Is an EHC plan the same as an IDP?",
        "Bristol pupil at a school in Monmouthshire",
    ],
)
def test_a_question_of_both_countries_is_answered_with_a_warning(text: str) -> None:
    assert england.is_named(text)
    assert not england.is_all(text)


@pytest.mark.parametrize("text", ["Who must we send the notice to?", "Can they send him home?", "What is an IDP?"])
def test_the_word_send_is_not_englands_system(text: str) -> None:
    assert not england.is_named(text)
