"""The words by which legislation points elsewhere are tied to what they point at, or it is said why not."""

import pytest

from corpus.sources import Kind, Source
from ingestion.parsing.law.items import Found
from ingestion.parsing.law.markdown import instrument
from ingestion.parsing.law.references import resolve
from tests.ingestion.samples_reader import clml, law, of_clml, references, section

ACT = """## PART 1 — ONE

### CHAPTER 1 — A

##### 1

- (1) A pond must be clean.

- (2) A pond must be deep—

- (a) in winter, or

- (b) in summer—

- (i) at noon, or

- (ii) at night;

- (c) always,

- (d) ever.

- (3) A pond may be round.

##### 2

- (1) One.

- (1A) One and a half.

- (2) Two.

##### 2A

Two and a half.

##### 3

Three.

### CHAPTER 2 — B

##### 4

Four.

## PART 2 — TWO

### CHAPTER 1 — C

##### 5

"""
SCHEDULES = """

## SCHEDULE 1 — S

###### 1

- (1) A.

- (2) B—

- (a) c,

- (b) d.

###### 2

E.

## SCHEDULE 2 — T

### PART 1 — X

###### 1

F.
"""
AMENDS = """##### 1

- (1) The Ditches Act 1901 (c. 9) is amended as follows.

"""


def found(text: str, *, kind: Kind = Kind.ACT, language: str = "en") -> list[tuple[str, Found]]:
    """Every cross-reference of an instrument in Markdown, behind its unit's path."""
    id_ = "asc-2030-1" if kind is Kind.ACT else "wsi-2030-9"
    read = instrument(text, Source(id=id_, title="A sample", kind=kind, language=language))
    resolve(read)
    return [(clause.path, one) for clause in read.clauses for item in clause.items for one in item.found]


def pointed(text: str, **options: str) -> list[tuple[str, list[str]]]:
    """The words of each cross-reference in ``text``, with what each points at below asc-2030-1, or the whole id."""
    language = options.get("language", "en")
    all_of_it = found(text, kind=Kind(options.get("kind", "act")), language=language)
    return [(one.words, [t.id.removeprefix("asc-2030-1/") for t in one.targets]) for _, one in all_of_it]


def in_section_5(sentence: str) -> list[tuple[str, list[str]]]:
    return pointed(f"{ACT}{sentence}{SCHEDULES}")


def reasons(text: str) -> list[tuple[str, str]]:
    return [(one.words, one.why) for _, one in found(text) if not one.targets]


@pytest.mark.parametrize(
    ("sentence", "words", "target"),
    [
        ("See section 1.", "section 1", "section/1"),
        ("Section 1 applies.", "Section 1", "section/1"),
        ("See section 2A.", "section 2A", "section/2A"),
        ("See section 1(2).", "section 1(2)", "section/1/2"),
        ("See section 2(1A).", "section 2(1A)", "section/2/1A"),
        ("See section 1(2)(b)(ii).", "section 1(2)(b)(ii)", "section/1/2/b/ii"),
        ("See section 3 of this Act.", "section 3", "section/3"),
        ("See Part 1.", "Part 1", "part/1"),
        ("See Part 2 of this Act.", "Part 2", "part/2"),
        ("See Chapter 2.", "Chapter 2", "part/1/chapter/2"),
        ("See Schedule 1.", "Schedule 1", "schedule/1"),
        ("See Schedule 2 to this Act.", "Schedule 2", "schedule/2"),
    ],
)
def test_a_unit_is_known_by_its_words(sentence: str, words: str, target: str) -> None:
    assert in_section_5(sentence) == [(words, [target])]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "See subsection (2)(a) of section 1.",
            [("subsection (2)(a)", ["section/1/2/a"]), ("section 1", ["section/1"])],
        ),
        (
            "See paragraph (b) of section 1(2).",
            [("paragraph (b)", ["section/1/2/b"]), ("section 1(2)", ["section/1/2"])],
        ),
        ("See Chapter 1 of Part 1.", [("Chapter 1", ["part/1/chapter/1"]), ("Part 1", ["part/1"])]),
        (
            "See paragraph 1 of Schedule 1.",
            [("paragraph 1", ["schedule/1/paragraph/1"]), ("Schedule 1", ["schedule/1"])],
        ),
        ("See Part 1 of Schedule 2.", [("Part 1", ["schedule/2/part/1"]), ("Schedule 2", ["schedule/2"])]),
        (
            "See sub-paragraph (2)(b) of paragraph 1 of Schedule 1.",
            [
                ("sub-paragraph (2)(b)", ["schedule/1/paragraph/1/2/b"]),
                ("paragraph 1", ["schedule/1/paragraph/1"]),
                ("Schedule 1", ["schedule/1"]),
            ],
        ),
    ],
)
def test_a_unit_of_another_is_looked_for_in_that_one(sentence: str, expected: list[tuple[str, list[str]]]) -> None:
    assert in_section_5(sentence) == expected


