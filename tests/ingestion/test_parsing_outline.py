"""Reports and minutes are divided by their own numbers."""

from corpus.provisions import Provision
from corpus.sources import Kind
from ingestion.parsing import parse
from tests.ingestion.samples_reader import quotes, sample, source


def test_a_report_gives_a_passage_for_each_numbered_paragraph() -> None:
    report = sample("report.txt", Kind.LOCAL_GUIDANCE)
    assert list(report)[:6] == ["introduction", "1.1", "1.2", "2.1", "2.2", "2.2-second"]
    assert report["1.1"].headings == ("Background",)


def test_a_number_that_stands_twice_is_told_apart_by_id_and_label() -> None:
    report = sample("report.txt", Kind.LOCAL_GUIDANCE)
    assert (report["2.2"].label, report["2.2-second"].label) == ("2.2", "2.2 (second)")


def test_each_row_of_the_header_block_can_be_quoted() -> None:
    report = sample("report.txt", Kind.LOCAL_GUIDANCE)
    assert quotes(report["introduction"])[-2:] == [
        "Purpose: To tell the Panel how planting has gone",
        "Lead Officer: The Head of Parks",
    ]


def test_a_sentence_that_a_page_broke_is_whole_again() -> None:
    report = sample("report.txt", Kind.LOCAL_GUIDANCE)
    assert "Volunteers watered them, and most of the work was done in the Autumn." in quotes(report["1.1"])


def test_bullets_belong_to_their_paragraph_and_nested_ones_to_their_bullet() -> None:
    paragraph = sample("report.txt", Kind.LOCAL_GUIDANCE)["2.1"]
    assert quotes(paragraph) == [
        "The survey asked three things:",
        "Which streets have no trees at all.",
        "Which trees lean on:",
        "walls",
        "other trees",
        "Which residents would help.",
    ]
    assert [unit.opening for unit in paragraph.units] == [None, 0, 0, 2, 2, 0]


def test_what_follows_the_last_numbered_paragraph_is_not_taken_for_part_of_it() -> None:
    report = sample("report.txt", Kind.LOCAL_GUIDANCE)
    assert "Ash" in quotes(report["2.2-second"])[-1]
    assert list(report.values())[-1].headings[0] == "Appendices"


def test_minutes_give_a_passage_for_each_agenda_item() -> None:
    minutes = sample("minutes.txt", Kind.MINUTES)
    assert [(path, p.label) for path, p in minutes.items()] == [
        ("introduction", "Introduction"),
        ("1", "1"),
        ("2a", "2(a)"),
        ("2b", "2(b)"),
        ("3", "3"),
    ]
    assert minutes["2b"].headings == ("Town Hall", "The roof")


def test_a_sentence_after_a_list_is_none_of_its_items() -> None:
    roof = sample("minutes.txt", Kind.MINUTES)["2b"]
    assert [unit.opening for unit in roof.units] == [None, None, 1, 1, None]
    assert quotes(roof)[-1] == "The committee chose the second."


def test_a_heading_with_nothing_under_it_is_kept_as_text() -> None:
    text = "1. Welcome\n\nAll were welcomed.\n\n2. Next meeting on 4 May\n"
    assert [p.text for p in parse(text, source(Kind.MINUTES))] == ["All were welcomed.", "Next meeting on 4 May"]


def test_the_codes_numbered_paragraphs_are_provisions() -> None:
    text = "3.1 The plan must be kept.\n\n3.2 A council should—\n\n(a) read it;\n\n(b) keep it.\n"
    first, second = parse(text, source(Kind.CODE, "aln-code-2021"), name="code.txt")
    assert (first.id, first.label) == ("aln-code-2021/3.1", "paragraph 3.1")
    assert first.units[0].force == "must"
    assert second.units[1].provisions == (Provision("aln-code-2021/3.2/a"),)


def test_a_numbered_heading_needs_no_blank_line_before_its_first_paragraph() -> None:
    text = "Pond policy\n\n1. Purpose\n1.1 Ponds are kept.\n1.2 They are counted.\n\n2. Newts\n2.1 Newts are fed.\n"
    passages = parse(text, source(Kind.LOCAL_GUIDANCE), name="policy.txt")
    assert [(p.label, p.headings, p.text) for p in passages if p.label != "Introduction"] == [
        ("1.1", ("Purpose",), "Ponds are kept."),
        ("1.2", ("Purpose",), "They are counted."),
        ("2.1", ("Newts",), "Newts are fed."),
    ]
