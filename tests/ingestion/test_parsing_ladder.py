"""Levels of a statute's lists are rebuilt from marks that the text has all on one level."""

import pytest

from ingestion.parsing.law.markdown_items import items_of
from ingestion.parsing.lines import lines_of


def paths(text: str) -> list[str]:
    return ["/".join(item.steps) for item in items_of(lines_of(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- (1) a—\n- (a) b—\n- (i) c\n- (ii) d\n- (b) e\n- (2) f", "1 1/a 1/a/i 1/a/ii 1/b 2"),
        ("- (1) a—\n- (g) b;\n- (h) c;\n- (i) d;\n- (j) e", "1 1/g 1/h 1/i 1/j"),
        ("- (1) a—\n- (h) b—\n- (i) c;\n- (ii) d;\n- (i) e", "1 1/h 1/h/i 1/h/ii 1/i"),
        ("- (9) a—\n- (a) b\n- (9A) c—\n- (a) d\n- (aa) e\n- (b) f\n- (10) g", "9 9/a 9A 9A/a 9A/aa 9A/b 10"),
        ("- (1) a—\n- (a) b—\n- (i) c\n- (ia) d\n- (ii) e", "1 1/a 1/a/i 1/a/ia 1/a/ii"),
        ("- (1) a—\n- (c) b\n- (d) c\n- (da) d\n- (e) e", "1 1/c 1/d 1/da 1/e"),
        (
            "- (1) a—\n- (u) b—\n- (i) c\n- (ii) d\n- (iii) e\n- (iv) f\n- (v) g\n- (v) h\n- (w) i",
            "1 1/u 1/u/i 1/u/ii 1/u/iii 1/u/iv 1/u/v 1/v 1/w",
        ),
        ("A person must—\n- (a) b\n- (b) c", " a b"),
    ],
)
def test_a_mark_stands_where_the_one_before_it_puts_it(text: str, wanted: str) -> None:
    assert paths(text) == wanted.split(" ")


def test_marks_without_an_end_of_levels_stay_within_as_many_as_a_statute_has() -> None:
    text = "- (1) x—\n" + "- (a) y—\n- (i) z;\n" * 50
    assert max(len(path.split("/")) for path in paths(text)) <= 7


def test_closing_words_belong_to_what_opened_the_list() -> None:
    text = "- (1) If—\n- (a) one—\n- (i) two, or\n- (ii) three,\nand four;\n- (b) five,\nit must."
    assert paths(text) == ["1", "1/a", "1/a/i", "1/a/ii", "1/a", "1/b", "1"]


def test_items_without_a_mark_stand_under_the_words_that_open_them() -> None:
    text = "- (1) In this Act—\n- “dog” means—\n- (a) a hound, or\n- (b) a whelp;\n- “cat” means a cat."
    items = items_of(lines_of(text))
    assert [item.opening for item in items] == [None, 0, 1, 1, 0]
    assert items[4].steps == ("1",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- (1) A council must—\n- (a) act, or\n- (b) decide whether it should act.", ["must", "must", "must"]),
        ("- (1) If—\n- (a) it rains,\na council may act.", [None, None, "may"]),
        ("- (1) The circumstances are—\n- (a) provision—\n- (i) that may be needed,", [None, None, None]),
        ("- (1) A council must decide whether a plan should end.", ["must"]),
        ("- (1) A council must issue, and may revise, a code.", ["must"]),
        ("- (1) No one may not join unless a rule which may be made allows it.", ["must_not"]),
        ("- (1) In section 1, for “must” put “may”.", [None]),
        ("- (1) After section 1 insert—\n> A council must act.", [None]),
    ],
)
def test_the_force_of_a_paragraph_is_that_of_its_opening_words_or_else_its_own(
    text: str, wanted: list[str | None]
) -> None:
    assert [item.force for item in items_of(lines_of(text))] == wanted