def test_paragraphs_of_a_subsection_of_a_section_are_each_tied_with_all_of_their_words() -> None:
    assert in_section_5("Under paragraph (b) or (d) of subsection (2) of section 1 a person acts.") == [
        ("paragraph (b)", ["section/1/2/b"]),
        ("(d)", ["section/1/2/d"]),
        ("subsection (2)", ["section/1/2"]),
        ("section 1", ["section/1"]),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("See sections 2 and 3.", [("sections 2", ["section/2"]), ("3", ["section/3"])]),
        ("See section 1, 2 or 3.", [("section 1", ["section/1"]), ("2", ["section/2"]), ("3", ["section/3"])]),
        (
            "See sections 2(1), 3 and 4.",
            [("sections 2(1)", ["section/2/1"]), ("3", ["section/3"]), ("4", ["section/4"])],
        ),
        ("See Schedules 1 and 2.", [("Schedules 1", ["schedule/1"]), ("2", ["schedule/2"])]),
    ],
)
def test_units_named_together_are_tied_one_by_one(sentence: str, expected: list[tuple[str, list[str]]]) -> None:
    assert in_section_5(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "last", "targets"),
    [
        ("See sections 1 to 3.", "3", ["section/2", "section/2A", "section/3"]),
        ("See section 1(1) to (3).", "(3)", ["section/1/2", "section/1/3"]),
        ("See paragraphs (a) to (c) of section 1(2).", "(c)", ["section/1/2/b", "section/1/2/c"]),
        ("See subsections (1) to (2) of section 2.", "(2)", ["section/2/1A", "section/2/2"]),
    ],
)
def test_the_end_of_a_range_points_at_all_that_stands_in_it(sentence: str, last: str, targets: list[str]) -> None:
    assert in_section_5(sentence)[1] == (last, targets)


@pytest.mark.parametrize(
    ("sentence", "last", "target"),
    [
        ("See sections 1(1) and (3).", "(3)", "section/1/3"),
        ("See section 1(2)(a) or (b).", "(b)", "section/1/2/b"),
        ("See section 1(2)(b)(i) and (ii).", "(ii)", "section/1/2/b/ii"),
        ("See section 1(2)(b)(i) and (c).", "(c)", "section/1/2/c"),
        ("See section 1(2)(a) and (3).", "(3)", "section/1/3"),
    ],
)
def test_brackets_alone_stand_in_place_of_the_mark_of_their_own_style(sentence: str, last: str, target: str) -> None:
    assert in_section_5(sentence)[1] == (last, [target])


def test_the_span_of_each_covers_exactly_its_words() -> None:
    sentence = (
        "Under sections 1(1) and (3), paragraph (b) or (d) of subsection (2) of section 1, and Schedules 1 and 2."
    )
    spans = [one.span.of(sentence) for path, one in found(f"{ACT}{sentence}{SCHEDULES}") if path == "section/5"]
    assert spans == [
        "sections 1(1)",
        "(3)",
        "paragraph (b)",
        "(d)",
        "subsection (2)",
        "section 1",
        "Schedules 1",
        "2",
    ]


