"""Legislation in CLML becomes its provisions, with what the publisher says of each."""

import pytest

from corpus.duties import Force
from corpus.legislation import Currency, Standing
from corpus.passages import Passage
from corpus.provisions import Provision
from corpus.sources import Kind
from ingestion.parsing.law.xml import identify
from ingestion.parsing.text import read_text
from tests.ingestion.samples_reader import FOLDER, clml, law, of_clml, provisions, quotes, section

DOTS = ". . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . ."


@pytest.fixture(scope="module")
def act() -> dict[str, Passage]:
    return law("asc-2099-7.xml")


@pytest.fixture(scope="module")
def welsh() -> dict[str, Passage]:
    return law("asc-2099-7.welsh.xml")


@pytest.fixture(scope="module")
def regulations() -> dict[str, Passage]:
    return law("wsi-2099-12.xml")


@pytest.fixture(scope="module")
def notes() -> dict[str, Passage]:
    return law("asc-2099-7.notes.xml")


def test_an_act_says_itself_what_it_is() -> None:
    source = identify(read_text(FOLDER / "clml" / "asc-2099-7.xml"))
    assert (source.id, source.kind, source.language) == ("asc-2099-7", Kind.ACT, "en")
    assert (source.title, source.published) == ("School Libraries (Wales) Act 2099", "2099-06-15")
    assert source.url == "https://www.legislation.gov.uk/asc/2099/7"


def test_the_welsh_text_of_an_act_is_the_same_source_in_welsh() -> None:
    source = identify(read_text(FOLDER / "clml" / "asc-2099-7.welsh.xml"))
    assert (source.id, source.kind, source.language) == ("asc-2099-7", Kind.ACT, "cy")
    assert source.title == "Deddf Llyfrgelloedd Ysgol (Cymru) 2099"


def test_an_instrument_says_itself_that_it_is_regulations_and_when_it_was_made() -> None:
    source = identify(read_text(FOLDER / "clml" / "wsi-2099-12.xml"))
    assert (source.id, source.kind, source.published) == ("wsi-2099-12", Kind.REGULATIONS, "2099-07-20")
    assert source.title == "The School Libraries (Loans) (Wales) Regulations 2099"


def test_explanatory_notes_are_guidance_beside_their_act() -> None:
    source = identify(read_text(FOLDER / "clml" / "asc-2099-7.notes.xml"))
    assert (source.id, source.kind) == ("asc-2099-7-notes", Kind.GUIDANCE)
    assert source.title == "Explanatory Notes: School Libraries (Wales) Act 2099"
    assert source.published is None


def test_a_short_section_is_a_passage_and_others_are_one_for_each_subsection(act: dict[str, Passage]) -> None:
    assert list(act) == [
        "introduction",
        "section/1",
        "section/2",
        "section/3",
        "section/4/1",
        "section/4/2",
        "section/4/3",
        "section/5",
        "section/6",
        "section/7",
        "section/8",
        "section/9",
        "section/10",
        "section/11/1",
        "section/11/2",
        "section/12",
        "section/13",
        "schedule/1/paragraph/1",
        "schedule/1/paragraph/2",
        "schedule/1/paragraph/3",
        "schedule/1/paragraph/4",
        "schedule/1/paragraph/5",
        "schedule/2/paragraph/1",
        "schedule/2/paragraph/2",
        "schedule/2/paragraph/3",
    ]


def test_a_passage_is_named_as_its_provision_is(act: dict[str, Passage]) -> None:
    passage = act["section/4/2"]
    assert passage.provision == Provision("asc-2099-7/section/4/2")
    assert (passage.id, passage.label) == ("asc-2099-7/section/4/2", "section 4(2)")
    assert act["schedule/2/paragraph/3"].label == "Schedule 2, paragraph 3"


def test_headings_run_from_the_part_to_the_section_through_both_cross_headings(act: dict[str, Passage]) -> None:
    assert act["section/3"].headings == (
        "PART 1 — LIBRARIES IN SCHOOLS",
        "CHAPTER 1 — RUNNING A LIBRARY",
        "Librarians",
        "Appointment",
        "Choosing a librarian",
    )


def test_subsections_under_headings_of_their_own_are_passages_under_them(act: dict[str, Passage]) -> None:
    assert act["section/4/2"].headings[-2:] == ("What a librarian does", "Choosing books")
    assert act["section/4/3"].headings[-2:] == ("What a librarian does", "Reading aloud")


