import pytest

from assistant.ambiguity import is_general


@pytest.mark.parametrize(
    "text", ["How long have we got?", "Can they say no?", "Who decides?", "Faint o amser sydd gennym ni?"]
)
def test_a_question_without_a_subject_is_general(text: str) -> None:
    assert is_general(text)


@pytest.mark.parametrize(
    "text", ["IDP?", "How long has a school to decide?", "Can the LA say no?", "appeal time limit Tribunal"]
)
def test_a_word_of_the_field_says_what_it_is_about(text: str) -> None:
    assert not is_general(text)
