import pytest

from evals import matching
from evals.topics import Nugget

LIMIT = Nugget(says="12 weeks", forms=("12 weeks", "twelve weeks"))


@pytest.mark.parametrize(
    ("text", "form", "holds"),
    [
        ("It has 12 weeks to decide.", "12 weeks", True),
        ("It has 112 weeks to decide.", "12 weeks", False),
        ("See 11.12 weeks later", "12 weeks", False),
        ("The School’s  Governing Body", "school's governing body", True),
        ("school teachers may", "school teacher", True),
        ("a schoolteacher", "teacher", False),
        ("a drop of 20%, to 74,600", "74,600", True),
        ("a drop of 20%, to 74,600", "20%", True),
        ("a drop to 74,600", "74", False),
        ("rose by 5.5%", "5%", False),
    ],
)
def test_a_form_stands_as_whole_words_and_whole_numbers(text: str, form: str, holds: bool) -> None:
    assert matching.holds(text, form) is holds


def test_lenient_takes_the_words_of_one_sentence_in_any_order_and_strict_does_not() -> None:
    said = ["The authority notifies, in weeks: 12."]
    assert matching.lenient(LIMIT, said)
    assert not matching.strict(LIMIT, said[0])


def test_lenient_does_not_gather_words_from_several_sentences() -> None:
    assert not matching.lenient(LIMIT, ["There are 12 of them.", "It takes weeks."])


def test_a_form_of_small_words_alone_must_stand_as_it_is() -> None:
    them = Nugget(says="to them", forms=("to them",))
    assert matching.lenient(them, ["A copy is given to them."])
    assert not matching.lenient(them, ["Anything else."])


def test_lenient_keeps_the_words_that_turn_what_is_said() -> None:
    over = Nugget(says="over compulsory school age", forms=("over compulsory school age",))
    assert matching.lenient(over, ["A young person is over the compulsory school age."])
    assert not matching.lenient(over, ["A child is under the compulsory school age."])