def test_a_section_is_known_to_stand_in_its_part_and_chapter(act: dict[str, Passage]) -> None:
    assert act["section/5"].divisions == (
        Provision("asc-2099-7/part/1"),
        Provision("asc-2099-7/part/1/chapter/1"),
    )


def test_lists_keep_their_levels_and_each_paragraph_its_opening_words(act: dict[str, Passage]) -> None:
    passage = act["section/3"]
    assert provisions(passage)[:8] == [
        "section/3/1",
        "section/3/1/a",
        "section/3/1/a/i",
        "section/3/1/a/ii",
        "section/3/1/a/ii/A",
        "section/3/1/a/ii/B",
        "section/3/1/a/iii",
        "section/3/1/b",
    ]
    assert [unit.opening for unit in passage.units][:8] == [None, 0, 1, 1, 3, 3, 1, 0]
    assert passage.with_opening(4) == (
        "A school must appoint a librarian who— (a) has worked for at least one year in—"
        " (ii) a bookshop that sells— (A) books in Welsh, or"
    )


def test_words_after_a_list_close_what_opened_it(act: dict[str, Passage]) -> None:
    passage = act["section/2"]
    assert quotes(passage)[4] == "and the school should let families visit it."
    assert provisions(passage)[4] == "section/2"
    assert passage.units[4].opening == 0


def test_closing_words_of_a_subsection_are_no_paragraph_of_it(act: dict[str, Passage]) -> None:
    passage = act["section/3"]
    assert provisions(passage)[8:12] == ["section/3/2", "section/3/2/a", "section/3/2/b", "section/3/2"]
    assert passage.units[11].opening == 8
    assert passage.units[11].force is Force.MAY


def test_the_text_reads_as_printed(act: dict[str, Passage]) -> None:
    assert act["section/2"].text == (
        "Every school must keep a library that is—\n"
        "(a) warm and well lit,\n"
        "(b) open at lunchtime, and\n"
        "(c) stocked as Schedule 1 describes,\n"
        "and the school should let families visit it."
    )


def test_each_definition_is_a_unit_under_the_words_that_open_it(act: dict[str, Passage]) -> None:
    passage = act["section/11/1"]
    assert quotes(passage)[:3] == [
        "In this Act—",
        "“book” (“llyfr”) includes a map and a sound recording;",
        "“librarian” (“llyfrgellydd”) means—",
    ]
    assert [unit.opening for unit in passage.units][:3] == [None, 0, 0]


def test_a_list_in_a_definition_is_opened_and_closed_by_that_definition(act: dict[str, Passage]) -> None:
    passage = act["section/11/1"]
    assert quotes(passage)[5:10] == [
        "“library” (“llyfrgell”) means a room—",
        "(a) where books are kept,",
        "(aa) where they can be read, or",
        "(b) from which they are lent,",
        "but not a room used mainly for meals;",
    ]
    assert [unit.opening for unit in passage.units][5:11] == [0, 5, 5, 5, 5, 0]
    assert provisions(passage)[6] == "section/11/1"


def test_a_table_is_read_row_by_row_under_the_words_before_it(act: dict[str, Passage]) -> None:
    passage = act["schedule/1/paragraph/4"]
    assert quotes(passage) == [
        "A library must have the furniture shown in this table.",
        "Pupils in the school; Chairs needed",
        "Fewer than 40; 6",
        "40 to 200; 20",
        "More than 200; 45, of which five must be soft",
    ]
    assert [unit.opening for unit in passage.units] == [None, 0, 0, 0, 0]


def test_text_put_into_another_act_is_quoted_with_what_follows_it(act: dict[str, Passage]) -> None:
    assert quotes(act["section/9"])[2] == (
        "(a) after subsection (1) insert— “(1A) A warden must keep a reading room quiet— (a) after dusk, and"
        " (b) while a visitor is asleep. (1B) The warden may open a window.”, and"
    )
    assert quotes(act["section/9"])[4] == "In section 6, after paragraph (a) insert— “(aa) to lend an umbrella;”."


