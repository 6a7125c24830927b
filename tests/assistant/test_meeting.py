import pytest

from assistant.answers import Status
from assistant.meeting import met


def said(text: str) -> str:
    found = met(text)
    return found.text if found else ""


@pytest.mark.parametrize(
    "text", ["hello", "Hi there!", "good morning all", "Bore da", "shwmae", "who are you?", "test"]
)
def test_a_greeting_is_greeted(text: str) -> None:
    assert said(text) == "greeting"


@pytest.mark.parametrize("text", ["thanks!", "cheers", "Diolch yn fawr", "ok thank you so much", "bye"])
def test_thanks_are_met_as_thanks(text: str) -> None:
    assert said(text) == "thanks"


@pytest.mark.parametrize(
    "text",
    [
        "I feel like I want to die",
        "A pupil has tried to kill himself, does he need an IDP?",
        "my daughter is self harming",
        "Dwi isio marw",
    ],
)
def test_a_crisis_is_pointed_to_those_who_can_help(text: str) -> None:
    found = met(text)
    assert found
    assert (found.status, found.text) == (Status.WITHHELD, "crisis")


@pytest.mark.parametrize(
    "text",
    ["A child told me her stepdad hits her", "I think he is being abused at home", "A child is in immediate danger"],
)
def test_a_child_in_danger_is_pointed_to_safeguarding(text: str) -> None:
    assert said(text) == "safeguarding"


@pytest.mark.parametrize(
    "text",
    ["What should I do about this child?", "Does my son have ADHD?", "Please write the IDP for me", "Should I appeal?"],
)
def test_one_childs_case_is_not_decided_here(text: str) -> None:
    assert said(text) == "case"


@pytest.mark.parametrize(
    "text",
    [
        "How long does a school have to decide whether a pupil has ALN?",
        "Does the youth custody team have to review the plan?",
        "This deadline is killing us. Must support start before the plan?",
        "Thanks, but how long do we have to give notice of no ALN?",
        "Hello, who pays for ALP in an IDP?",
        "The school says it will write the IDP itself. How long has it got?",
        "Ugly custody battle here, with allegations of violence: who gets a copy of the IDP?",
    ],
)
def test_a_question_of_law_is_answered_whatever_words_it_holds(text: str) -> None:
    assert met(text) is None
