import pytest

from corpus.figures import figures, stated


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("within 35 school days of 1 September 2021", {"35 school day", "2021-09-01"}),
        ("o fewn 35 diwrnod ysgol i 1 Medi 2021", {"35 school day", "2021-09-01"}),
        ("20 term time days, that is four weeks", {"20 term time day", "4 week"}),
        ("o fewn 20 o ddiwrnodau amser tymor, sef pedair wythnos", {"20 term time day", "4 week"}),
        ("£20 million, or 19.5% of 74,600", {"£20m", "19.5%", "74600"}),
        ("before 31 August, in March 2024", {"08-31", "2024-03"}),
        ("until the age of 25, and 2 flynedd", {"25", "2 year"}),
    ],
)
def test_figures_are_read_in_both_languages(sentence: str, expected: set[str]) -> None:
    assert figures(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "section 11(3) or (5), regulations 29 and 30 and Schedule 1",
        "adran 11(3), rheoliadau 29 a 30 ac Atodlen 1",
        "the 2018 Act, the ALN Code for Wales 2021 and question 6.2 of the 2018 FAQ",
        "part 2B.1 of the form for Year 10, under WSI 2021/401, for post-16 learners",
    ],
)
def test_the_numbers_of_provisions_and_the_years_in_names_are_no_figures(sentence: str) -> None:
    assert figures(sentence) == frozenset()


def test_a_text_gives_the_parts_of_its_dates_and_its_numbers_in_words() -> None:
    assert {"2033-01", "2033", "01-04", "2 month", "2"} <= stated("two months from 4 January 2033")