def test_text_put_into_a_schedule_and_under_a_heading_is_quoted_with_its_numbers(act: dict[str, Passage]) -> None:
    assert quotes(act["section/10"])[0].endswith(
        "insert— “(4A) (1) A reading room must have a clock. (2) The clock should not chime.”"
    )
    assert quotes(act["section/10"])[1].endswith(
        "insert— “Newspapers (11A) A warden may order newspapers under section 11.”"
    )


def test_what_is_put_into_another_act_is_no_duty_and_no_provision_of_this_one(act: dict[str, Passage]) -> None:
    assert provisions(act["section/9"]) == [
        "section/9/1",
        "section/9/2",
        "section/9/2/a",
        "section/9/2/b",
        "section/9/3",
    ]
    assert {unit.force for unit in (*act["section/9"].units, *act["section/10"].units)} == {None}


def test_words_that_were_added_or_substituted_are_text_and_repealed_ones_too_while_the_publisher_keeps_them(
    act: dict[str, Passage],
) -> None:
    assert quotes(act["section/5"])[:3] == [
        "A librarian must lend a book to a pupil or a member of staff who asks for it in writing.",
        "A loan lasts for three weeks or until the summer holiday, and no charge may be made for it.",
        "A reader who loses a book may replace it with another copy.",
    ]
    assert provisions(act["section/5"])[2] == "section/5/2A"
    assert act["section/5"].headings[-1] == "Lending books to pupils and staff"


def test_a_repealed_subsection_and_a_repealed_section_keep_their_dots(act: dict[str, Passage]) -> None:
    assert quotes(act["section/5"])[3] == DOTS
    assert quotes(act["section/7"]) == [DOTS]


def test_the_editors_notes_are_annotations_and_no_text(act: dict[str, Passage]) -> None:
    text = " ".join(passage.text for passage in act.values())
    assert act["section/1"].annotations == ("I: S. 1 in force at 1.9.2099 by an invented order",)
    assert "invented order" not in text
    assert "misprinted" not in text
    assert "1996 c. 56" not in text


def test_annotations_of_the_heading_the_number_and_the_words_are_each_kept_once(act: dict[str, Passage]) -> None:
    assert act["section/5"].annotations == (
        "C: S. 5 applied to mobile libraries by invented regulations",
        "F: Words in s. 5 substituted (1.4.2100) by Loans (Staff) Act 2100 (asc 3), s. 2",
        "I: S. 5 in force at 1.9.2099 by an invented order",
        "E: This version of s. 5 extends to Wales only",
        "F: Words in s. 5(1) and s. 5(2A) inserted (1.4.2100) by Loans (Staff) Act 2100 (asc 3), s. 3",
        "F: Words in s. 5(2) repealed for Wales only (1.4.2100) by Loans (Staff) Act 2100 (asc 3), s. 4",
        "F: S. 5(3) and s. 7 repealed (1.1.2100) by an invented Act",
        "X: An editor's warning that s. 5(4) may be misprinted",
    )


def test_a_repeal_keeps_the_note_that_only_its_own_attribute_names() -> None:
    text = clml(
        section("1", '<Text>A shelf<Repeal CommentaryRef="k1" RetainText="true"> or hook</Repeal> is level.</Text>')
    ).replace(
        "</Legislation>",
        '<Commentaries><Commentary id="k1" Type="F"><Para><Text>Words repealed</Text></Para></Commentary></Commentaries>'
        "</Legislation>",
    )
    assert of_clml(text)["section/1"].annotations == ("F: Words repealed",)


def test_extent_and_version_come_from_the_nearest_that_gives_them(act: dict[str, Passage]) -> None:
    assert act["section/3"].currency == Currency(extent="E+W", version_from="2099-09-01")
    assert act["section/5"].currency == Currency(extent="W", version_from="2100-04-01")
    assert act["section/13"].currency == Currency(extent="E+W", version_from="2099-06-15")
    assert act["schedule/2/paragraph/1"].currency == Currency(extent="E+W", version_from="2100-04-01")


@pytest.mark.parametrize(
    ("path", "standing"),
    [
        ("section/5", None),
        ("section/6", Standing.PROSPECTIVE),
        ("section/7", Standing.REPEALED),
        ("section/8", Standing.DISCARDED),
    ],
)
def test_a_provision_that_is_not_in_force_says_why(
    act: dict[str, Passage], path: str, standing: Standing | None
) -> None:
    currency = act[path].currency
    assert currency is not None
    assert currency.standing is standing