def test_the_spans_in_a_passage_cover_the_same_words_behind_a_paragraphs_mark() -> None:
    assert references(law("asc-2099-7.xml")["section/3"]) == [
        ("subsection (1)", ["asc-2099-7/section/3/1"]),
        ("paragraph (b)", ["asc-2099-7/section/3/1/b"]),
        ("subsection (2)", ["asc-2099-7/section/3/2"]),
        ("sections 2", ["asc-2099-7/section/2"]),
        ("4", ["asc-2099-7/section/4"]),
        ("paragraph 2", ["asc-2099-7/schedule/1/paragraph/2"]),
        ("Schedule 1", ["asc-2099-7/schedule/1"]),
    ]


def test_spans_are_right_in_every_part_of_a_long_subsection() -> None:
    words = "A shelf of the kind that section 2 describes must be level and firm. " * 40
    passages = of_clml(clml(section("1", f"<Text>{words}</Text>") + section("2", "<Text>Two.</Text>")))
    said = [words for passage in passages.values() for words, _ in references(passage)]
    assert said == ["section 2"] * 40


def test_a_paragraph_is_that_of_the_nearest_list_around() -> None:
    text = """##### 1

- (1) A person must—

- (a) dig—

- (i) a ditch,

- (ii) a pond other than one under sub-paragraph (i), or

- (b) swim, unless paragraph (a)(i) applies.

- (2) One of these—

- (a) float;

- (b) sink, if not under paragraph (a).
"""
    assert pointed(text) == [
        ("sub-paragraph (i)", ["section/1/1/a/i"]),
        ("paragraph (a)(i)", ["section/1/1/a/i"]),
        ("paragraph (a)", ["section/1/2/a"]),
    ]


def test_a_subsection_without_more_words_is_of_the_same_section() -> None:
    assert pointed("##### 1\n\n- (1) One.\n\n- (2) See subsection (1).\n\n##### 2\n\n- (1) Two.\n") == [
        ("subsection (1)", ["section/1/1"])
    ]


def test_a_paragraph_of_regulations_is_of_the_same_regulation() -> None:
    text = (
        "##### 1\n\n- (1) One—\n\n- (a) a.\n\n- (2) See paragraph (1)(a), and paragraphs (1) and (2) of regulation 1.\n"
    )
    assert pointed(text, kind="regulations") == [
        ("paragraph (1)(a)", ["wsi-2030-9/regulation/1/1/a"]),
        ("paragraphs (1)", ["wsi-2030-9/regulation/1/1"]),
        ("(2)", ["wsi-2030-9/regulation/1/2"]),
        ("regulation 1", ["wsi-2030-9/regulation/1"]),
    ]


def test_a_paragraph_and_a_sub_paragraph_in_a_schedule_are_of_that_schedule() -> None:
    text = (
        "## SCHEDULE 1 — S\n\n###### 1\n\n- (1) A.\n\n- (2) See sub-paragraph (1) and paragraph 2.\n\n###### 2\n\nB.\n"
    )
    assert pointed(text) == [
        ("sub-paragraph (1)", ["schedule/1/paragraph/1/1"]),
        ("paragraph 2", ["schedule/1/paragraph/2"]),
    ]


def test_that_section_is_the_one_named_before() -> None:
    assert in_section_5("Under section 1 a person acts; subsection (2) of that section applies.") == [
        ("section 1", ["section/1"]),
        ("subsection (2)", ["section/1/2"]),
    ]


def test_that_section_is_a_whole_one_though_a_subsection_was_named() -> None:
    assert in_section_5("See section 1(2) and subsection (3) of that section.")[1] == (
        "subsection (3)",
        ["section/1/3"],
    )


def test_that_section_of_another_act_is_a_whole_one_too() -> None:
    assert in_section_5("See section 8(2) of the Education Act 1996 (c. 56) and subsection (3) of that section.")[
        1
    ] == (
        "subsection (3)",
        ["ukpga-1996-56/section/8/3"],
    )


