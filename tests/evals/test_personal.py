from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.redaction.kinds import Personal, Span
from evals.personal import Labelled, load, measured, printed

RHYS = Labelled(
    id="P1", lang="en", split="dev", question="Does Rhys Jones stay? Rhys Jones asks", private=("Rhys Jones",)
)
CLEAN = Labelled(id="P2", lang="en", split="dev", question="What is an IDP?", private=())


def spans(*places: tuple[int, int]) -> Sequence[Span]:
    return [Span(kind=Personal.NAME, start=start, end=end) for start, end in places]


@pytest.mark.parametrize(
    ("taken", "recall"),
    [
        (spans((5, 15), (22, 32)), 1.0),
        (spans((5, 15)), 0.0),
        (spans((5, 9), (22, 32)), 0.0),
    ],
)
def test_a_string_is_gone_when_every_mention_is_whole_in_a_placeholder(taken: Sequence[Span], recall: float) -> None:
    assert measured([RHYS], lambda _: taken)[0].recall.value == recall


def test_a_placeholder_is_due_where_something_private_stood() -> None:
    assert measured([RHYS], lambda _: spans((5, 15), (16, 20)))[0].precision.value == 0.5


def test_a_question_without_personal_data_must_stay_as_it_is() -> None:
    assert measured([CLEAN], lambda _: [])[0].untouched.value == 1.0
    assert measured([CLEAN], lambda _: spans((0, 4)))[0].untouched.value == 0.0


def test_a_share_carries_its_interval_and_its_number() -> None:
    share = measured([RHYS], lambda _: spans((5, 15), (22, 32)))[0].precision
    assert (share.of, share.high) == (2, 1.0)
    assert 0 < share.low < 1


def test_a_private_string_that_is_not_in_its_question_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "personal.jsonl"
    path.write_text('{"id": "P1", "lang": "en", "split": "dev", "question": "What?", "private": ["Rhys"]}\n', "utf-8")
    with pytest.raises(ValueError, match="P1"):
        load(path)


def test_the_set_is_half_private_half_traps_in_both_languages() -> None:
    asked = load()
    assert len({each.id for each in asked}) == len(asked) >= 220
    assert sum(each.lang == "cy" for each in asked) >= 50
    assert 0.45 < sum(bool(each.private) for each in asked) / len(asked) < 0.55
    assert sum(each.split == "dev" for each in asked) == len(asked) // 2


def test_little_that_is_private_is_left_in_the_half_that_was_tuned_on() -> None:
    assert all(row.recall.value > 0.95 and row.precision.value > 0.95 for row in measured() if row.split == "dev")


def test_the_table_has_a_line_for_each_split_and_language() -> None:
    table = printed(measured([RHYS, CLEAN], lambda _: spans((5, 15), (22, 32)))).splitlines()
    assert [line.split()[:2] for line in table[1:]] == [["dev", "en"], ["dev", "cy"], ["test", "en"], ["test", "cy"]]
