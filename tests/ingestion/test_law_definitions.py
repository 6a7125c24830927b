"""Terms that legislation defines, and the part of it in which they have that meaning."""

import pytest

from corpus.legislation import Definition
from corpus.provisions import Provision
from corpus.sources import Kind, Source
from ingestion.parsing import parse
from tests.ingestion.samples_reader import clml, law, of_clml, section


def defined(text: str, *, kind: Kind = Kind.ACT, language: str = "en") -> list[tuple[str, list[str]]]:
    """The terms that an instrument in Markdown defines, each with the ids of where it holds; none: everywhere."""
    source = Source(
        id="asc-2030-1" if kind is Kind.ACT else "wsi-2030-9", title="A sample", kind=kind, language=language
    )
    definitions = [one for p in parse(text, source, name="a.md") for unit in p.units for one in unit.defines]
    return [(one.term, [unit.id for unit in one.within]) for one in definitions]


@pytest.mark.parametrize(
    "sentence",
    [
        "“pond” means still water.",
        "“pond” (“pwll”) means still water.",
        "“pond” (“pwll”) includes a well.",
        "“pond” does not include a puddle.",
        "“pond” has the meaning given by section 2.",
        "“pond” has the same meaning as in section 2.",
        "“pond”, in relation to a council, means still water.",
        "“pond” is to be read with section 2.",
        "A “pond” is a body of still water.",
    ],
)
def test_a_term_is_what_stands_in_quotation_marks_before_its_meaning(sentence: str) -> None:
    assert defined(f"##### 1\n\nIn this Act {sentence}\n") == [("pond", [])]


def test_a_term_is_defined_by_the_unit_that_says_so() -> None:
    text = "##### 1\n\n- (1) A pond is wet.\n\n- (2) In this Act “pond” means still water.\n"
    (passage,) = parse(text, Source(id="asc-2030-1", title="A sample", kind=Kind.ACT), name="a.md")
    assert [unit.defines for unit in passage.units] == [(), (Definition("pond"),)]


def test_two_terms_in_one_sentence_are_both_defined() -> None:
    text = "##### 1\n\nIn this Act “ditch” means a line, and “moat” means a ring.\n"
    assert defined(text) == [("ditch", []), ("moat", [])]


def test_two_terms_that_share_a_meaning_are_both_defined() -> None:
    text = "##### 1\n\nIn this Act, “swan” and “cygnet” have the meaning given by section 3.\n"
    assert defined(text) == [("swan", []), ("cygnet", [])]


@pytest.mark.parametrize(
    ("scope", "within"),
    [
        ("In this Act", []),
        ("In this section", ["asc-2030-1/section/1"]),
        ("In this Part", ["asc-2030-1/part/1"]),
    ],
)
def test_a_term_holds_where_its_sentence_says(scope: str, within: list[str]) -> None:
    assert defined(f"## PART 1 — X\n\n##### 1\n\n{scope} “pond” means still water.\n") == [("pond", within)]


@pytest.mark.parametrize(
    ("scope", "within"),
    [
        ("In this Chapter", ["asc-2030-1/part/1/chapter/1"]),
        ("In this Part", ["asc-2030-1/part/1"]),
    ],
)
def test_a_term_that_is_defined_in_a_chapter_holds_where_its_sentence_says(scope: str, within: list[str]) -> None:
    text = f"## PART 1 — X\n\n### CHAPTER 1 — Y\n\n##### 1\n\n{scope} “pond” means still water.\n"
    assert defined(text) == [("pond", within)]


def test_a_term_of_a_schedule_holds_in_that_schedule() -> None:
    text = "## SCHEDULE 2 — X\n\n###### 1\n\nIn this Schedule “reed” means a plant.\n"
    assert defined(text) == [("reed", ["asc-2030-1/schedule/2"])]


def test_a_term_of_a_schedule_holds_in_all_its_parts() -> None:
    text = "## SCHEDULE 2 — X\n\n### PART 1 — Y\n\n###### 1\n\nIn this Schedule “reed” means a plant.\n"
    assert defined(text) == [("reed", ["asc-2030-1/schedule/2"])]


def test_a_term_of_a_regulation_holds_in_that_regulation() -> None:
    assert defined("##### 3\n\nIn this regulation “pond” means water.\n", kind=Kind.REGULATIONS) == [
        ("pond", ["wsi-2030-9/regulation/3"])
    ]
    assert defined("##### 3\n\nIn these Regulations “pond” means water.\n", kind=Kind.REGULATIONS) == [("pond", [])]


def test_terms_in_a_list_hold_where_its_opening_words_say() -> None:
    text = "##### 1\n\n- (1) In this section—\n\n- “*ditch*” (“**ffos**”) means a line;\n\n- “*moat*” means a ring.\n"
    assert defined(text) == [("ditch", ["asc-2030-1/section/1"]), ("moat", ["asc-2030-1/section/1"])]


def test_a_label_in_brackets_holds_in_its_own_section() -> None:
    assert defined("##### 1\n\nA council (“the keeper”) must tell its owner (“the owner”).\n") == [
        ("keeper", ["asc-2030-1/section/1"]),
        ("owner", ["asc-2030-1/section/1"]),
    ]