def test_this_section_and_this_part_are_those_it_stands_in() -> None:
    text = (
        "## PART 1 — X\n\n##### 1\n\n- (1) One.\n\n- (2) See subsection (1) of this section and Chapter 1 of this Part."
    )
    assert pointed(f"{text}\n\n### CHAPTER 1 — Y\n\n##### 2\n\nTwo.\n") == [
        ("subsection (1)", ["section/1/1"]),
        ("Chapter 1", ["part/1/chapter/1"]),
    ]


def test_this_part_is_the_part_also_for_what_stands_in_one_of_its_chapters() -> None:
    assert in_section_5("See Chapter 1 of this Part.") == [("Chapter 1", ["part/2/chapter/1"])]


@pytest.mark.parametrize(
    ("sentence", "words", "target"),
    [
        ("See section 8 of the Education Act 1996 (c. 56).", "section 8", "ukpga-1996-56/section/8"),
        ("See section 312A(2B)(za) of the Education Act 1996 (c. 56).", "section 312A(2B)(za)", "ukpga-1996-56/section/312A/2B/za"),
        ("See Schedule 3 to the Education Act 1996 (c. 56).", "Schedule 3", "ukpga-1996-56/schedule/3"),
        ("See Part 4 of the Education Act 1996 (c. 56).", "Part 4", "ukpga-1996-56/part/4"),
        ("See section 2 of the Ponds (Wales) Measure 2009 (nawm 5).", "section 2", "mwa-2009-5/section/2"),
        ("See section 2 of the Ponds (Wales) Act 2014 (anaw 5).", "section 2", "anaw-2014-5/section/2"),
        ("See regulation 4 of the Ponds (Wales) Regulations 2031 (S.I. 2031/7 (W. 1)).", "regulation 4", "wsi-2031-7/regulation/4"),
        ("See regulation 4 of the Ponds Regulations 2031 (S.I. 2031/7).", "regulation 4", "uksi-2031-7/regulation/4"),
    ],
)  # fmt: skip
def test_another_enactment_is_known_by_its_title_and_number(sentence: str, words: str, target: str) -> None:
    assert in_section_5(sentence) == [(words, [target])]


def test_a_part_of_another_act_with_a_roman_number_is_known_as_any_other() -> None:
    assert in_section_5("See Part IV of the Education Act 1996 (c. 56).") == [("Part IV", ["ukpga-1996-56/part/IV"])]


def test_another_act_is_known_by_its_short_name_once_that_is_given() -> None:
    sentence = (
        "Under section 8 of the Education Act 1996 (c. 56) (“the 1996 Act”), see sections 9 and 10 of the 1996 Act."
    )
    assert in_section_5(sentence) == [
        ("section 8", ["ukpga-1996-56/section/8"]),
        ("sections 9", ["ukpga-1996-56/section/9"]),
        ("10", ["ukpga-1996-56/section/10"]),
    ]


def test_a_short_name_that_a_definition_gives_is_known_before_it() -> None:
    text = (
        "##### 1\n\nSee section 4 of the 2018 Act.\n\n##### 2\n\n“the 2018 Act” means the Education Act 2018 (c. 3).\n"
    )
    assert pointed(text) == [("section 4", ["ukpga-2018-3/section/4"])]


def test_an_act_that_the_register_has_is_known_by_its_title_alone() -> None:
    sentence = "See section 4 of the Additional Learning Needs and Education Tribunal (Wales) Act 2018."
    assert in_section_5(sentence) == [("section 4", ["anaw-2018-2/section/4"])]


def test_that_act_is_the_one_named_before() -> None:
    sentence = "See section 8 of the Education Act 1996 (c. 56) and section 3 of that Act."
    assert in_section_5(sentence)[1] == ("section 3", ["ukpga-1996-56/section/3"])