def test_a_repealed_section_says_until_when_its_version_stood(act: dict[str, Passage]) -> None:
    assert act["section/7"].currency == Currency(
        extent="E+W", version_from="2099-09-01", version_until="2100-01-01", standing=Standing.REPEALED
    )


def test_a_provision_that_does_not_match_and_gives_no_reason_is_not_valid() -> None:
    passage = of_clml(clml(section("1", "<Text>One.</Text>").replace("<P1>", '<P1 Match="false">')))["section/1"]
    assert passage.currency == Currency(standing=Standing.NOT_VALID)


def test_subsections_in_different_states_are_passages_of_their_own() -> None:
    later = '<P2 Status="Prospective"><Pnumber>2</Pnumber><P2para><Text>Later.</Text></P2para></P2>'
    now = "<P2><Pnumber>1</Pnumber><P2para><Text>Now.</Text></P2para></P2>"
    found = of_clml(clml(section("1", now + later)))
    assert {path: passage.currency for path, passage in found.items()} == {
        "section/1/1": None,
        "section/1/2": Currency(standing=Standing.PROSPECTIVE),
    }


def test_paragraphs_of_a_schedule_stand_in_its_parts_and_are_numbered_through(act: dict[str, Passage]) -> None:
    assert act["schedule/1/paragraph/5"].headings == (
        "SCHEDULE 1 — THE STOCK OF A LIBRARY",
        "PART 2 — FURNITURE",
        "Shelves",
    )
    assert act["schedule/1/paragraph/5"].divisions == (
        Provision("asc-2099-7/schedule/1"),
        Provision("asc-2099-7/schedule/1/part/2"),
    )


def test_a_cross_heading_of_a_schedule_is_a_heading(act: dict[str, Passage]) -> None:
    assert act["schedule/2/paragraph/2"].headings == (
        "SCHEDULE 2 — MOVING FROM OLD LIBRARIES TO NEW ONES",
        "Old loans",
    )


def test_a_single_schedule_without_a_number_has_an_address_without_one(regulations: dict[str, Passage]) -> None:
    passage = regulations["schedule/paragraph/2"]
    assert passage.label == "Schedule, paragraph 2"
    assert provisions(passage) == ["schedule/paragraph/2", "schedule/paragraph/2/a", "schedule/paragraph/2/b"]
    assert passage.headings == ("SCHEDULE — Long loans",)


def test_regulations_are_named_as_regulations_under_their_parts(regulations: dict[str, Passage]) -> None:
    passage = regulations["regulation/3"]
    assert (passage.id, passage.label) == ("wsi-2099-12/regulation/3", "regulation 3")
    assert passage.headings == ("PART 2 — Loans", "How long a loan lasts")
    assert [unit.force for unit in passage.units] == [
        Force.MUST, Force.MUST, Force.MUST, Force.MAY, Force.MUST_NOT,
    ]  # fmt: skip


def test_what_stands_before_the_first_section_is_an_introduction_and_no_provision(
    act: dict[str, Passage], regulations: dict[str, Passage]
) -> None:
    assert act["introduction"].text == (
        "An Act of Senedd Cymru about the libraries that schools keep and the people who run them.\n[15 June 2099]"
    )
    assert regulations["introduction"].text.endswith(
        "They make these Regulations under section 12(1) of the School Libraries (Wales) Act 2099."
    )
    assert act["introduction"].provision is None
    assert regulations["introduction"].provision is None


def test_the_note_after_an_instrument_is_a_passage_and_its_signature_is_not(regulations: dict[str, Passage]) -> None:
    assert regulations["explanatory-note"].provision is None
    assert quotes(regulations["explanatory-note"])[1:] == [
        "These Regulations say how long a book may be kept.",
        "Regulation 3 sets six or nine weeks.",
        "Regulation 5 removes an older rule that nobody used.",
    ]
    assert "Awen Prydderch" not in " ".join(passage.text for passage in regulations.values())


def test_marks_of_footnotes_and_their_words_are_gone(act: dict[str, Passage], regulations: dict[str, Passage]) -> None:
    text = "\n".join(passage.text for passage in (*act.values(), *regulations.values()))
    assert "change the length of a loan." in text
    assert "Lending of Books (Wales) Regulations 2094 is revoked." in text
    assert "f0000" not in text
    assert "A footnote about" not in text
    assert "S.I. 2094/31" not in text


