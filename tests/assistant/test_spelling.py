import pytest

from assistant.spelling import corrected

KNOWN = {
    "school": 90,
    "decide": 40,
    "tribunal": 30,
    "individual": 9,
    "review": 20,
    "support": 10,
    "parent": 30,
    "patent": 1,
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("shcool", "school"),
        ("schol", "school"),
        ("decidde", "decide"),
        ("Tribuanl", "tribunal"),
        ("reeview", "review"),
        ("inidvidaul", "individual"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert corrected(f"the {typed} said", KNOWN) == f"the {meant} said"


@pytest.mark.parametrize("word", ["school", "suppose", "WJEC", "ALNCos", "[name]", "Xyzzyx", "idp", "rheoliad"])
def test_a_word_that_is_known_or_nothing_like_one_stays(word: str) -> None:
    assert corrected(word, KNOWN) == word


def test_of_two_words_as_near_the_one_more_used_is_meant() -> None:
    assert corrected("parrent", KNOWN) == "parent"