def test_a_footnote_gives_the_number_of_the_enactment_before_its_mark() -> None:
    text = "##### 1\n\nSee section 4 of the Ponds Act 2018[^f00001].\n\n[^f00001]: 2018 c. 3. Amended.\n"
    assert pointed(text) == [("section 4", ["ukpga-2018-3/section/4"])]


def test_units_of_an_amended_act_are_that_acts() -> None:
    text = f"{AMENDS}- (2) In section 4—\n\n- (a) in subsection (2), omit “or”;\n\n- (b) omit paragraph (a).\n"
    assert pointed(text) == [
        ("section 4", ["ukpga-1901-9/section/4"]),
        ("subsection (2)", ["ukpga-1901-9/section/4/2"]),
        ("paragraph (a)", ["ukpga-1901-9/section/4/a"]),
    ]


def test_units_of_an_amended_section_are_that_sections() -> None:
    text = """##### 1

- (1) Section 5 of the Ditches Act 1901 (c. 9) is amended as follows.

- (2) In subsection (2) omit paragraph (a).

- (3) In paragraph (b) of subsection (3) omit “x”.
"""
    assert pointed(text) == [
        ("Section 5", ["ukpga-1901-9/section/5"]),
        ("subsection (2)", ["ukpga-1901-9/section/5/2"]),
        ("paragraph (a)", ["ukpga-1901-9/section/5/2/a"]),
        ("paragraph (b)", ["ukpga-1901-9/section/5/3/b"]),
        ("subsection (3)", ["ukpga-1901-9/section/5/3"]),
    ]


def test_a_section_after_an_amending_one_is_this_acts_again() -> None:
    text = f"{AMENDS}- (2) Omit section 2.\n\n##### 2\n\nSee section 1.\n"
    assert pointed(text) == [("section 2", ["ukpga-1901-9/section/2"]), ("section 1", ["section/1"])]


def test_a_paragraph_after_a_subsection_of_an_amended_section_is_of_that_subsection() -> None:
    text = f"{AMENDS}- (2) In subsection (2) of section 6, in paragraph (b), omit “or”.\n"
    assert pointed(text)[2] == ("paragraph (b)", ["ukpga-1901-9/section/6/2/b"])


def test_a_schedule_of_an_amended_act_is_that_acts() -> None:
    text = f"{AMENDS}- (2) In Schedule 1, omit “or”.\n\n## SCHEDULE 1 — X\n\n###### 1\n\nA.\n"
    assert pointed(text) == [("Schedule 1", ["ukpga-1901-9/schedule/1"])]


def test_a_paragraph_of_a_schedule_of_an_amended_act_is_that_schedules() -> None:
    text = f"{AMENDS}- (2) In Schedule 3, in paragraph 4(1), omit “or”.\n"
    assert pointed(text) == [
        ("Schedule 3", ["ukpga-1901-9/schedule/3"]),
        ("paragraph 4(1)", ["ukpga-1901-9/schedule/3/paragraph/4/1"]),
    ]


def test_words_that_are_put_into_another_act_point_at_nothing_here() -> None:
    text = f"{AMENDS}- (2) After section 4 insert—\n\n> (4A) Section 1 applies to subsection (2).\n"
    assert pointed(text) == [("section 4", ["ukpga-1901-9/section/4"])]


def test_words_in_quotation_marks_in_an_amendment_point_at_nothing() -> None:
    text = f"{AMENDS}- (2) In section 4, for “section 1” substitute “section 2”.\n"
    assert pointed(text) == [("section 4", ["ukpga-1901-9/section/4"])]


def test_amendments_in_clml_point_at_the_amended_act_and_not_from_what_they_put_there() -> None:
    passage = law("asc-2099-7.xml")["section/10"]
    assert references(passage) == [
        ("Schedule 3", ["asc-2091-2/schedule/3"]),
        ("paragraph 4", ["asc-2091-2/schedule/3/paragraph/4"]),
        ("section 11", ["asc-2091-2/section/11"]),
        ("section 20", ["asc-2091-2/section/20"]),
    ]