def test_layout_around_inline_marks_leaves_no_stray_space(
    act: dict[str, Passage], regulations: dict[str, Passage]
) -> None:
    assert quotes(act["section/11/1"])[1] == "“book” (“llyfr”) includes a map and a sound recording;"
    assert quotes(act["section/11/1"])[10] == (
        "“pupil” (“disgybl”) is to be read with section 8 of the Education Act 1996 (c. 56);"
    )
    assert quotes(act["schedule/1/paragraph/5"])[0] == "A shelf that counts under this paragraph—"
    assert quotes(regulations["regulation/1"])[1] == (
        "Subject to paragraph (3), these Regulations come into force on 20 August 2099."
    )


def test_inline_marks_on_one_line_keep_the_words_as_they_are(act: dict[str, Passage]) -> None:
    assert quotes(act["section/11/2"])[0] == (
        "A “short book” is one that the WBA lists at its web site under the letters sb,"
        " i.e. one printed on less than 2 m2 of paper."
    )


def test_the_welsh_text_has_the_same_provisions_under_ids_that_end_in_welsh(welsh: dict[str, Passage]) -> None:
    passage = welsh["section/3/welsh"]
    assert (passage.language, passage.label) == ("cy", "section 3")
    assert passage.provision == Provision("asc-2099-7/section/3")
    assert passage.headings[:2] == ("RHAN 1 — LLYFRGELLOEDD MEWN YSGOLION", "PENNOD 1 — RHEDEG LLYFRGELL")
    assert [path for path in welsh if not path.endswith("/welsh")] == []


def test_rhaid_caiff_and_ni_chaiff_have_their_forces(welsh: dict[str, Passage]) -> None:
    units = welsh["section/3/welsh"].units
    assert [units[0].force, units[8].force, units[12].force] == [Force.MUST, Force.MAY, Force.MUST_NOT]


def test_paragraphs_of_a_welsh_list_have_the_force_of_its_opening_words(welsh: dict[str, Passage]) -> None:
    passage = welsh["section/3/welsh"]
    assert quotes(passage)[4] == "(A) llyfrau Cymraeg, neu"
    assert passage.units[4].force is Force.MUST


def test_explanatory_notes_are_numbered_paragraphs_under_their_headings(notes: dict[str, Passage]) -> None:
    passage = notes["paragraph-6"]
    assert (passage.id, passage.label) == ("asc-2099-7-notes/paragraph-6", "paragraph 6")
    assert passage.headings == (
        "Commentary on sections",
        "Part 1 — Libraries in schools",
        "Chapter 1 — Running a library",
        "Section 3: Choosing a librarian",
    )
    assert passage.provision is None


def test_lists_and_tables_in_explanatory_notes_are_read_item_by_item(notes: dict[str, Passage]) -> None:
    assert notes["paragraph-6"].text.splitlines()[1:3] == ["(a) Welsh books, or", "(b) children's books."]
    assert quotes(notes["paragraph-3"]) == [
        "Three things led to the Act:",
        "cold rooms;",
        "old books;",
        "locked doors.",
    ]
    assert quotes(notes["annex-a-how-the-act-went-through-the-senedd"]) == [
        "Stage; Date",
        "Introduced; 2 February 2099",
    ]


def test_unnumbered_text_of_explanatory_notes_is_named_after_its_heading(notes: dict[str, Passage]) -> None:
    assert notes["an-example"].label == "An example"
    assert notes["an-example"].text == "Ms Llyfrwen ran a stall for ten years. She would not do."


def test_the_heading_of_an_annex_has_its_number_and_its_title(notes: dict[str, Passage]) -> None:
    assert notes["annex-a-how-the-act-went-through-the-senedd"].headings == (
        "Annex A — How the Act went through the Senedd",
    )


def test_a_new_sentence_after_a_finished_list_is_not_opened_by_it(notes: dict[str, Passage]) -> None:
    passage = notes["paragraph-6"]
    assert quotes(passage)[4] == "A market stall does not count."
    assert passage.units[4].opening is None


def test_spaces_and_hyphens_written_as_characters_of_xml_are_those_of_any_text() -> None:
    text = clml(section("1", "<Text>A li&#173;brary of &#xFB01;ve&#160;books&#8203;.</Text>"))
    assert of_clml(text)["section/1"].text == "A library of five books."
