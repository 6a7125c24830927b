"""The original documents and statutes come out whole."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from corpus import register
from corpus.passages import Passage
from corpus.sources import Kind, Source
from ingestion.parsing import instrument_of, parse
from ingestion.parsing.law.census import Census, census
from ingestion.parsing.law.instrument import Instrument
from ingestion.parsing.law.references import resolve
from ingestion.parsing.law.sections import sections
from ingestion.parsing.text import read_text
from tests.ingestion.samples_reader import quotes

pytestmark = pytest.mark.originals

ACT = "anaw-2018-2.en.md"
ACT_CLML = "anaw-2018-2.en.clml.xml"
REGULATIONS = "wsi-2021-401.en.md"
FAQ = "welsh-government-aln-transformation-faq-v1.1-2018.txt"
REPORT = "swansea-scrutiny-aln-strategy-report-2019-12-19.txt"
COUNCIL_MINUTES = "carmarthenshire-scrutiny-aln-minutes-2018.txt"
GROUP_MINUTES = "aln-steering-group-minutes-2022-09.txt"
STATEMENT = "cabinet-secretary-aln-statement-2024.txt"


@cache
def original(folder: Path, name: str) -> tuple[str, dict[str, Passage]]:
    (path,) = folder.rglob(name)
    source = register.load().recognise(name)
    assert source is not None
    text = read_text(path)
    return text, {p.id.partition("/")[2]: p for p in parse(text, source, name=name)}


def counted(folder: Path, name: str) -> Census:
    """What there is in the original, once its cross-references are resolved and its terms are found."""
    (path,) = folder.rglob(name)
    source = register.load().recognise(name)
    assert source is not None
    read = instrument_of(read_text(path), source, name=name)
    assert read is not None
    assert list(sections(read))
    return census(read)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def provisions(passages: dict[str, Passage], unit: str) -> list[str]:
    """The numbers of the units of this sort, each once, in order."""
    found = [p.provision.steps for p in passages.values() if p.provision]
    return list(dict.fromkeys(steps[2] for steps in found if steps[1] == unit))


@pytest.mark.parametrize(
    ("name", "count"),
    [
        (ACT, 466),
        (ACT_CLML, 466),
        (REGULATIONS, 135),
        (FAQ, 64),
        (REPORT, 26),
        (COUNCIL_MINUTES, 15),
        (GROUP_MINUTES, 12),
        (STATEMENT, 11),
    ],
)
def test_each_original_gives_its_passages_in_order_and_within_the_limit(originals: Path, name: str, count: int) -> None:
    text, passages = original(originals, name)
    places = [p.span.start for p in passages.values()]
    assert len(passages) == count
    assert places == sorted(places)
    assert max(p.span.end for p in passages.values()) <= len(text)
    assert max(len(p.text) for p in passages.values()) <= 1200


@pytest.mark.parametrize("name", [ACT, ACT_CLML])
def test_all_101_sections_of_the_act_come_out_once(originals: Path, name: str) -> None:
    _, passages = original(originals, name)
    assert provisions(passages, "section") == [str(number) for number in range(1, 102)]


def test_all_42_regulations_and_both_schedules_come_out_once(originals: Path) -> None:
    _, passages = original(originals, REGULATIONS)
    schedules = [path for path in passages if path.startswith("schedule/") and "~" not in path]
    assert provisions(passages, "regulation") == [str(number) for number in range(1, 43)]
    assert provisions(passages, "schedule") == ["1", "2"]
    assert list(dict.fromkeys("/".join(path.split("/")[:4]) for path in schedules)) == [
        *(f"schedule/1/paragraph/{number}" for number in range(1, 7)),
        "schedule/2/paragraph/1",
    ]


@pytest.mark.parametrize("name", [ACT, REGULATIONS])
def test_no_word_of_a_statute_is_lost_but_its_title_and_signature(originals: Path, name: str) -> None:
    text, passages = original(originals, name)
    body = re.sub(r"\[\^\w+\]", "", text.partition("\n---\n")[2].partition("\n## Signed")[0].partition("\n## ")[2])
    kept = words(" ".join(" ".join((*p.headings, p.text)) for p in passages.values()))
    numbers = words(" ".join(re.findall(r"^#+ (\d+)$", body, re.MULTILINE)))
    assert words(body) - numbers - kept == Counter()


def test_both_forms_of_the_act_give_the_same_provisions_in_the_same_order(originals: Path) -> None:
    markdown, clml = original(originals, ACT)[1], original(originals, ACT_CLML)[1]
    assert list(clml) == list(markdown)
    assert [p.provision for p in clml.values()] == [p.provision for p in markdown.values()]


@pytest.mark.parametrize("number", range(1, 102))
def test_both_forms_of_a_section_are_the_same_but_for_its_place_in_the_file_and_its_version(
    originals: Path, number: int
) -> None:
    markdown, clml = original(originals, ACT)[1], original(originals, ACT_CLML)[1]
    own = re.compile(rf"section/{number}(?:[/~]|$)")
    found = [
        replace(passage, span=markdown[path].span, currency=None, annotations=())
        for path, passage in clml.items()
        if own.match(path)
    ]
    assert found == [passage for path, passage in markdown.items() if own.match(path)]


def test_the_clml_of_the_act_says_what_the_markdown_cannot(originals: Path) -> None:
    """Where the provisions extend and from when this version of their text is the one."""
    passages = original(originals, ACT_CLML)[1]
    assert [path for path, passage in passages.items() if passage.currency is None] == []


@pytest.mark.parametrize(
    ("name", "references", "share"), [(ACT, 703, 0.975), (ACT_CLML, 703, 0.975), (REGULATIONS, 348, 0.96)]
)
def test_all_but_a_few_cross_references_of_a_statute_are_resolved(
    originals: Path, name: str, references: int, share: float
) -> None:
    found = counted(originals, name)
    assert found.references >= references
    assert found.resolved / found.references >= share, found.unresolved


def test_no_opening_is_missing_and_no_mark_is_misplaced_in_the_act(originals: Path) -> None:
    """Marks under one parent run on from each other, and (i) is at the right depth."""
    _, passages = original(originals, ACT)
    ids = {x.id.removeprefix("anaw-2018-2/") for p in passages.values() for u in p.units for x in u.provisions}
    assert {"section/11/3/b/ii", "section/4/5/b/iii", "section/37/1/c/iv", "section/4/3/i", "section/4/3/l"} <= ids
    assert not [id for id in ids if re.search(r"/(?:ii|iii|iv|v|vi)$", id) and id.count("/") < 4]


def test_section_20_5_gives_the_nhs_bodys_three_duties(originals: Path) -> None:
    passage = original(originals, ACT)[1]["section/20/5"]
    assert passage.label == "section 20(5)"
    assert [u.provisions[0].id for u in passage.units][1:] == [f"anaw-2018-2/section/20/5/{x}" for x in "abc"]
    assert [u.opening for u in passage.units] == [None, 0, 0, 0]
    assert {u.force for u in passage.units} == {"must"}


def test_section_4_6_a_is_under_its_opening_words_and_headings(originals: Path) -> None:
    passage = original(originals, ACT)[1]["section/4/6"]
    assert passage.headings[-2:] == ("Code of practice", "Additional learning needs code")
    assert passage.units[1].provisions[0].id == "anaw-2018-2/section/4/6/a"
    assert passage.units[1].force == "must"


def test_section_12_2_keeps_its_closing_words_in_their_place(originals: Path) -> None:
    passage = original(originals, ACT)[1]["section/12/2"]
    assert [u.provisions[0].steps[4:] for u in passage.units][3:7] == [("a", "ii"), ("a", "iii"), ("a",), ("b",)]
    assert quotes(passage)[5].startswith("and the governing body refers")
    assert passage.units[5].opening == 1


def test_section_99_1_gives_its_definitions_one_by_one(originals: Path) -> None:
    parts = [p for path, p in original(originals, ACT)[1].items() if path.partition("~")[0] == "section/99/1"]
    definitions = [quote for part in parts for quote in quotes(part) if quote.startswith("“")]
    assert len(definitions) == 38
    assert definitions[4] == "“child” (“plentyn”) means a person not over compulsory school age;"
    assert [quotes(part)[0] for part in parts] == ["In this Act—"] * len(parts)
    assert [unit.opening for unit in parts[1].units] == [None, *[0] * (len(parts[1].units) - 1)]


def test_the_faq_gives_each_of_its_57_questions_once(originals: Path) -> None:
    _, passages = original(originals, FAQ)
    whole = [path for path in passages if "~" not in path]
    counts = Counter(path.partition(".")[0] for path in whole[1:])
    assert [counts[str(chapter)] for chapter in range(1, 11)] == [6, 6, 4, 1, 7, 12, 3, 10, 6, 2]
    assert all(passages[path].questions for path in whole[1:])
    assert passages["9.4"].questions[0].endswith("contexts.")
    assert passages["6.3"].headings[0] == "Health"


def test_no_word_of_the_faq_is_lost_but_numbers_of_pages_and_questions(originals: Path) -> None:
    text, passages = original(originals, FAQ)
    whole = [p for path, p in passages.items() if "~" not in path]
    kept = words(" ".join((*(p.text for p in passages.values()), *(h for p in whole for h in p.headings))))
    lost = words(text) - kept
    assert [word for word in lost if not word.isdigit()] == []


def test_the_report_tells_its_two_paragraphs_2_8_apart(originals: Path) -> None:
    _, passages = original(originals, REPORT)
    assert passages["2.8"].label == "2.8"
    assert passages["2.8-second"].label == "2.8 (second)"
    assert passages["2.8-second~2"].headings[-1].endswith("have been identified:")


def test_the_groups_minutes_are_divided_by_agenda_item(originals: Path) -> None:
    _, passages = original(originals, GROUP_MINUTES)
    assert list(passages) == ["introduction", "1", "2a", "2b", "3a", "3b", "4a", "5a", "5b", "5c", "6", "7"]
    assert passages["5c"].headings == ("Welsh Government Business", "PLASC data")


def test_each_question_in_the_councils_minutes_is_a_passage(originals: Path) -> None:
    _, passages = original(originals, COUNCIL_MINUTES)
    asked = [p for p in passages.values() if len(p.headings) == 2]
    assert len(asked) == 7
    assert {p.headings[1].partition("/")[0] for p in asked} == {"The following questions"}


FRAGMENTS = [f"fragment-{number}.xml" for number in range(1, 9)]


def fragment(originals: Path, name: str) -> tuple[str, Instrument]:
    """A piece of real CLML, as the body of an instrument with the identity that its addresses give."""
    (path,) = originals.rglob(name)
    piece = path.read_text("utf-8").strip()
    identity = re.search(r"legislation\.gov\.uk/id/([a-z]+/\d+/\d+)", piece)
    assert identity is not None
    around = "<P1><Pnumber>18</Pnumber><P1para><P2><Pnumber>2</Pnumber><P2para><Text>In section 6—</Text>{}</P2para></P2></P1para></P1>"
    body = around.format(piece) if piece.startswith("<P3") else piece
    text = (
        '<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"'
        f' IdURI="http://www.legislation.gov.uk/id/{identity[1]}"><Primary><Body>{body}</Body></Primary></Legislation>'
    )
    kind = Kind.REGULATIONS if identity[1].startswith("uksi") else Kind.ACT
    source = Source(id=identity[1].replace("/", "-"), title="A fragment", kind=kind)
    read = instrument_of(text, source, name=name)
    assert read is not None
    resolve(read)
    return piece, read


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_of_real_clml_is_read_without_a_warning_or_a_lost_word(originals: Path, name: str) -> None:
    piece, read = fragment(originals, name)
    said = re.sub(r"<[^>]+>", " ", re.sub(r"<(Pnumber|Number|Title)\b[^>]*>.*?</\1>", "", piece, flags=re.DOTALL))
    kept = words(" ".join(item.whole.text for clause in read.clauses for item in clause.items))
    assert read.warnings == []
    assert words(said) - kept == Counter()


def test_where_the_publisher_has_tied_words_to_a_provision_so_do_we(originals: Path) -> None:
    """The publisher's own links are an independent check of what we make of the words."""
    items = [item for name in FRAGMENTS for clause in fragment(originals, name)[1].clauses for item in clause.items]
    links = [(item, link) for item in items for link in item.links if "this section" not in link.span.of(item.text)]
    ours = [
        [one.targets[0] for one in item.found if one.span.start < link.span.end and link.span.start < one.span.end]
        for item, link in links
    ]
    # "subsection (4)(b)" is two links of theirs and one reference of ours, to the deeper.
    same = [
        any(link.target.contains(target) for target in targets) for targets, (_, link) in zip(ours, links, strict=True)
    ]
    assert len(links) >= 10
    assert all(same), [link for agrees, (_, link) in zip(same, links, strict=True) if not agrees]