@pytest.mark.parametrize(
    ("sentence", "words", "why"),
    [
        ("See section 99.", "section 99", "the text at hand has no section 99"),
        ("See section 1(9).", "section 1(9)", "the text at hand has no section 1(9)"),
        ("See Schedule 9.", "Schedule 9", "the text at hand has no Schedule 9"),
        ("See subsection (4).", "subsection (4)", "there is no (4) in section 5"),
        ("See paragraph (z).", "paragraph (z)", "there is no (z) in section 5"),
        ("See regulation 4.", "regulation 4", "nothing says whose regulation it is"),
        ("See paragraph 4.", "paragraph 4", "nothing says whose paragraph it is"),
        ("See subsection (1) of that section.", "subsection (1)", "nothing before it names that section"),
        ("See section 4 of that Act.", "section 4", "nothing before it names that Act"),
        ("See section 8 of the Ditches Act 1901.", "section 8", "the text gives no number for Ditches Act 1901"),
        ("See section 8 of the 1901 Act.", "section 8", "the text gives no number for the 1901 Act"),
        (
            "See paragraph (a) of the definition of “pond”.",
            "paragraph (a)",
            "a paragraph of a definition, which has no number of its own",
        ),
    ],
)
def test_what_cannot_be_told_has_no_target_and_says_why(sentence: str, words: str, why: str) -> None:
    assert reasons(f"{ACT}{sentence}{SCHEDULES}") == [(words, why)]


def test_a_paragraph_that_is_amended_without_its_section_has_no_target() -> None:
    assert reasons(f"{AMENDS}- (2) In the list, omit paragraph (a).\n") == [
        ("paragraph (a)", "it is of the enactment that is changed here, and which unit of that is not said")
    ]


def test_a_paragraph_that_is_omitted_at_the_start_of_a_sentence_is_not_taken_for_one_of_this_act() -> None:
    text = f"{AMENDS}- (2) Omit paragraph (a).\n\n- (a) One.\n"
    assert pointed(text) == [("paragraph (a)", [])]


def test_what_is_unresolved_is_no_reference_of_the_passage() -> None:
    assert references(of_clml(clml(section("1", "<Text>See section 99.</Text>")))["section/1"]) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gweler adran 2.", [("adran 2", ["section/2"])]),
        ("Gweler adrannau 2 a 3.", [("adrannau 2", ["section/2"]), ("3", ["section/3"])]),
        ("Gweler adrannau 2 i 4.", [("adrannau 2", ["section/2"]), ("4", ["section/3", "section/4"])]),
        ("Gweler adran 2(2)(a) neu (b).", [("adran 2(2)(a)", ["section/2/2/a"]), ("(b)", ["section/2/2/b"])]),
        ("Gweler is-adran (1) o adran 2.", [("is-adran (1)", ["section/2/1"]), ("adran 2", ["section/2"])]),
        (
            "O dan baragraff (b) o is-adran (2) o adran 2.",
            [("baragraff (b)", ["section/2/2/b"]), ("is-adran (2)", ["section/2/2"]), ("adran 2", ["section/2"])],
        ),
        ("Gweler adran 2 ac is-adran (1) o’r adran honno.", [("adran 2", ["section/2"]), ("is-adran (1)", ["section/2/1"])]),
        ("Gweler Pennod 1 o Ran 1.", [("Pennod 1", ["part/1/chapter/1"]), ("Ran 1", ["part/1"])]),
        (
            "Gweler pharagraff 1(2) o Atodlen 1.",
            [("pharagraff 1(2)", ["schedule/1/paragraph/1/2"]), ("Atodlen 1", ["schedule/1"])],
        ),
    ],
)  # fmt: skip
def test_welsh_words_are_tied_as_english_ones_are(sentence: str, expected: list[tuple[str, list[str]]]) -> None:
    text = f"""## RHAN 1 — X

### PENNOD 1 — Y

##### 1

{sentence}

##### 2

- (1) Un.

- (2) Dau—

- (a) tri, neu

- (b) pedwar.

##### 3

Pump.

##### 4

Chwech.

## ATODLEN 1 — Z

###### 1

- (1) Saith.

- (2) Wyth.
"""
    assert pointed(text, language="cy") == expected


