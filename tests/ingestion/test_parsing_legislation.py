"""An Act in Markdown becomes its provisions, each with the headings under which it stands."""

import pytest

from corpus.passages import Passage
from corpus.sources import Kind, Source
from ingestion.parsing import parse
from tests.ingestion.samples_reader import quotes, sample


@pytest.fixture(scope="module")
def act() -> dict[str, Passage]:
    return sample("act.md", Kind.ACT, "asc-2030-1")


def provisions(passage: Passage) -> list[str]:
    return [provision.id.removeprefix("asc-2030-1/") for unit in passage.units for provision in unit.provisions]


def test_a_long_section_is_a_passage_for_each_subsection_and_a_short_one_is_whole(act: dict[str, Passage]) -> None:
    assert list(act) == [
        "section/1",
        "section/2/1",
        "section/2/2",
        "section/2/2A",
        "section/2/3",
        "section/3",
        "section/4",
        "schedule/1/paragraph/1",
        "schedule/1/paragraph/2",
        "explanatory-note",
    ]


def test_a_passage_is_named_as_its_provision_is(act: dict[str, Passage]) -> None:
    passage = act["section/2/2A"]
    assert passage.provision is not None
    assert (passage.id, passage.label) == ("asc-2030-1/section/2/2A", "section 2(2A)")
    assert act["schedule/1/paragraph/2"].label == "Schedule 1, paragraph 2"


def test_headings_are_those_above_without_blanks(act: dict[str, Passage]) -> None:
    assert act["section/2/1"].headings == (
        "PART 1 — PONDS",
        "CHAPTER 1 — KEEPING PONDS",
        "Keepers",
        "Registers of ponds",
    )
    assert act["section/3"].headings == ("PART 1 — PONDS", "CHAPTER 2 — CHANGES TO OTHER ACTS", "The Ditches Act")
    assert act["section/4"].headings == ("PART 2 — GENERAL", "Interpretation")


def test_the_text_and_the_paragraphs_of_a_list_read_as_printed(act: dict[str, Passage]) -> None:
    assert act["section/1"].text == "A keeper must—\n(a) clear the pond of weed,\n(b) mend its banks."
    assert quotes(act["section/1"]) == ["A keeper must—", "(a) clear the pond of weed,", "(b) mend its banks."]


def test_each_unit_names_its_deepest_provision_and_the_words_that_open_it(act: dict[str, Passage]) -> None:
    passage = act["section/2/2"]
    assert provisions(passage)[:6] == [
        "section/2/2",
        "section/2/2/a",
        "section/2/2/a/i",
        "section/2/2/a/ii",
        "section/2/2/a",
        "section/2/2/b",
    ]
    assert [unit.opening for unit in passage.units][:6] == [None, 0, 1, 1, 1, 0]
    assert provisions(passage)[-2:] == ["section/2/2/i", "section/2/2/j"]


def test_a_quoted_amendment_is_text_of_its_unit_and_no_duty_of_this_act(act: dict[str, Passage]) -> None:
    passage = act["section/3"]
    assert provisions(passage) == ["section/3/1", "section/3/2", "section/3/3"]
    assert quotes(passage)[1].endswith("insert— “(5) A ditch must be “dug” straight. (a) by hand, or (b) by machine.”;")
    assert [unit.force for unit in passage.units] == [None, None, None]


def test_definitions_are_units_under_their_opening_words(act: dict[str, Passage]) -> None:
    passage = act["section/4"]
    assert quotes(passage)[1] == "“council” (“cyngor”) means a county council;"
    assert [unit.opening for unit in passage.units] == [None, 0, 0, None, 3, 3]


def test_footnotes_and_signatures_are_left_out_and_the_note_is_no_provision(act: dict[str, Passage]) -> None:
    text = " ".join(passage.text for passage in act.values())
    assert "f00001" not in text
    assert "editor" not in text
    assert "Minister" not in text
    assert act["explanatory-note"].provision is None


def test_regulations_are_numbered_as_regulations_and_welsh_text_is_marked() -> None:
    welsh = Source(id="wsi-2030-9", title="Rheoliadau", kind=Kind.REGULATIONS, language="cy")
    (passage,) = parse("#### Enwi\n\n###### 1\n\nEnw’r Rheoliadau hyn yw hyn.\n", welsh, name="a.md")
    assert passage.id == "wsi-2030-9/regulation/1/welsh"
    assert passage.language == "cy"