def test_the_short_name_of_another_act_holds_everywhere() -> None:
    assert defined("##### 1\n\nSee the Education Act 1996 (c. 56) (“the 1996 Act”).\n") == [("1996 Act", [])]


def test_the_short_name_of_another_act_holds_everywhere_whatever_else_its_sentence_speaks_of() -> None:
    text = (
        "## PART 1 — X\n\n##### 1\n\nFor functions under this Part see the Ditches Act 1901 (c. 9) (“the 1901 Act”).\n"
    )
    assert defined(text) == [("1901 Act", [])]


def test_the_twin_of_a_term_in_the_other_language_is_no_term_of_this_text() -> None:
    assert defined("##### 1\n\n“pond” (“pwll”) means still water.\n") == [("pond", ["asc-2030-1/section/1"])]


def test_what_is_put_into_another_act_is_defined_in_that_act() -> None:
    text = """##### 1

- (1) The Ditches Act 1901 (c. 9) is amended as follows.

- (2) In section 3 insert—

> “frog” means an animal.

- (3) In section 4, for “toad” substitute ““newt” means an animal”.
"""
    assert defined(text) == []


def test_words_in_quotation_marks_without_a_meaning_are_no_term() -> None:
    assert defined("##### 1\n\nA sign that says “no swimming” must be put up.\n") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Yn y Ddeddf hon ystyr “pwll” (“pond”) yw dŵr.", [("pwll", [])]),
        ("Yn y Ddeddf hon mae i “pwll” yr ystyr a roddir gan adran 2.", [("pwll", [])]),
        ("Yn yr adran hon mae “pwll” (“pond”) yn cynnwys llyn.", [("pwll", ["asc-2030-1/section/1"])]),
        ("Yn y Rhan hon, ystyr “pwll” (“pond”) yw dŵr.", [("pwll", ["asc-2030-1/part/1"])]),
        ("Mae “pwll” (“pond”) yn cynnwys llyn.", [("pwll", ["asc-2030-1/section/1"])]),
    ],
)
def test_welsh_definitions_are_found_and_hold_where_they_say(
    sentence: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert defined(f"## RHAN 1 — X\n\n##### 1\n\n{sentence}\n", language="cy") == expected


def test_the_definitions_of_an_act_in_clml_are_those_of_its_list() -> None:
    definitions = [one for unit in law("asc-2099-7.xml")["section/11/1"].units for one in unit.defines]
    assert definitions == [
        Definition("book"),
        Definition("librarian"),
        Definition("library"),
        Definition("pupil"),
        Definition("school"),
    ]


def test_the_same_list_in_welsh_defines_the_welsh_terms() -> None:
    definitions = [one for unit in law("asc-2099-7.welsh.xml")["section/11/welsh"].units for one in unit.defines]
    assert definitions == [Definition("llyfr"), Definition("llyfrgell"), Definition("llyfrgellydd")]


def test_what_the_publisher_marks_as_a_term_is_defined_whatever_the_words_after_it() -> None:
    text = "<Text>A “<Term>short book</Term>” is one that is soon read.</Text>"
    (unit,) = of_clml(clml(section("1", text)))["section/1"].units
    assert [definition.term for definition in unit.defines] == ["short book"]


def test_a_definition_covers_what_stands_in_its_units_and_no_more() -> None:
    definition = Definition("pond", (Provision("asc-2030-1/part/1"), Provision("asc-2030-1/section/4")))
    assert definition.covers([Provision("asc-2030-1/section/4/2")])
    assert definition.covers([Provision("asc-2030-1/section/1"), Provision("asc-2030-1/part/1/chapter/2")])
    assert not definition.covers([Provision("asc-2030-1/section/40"), Provision("asc-2030-1/part/10")])
    assert Definition("pond").covers([Provision("asc-2030-1/section/40")])


def test_a_term_without_words_of_scope_holds_in_its_own_section_but_for_one_that_is_there_to_give_meanings() -> None:
    assert defined("#### Ponds\n\n##### 1\n\n“pond” means still water.\n") == [("pond", ["asc-2030-1/section/1"])]
    assert defined("#### Interpretation\n\n##### 1\n\n“pond” means still water.\n") == [("pond", [])]


def test_a_section_can_say_that_its_terms_hold_in_the_whole_act() -> None:
    text = "##### 1\n\n- (1) “pond” means still water.\n\n- (2) This section applies for the purposes of this Act.\n"
    assert defined(text) == [("pond", [])]


def test_all_units_that_a_definition_names_are_its_scope() -> None:
    text = "##### 1\n\nIn this section and in section 2 “pond” means still water.\n\n##### 2\n\nA pond is wet.\n"
    assert defined(text) == [("pond", ["asc-2030-1/section/1", "asc-2030-1/section/2"])]


def test_a_term_of_some_subsections_holds_in_those() -> None:
    text = "##### 1\n\n- (1) A pond is wet.\n\n- (2) In subsection (1) “pond” means still water.\n"
    assert defined(text) == [("pond", ["asc-2030-1/section/1/1"])]


def test_what_a_person_is_to_be_known_as_is_a_term() -> None:
    text = "##### 1\n\nThe keeper is to be known as a “pond keeper”.\n"
    assert defined(text) == [("pond keeper", ["asc-2030-1/section/1"])]