def test_references_of_a_welsh_text_in_clml_are_the_english_texts() -> None:
    assert references(law("asc-2099-7.welsh.xml")["section/3/welsh"]) == [
        ("is-adran (1)", ["asc-2099-7/section/3/1"]),
        ("paragraff (b)", ["asc-2099-7/section/3/1/b"]),
        ("is-adran (2)", ["asc-2099-7/section/3/2"]),
        ("adrannau 2", ["asc-2099-7/section/2"]),
        ("4", ["asc-2099-7/section/4"]),
        ("pharagraff 2", ["asc-2099-7/schedule/1/paragraph/2"]),
        ("Atodlen 1", ["asc-2099-7/schedule/1"]),
    ]


def test_a_welsh_title_gives_the_number_of_its_act() -> None:
    text = "##### 1\n\nGweler adran 8 o Ddeddf Addysg 1996 (p. 56) ac adran 9 o’r Ddeddf honno.\n"
    assert pointed(text, language="cy") == [
        ("adran 8", ["ukpga-1996-56/section/8"]),
        ("adran 9", ["ukpga-1996-56/section/9"]),
    ]


LINK = '<InternalLink IdURI="http://www.legislation.gov.uk/id/asc/2099/9/section/2">{}</InternalLink>'


def test_what_the_publisher_links_is_tied_where_the_words_alone_do_not_tell() -> None:
    linked = f"<Text>See {LINK.format('the rule on hooks')} and regulations under {LINK.format('this section')}.</Text>"
    passage = of_clml(clml(section("1", linked) + section("2", "<Text>Two.</Text>")))["section/1"]
    assert references(passage) == [
        ("the rule on hooks", ["asc-2099-9/section/2"]),
        ("this section", ["asc-2099-9/section/2"]),
    ]


def test_a_link_over_words_that_tell_is_not_a_second_reference() -> None:
    linked = f"<Text>See {LINK.format('section 2')}.</Text>"
    passage = of_clml(clml(section("1", linked) + section("2", "<Text>Two.</Text>")))["section/1"]
    assert references(passage) == [("section 2", ["asc-2099-9/section/2"])]


def test_a_link_over_words_that_could_not_be_resolved_is_used() -> None:
    link = '<InternalLink URI="http://www.legislation.gov.uk/id/ukpga/1901/9/section/4">section 4</InternalLink>'
    passage = of_clml(clml(section("1", f"<Text>See {link}.</Text>")))["section/1"]
    assert references(passage) == [("section 4", ["ukpga-1901-9/section/4"])]


def test_a_citation_gives_the_number_of_the_act_that_it_names() -> None:
    cited = '<Citation Class="WelshParliamentAct" Year="2091" Number="2">Reading Rooms (Wales) Act 2091</Citation>'
    passage = of_clml(clml(section("1", f"<Text>See section 4 of the {cited}.</Text>")))["section/1"]
    assert references(passage) == [("section 4", ["asc-2091-2/section/4"])]


def test_a_part_of_what_is_no_enactment_is_not_taken_for_one_of_this_act() -> None:
    assert in_section_5("See Part 1 of the Convention.") == [("Part 1", [])]


def test_a_part_of_the_only_schedule_to_another_act_is_that_schedules() -> None:
    assert in_section_5("See Part 3 of the Schedule to the Ponds (Wales) Measure 2011 (nawm 2).") == [
        ("Part 3", ["mwa-2011-2/schedule/part/3"])
    ]


def test_a_paragraph_of_that_provision_is_of_the_one_named_before() -> None:
    text = f"{ACT}- (1) One—\n\n- (a) the duty in section 1(2) is discharged under paragraph (a) of that provision;\n"
    assert pointed(text) == [("section 1(2)", ["section/1/2"]), ("paragraph (a)", ["section/1/2/a"])]


def test_a_paragraph_of_a_section_of_this_act_that_is_modified_is_that_sections() -> None:
    text = f"{ACT}Section 1 applies with these modifications—\n\n- (a) in section 1(2), omit paragraph (b).\n"
    assert pointed(text)[-1] == ("paragraph (b)", ["section/1/2/b"])


def test_a_bare_section_in_regulations_is_of_the_act_that_they_give_a_short_name_to_first() -> None:
    text = """##### 1

In these Regulations “the 2099 Act” means the School Libraries (Wales) Act 2099 (asc 7).

##### 2

The reference in section 8(4) to section 7 of the Interpretation Act 1978 (c. 30) is to one of another day.
"""
    assert pointed(text, kind=Kind.REGULATIONS)[-2:] == [  # type: ignore[arg-type]
        ("section 8(4)", ["asc-2099-7/section/8/4"]),
        ("section 7", ["ukpga-1978-30/section/7"]),
    ]


def test_that_act_does_not_reach_past_an_act_without_a_number_to_another() -> None:
    text = """##### 1

- (1) See section 4 of the Education Act 2002 (c. 32).

- (2) “data” has the meaning given by the Unnumbered Data Act 2018.

- (3) See section 3 of that Act.
"""
    assert ("section 3", "the text gives no number for that Act") in reasons(text)


def test_a_subsection_beside_another_section_is_still_of_its_own() -> None:
    text = """##### 1

- (1) One.

- (2) Section 2 applies by virtue of subsection (1) and section 2 as if the words were others.

- (3) In section 2, omit paragraph (a).

##### 2

Two—

- (a) three.
"""
    assert ("subsection (1)", ["section/1/1"]) in pointed(text)
    assert ("paragraph (a)", ["section/2/a"]) in pointed(text)


def test_a_space_before_a_number_in_brackets_is_part_of_the_reference() -> None:
    assert in_section_5("See section 1 (2) or 2 (2).") == [
        ("section 1 (2)", ["section/1/2"]),
        ("2 (2)", ["section/2/2"]),
    ]


def test_a_note_in_brackets_does_not_end_a_list_of_sections() -> None:
    assert in_section_5("See sections 1 (ponds), 2 (more (and more)) and 3.") == [
        ("sections 1", ["section/1"]),
        ("2", ["section/2"]),
        ("3", ["section/3"]),
    ]


def test_a_number_that_counts_something_is_no_section() -> None:
    assert in_section_5("Under section 1 (ponds) and 3 weeks later.") == [("section 1", ["section/1"])]


def test_the_heading_of_another_acts_section_points_into_that_act() -> None:
    sentence = "See section 4 of the Education Act 1996 (c. 56) (pupils: Part 2 and section 3)."
    assert in_section_5(sentence)[1:] == [
        ("Part 2", ["ukpga-1996-56/part/2"]),
        ("section 3", ["ukpga-1996-56/section/3"]),
    ]


def test_that_section_is_the_one_whose_subsection_was_named_last() -> None:
    sentence = "Under section 2(1) subsection (3) of section 1 applies, and subsection (2) of that section."
    assert in_section_5(sentence)[-1] == ("subsection (2)", ["section/1/2"])


def test_a_short_name_of_an_act_without_a_number_is_not_taken_for_another_act_of_that_year() -> None:
    text = """##### 1

“the 1989 Act” means the Children Act 1989; and see section 2 of the Water Act 1989 (c. 15).

##### 2

See section 17 of the 1989 Act.
"""
    assert ("section 17", "the text gives no number for the 1989 Act") in reasons(text)


def test_a_range_between_two_sections_is_its_two_ends() -> None:
    assert in_section_5("See sections 1(1) to 2(2).")[-1] == ("2(2)", ["section/2/2"])


def test_a_mutated_welsh_word_is_known() -> None:
    assert in_section_5("Gweler ym mharagraff (b) o adran 1(2).")[0] == ("mharagraff (b)", ["section/1/2/b"])
