"""CLML that is damaged, hostile or not what it seems is refused in one line, or read with warnings that say where."""

import re
import socket
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.passages import Passage
from corpus.sources import Kind, Source
from ingestion import shelf
from ingestion.describing import Description
from ingestion.errors import IngestionError
from ingestion.home import Home
from ingestion.ingest import Ingested, add, corpus_of
from ingestion.parsing import parse
from ingestion.parsing.errors import ParseError
from ingestion.parsing.law.xml import identify
from ingestion.parsing.splitting import LIMIT
from ingestion.parsing.text import read_text
from tests.ingestion.samples_reader import FOLDER, clml, of_clml, quotes, section

SAMPLES = FOLDER / "clml"
BAD = SAMPLES / "bad"
SECRET = "quincunx"


def refused(home: Home, file: Path) -> str:
    """The line that refuses the file; nothing of it is on the shelf."""
    with pytest.raises(IngestionError) as error:
        add(home, file, Description())
    assert list(shelf.documents(home.sources)) == []
    return str(error.value)


def written(folder: Path, text: str, name: str = "a.xml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def taken(home: Home, file: Path) -> tuple[Ingested, list[Passage]]:
    """What was taken in, and its passages as the next index will hold them."""
    ingested = add(home, file, Description())
    return ingested, [passage for passage in corpus_of(home)[1] if passage.source_id == ingested.source.id]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("bomb.xml", "line 2: declares a document type or an entity, which no legislation file does"),
        ("external.xml", "line 2: declares a document type or an entity, which no legislation file does"),
        ("parameter-entity.xml", "line 2: declares a document type or an entity, which no legislation file does"),
        ("truncated.xml", "not well-formed XML: Premature end of data in tag Text line 5, line 6, column 1"),
        ("no-namespace.xml", "not legislation in CLML: the root is Legislation"),
        (
            "wrong-namespace.xml",
            "not legislation in CLML: the root is {http://shelves.example/namespaces/furniture}Legislation",
        ),
        ("not-legislation.xml", "not legislation in CLML: the root is {http://www.w3.org/2005/Atom}feed"),
        ("contents-only.xml", "it holds no text: a table of contents is not enough"),
        ("no-identity.xml", "it does not say which legislation it is: no address on legislation.gov.uk"),
    ],
)
def test_what_is_not_legislation_is_refused_in_one_line_that_says_why_and_where(
    tmp_path: Path, name: str, why: str
) -> None:
    assert refused(Home(tmp_path), BAD / name) == f"{BAD / name}: {why}"


def test_what_is_nested_too_deeply_is_refused_in_one_line_that_says_where(tmp_path: Path) -> None:
    line = refused(Home(tmp_path), BAD / "deep.xml")
    assert line.startswith(f"{BAD / 'deep.xml'}: not well-formed XML: Excessive depth in document")
    assert "line 6" in line
    assert "\n" not in line


def test_two_sections_of_one_number_are_both_kept_with_a_warning(tmp_path: Path) -> None:
    ingested, passages = taken(Home(tmp_path), BAD / "duplicate-ids.xml")
    assert [passage.id for passage in passages] == [
        "asc-2099-9/section/1",
        "asc-2099-9/section/1-second",
        "asc-2099-9/section/2",
    ]
    assert [passage.label for passage in passages][:2] == ["section 1", "section 1 (second)"]
    (warning,) = ingested.warnings
    assert "section/1 stands twice: this one is named as the second" in warning


def test_the_warning_of_two_sections_of_one_number_says_on_which_line_the_second_is(tmp_path: Path) -> None:
    ingested, _ = taken(Home(tmp_path), BAD / "duplicate-ids.xml")
    assert [warning.partition(":")[0] for warning in ingested.warnings] == ["line 6"]


def test_provisions_without_numbers_are_read_into_what_is_around_them_with_their_lines(tmp_path: Path) -> None:
    ingested, passages = taken(Home(tmp_path), BAD / "missing-numbers.xml")
    assert ingested.warnings == (
        "line 7: a P2 without a number stands in what is around it",
        "line 8: a P3 without a number stands in what is around it",
        "line 9: a P3 without a number stands in what is around it",
        "line 11: a P2 without a number stands in what is around it",
    )
    assert quotes(passages[1]) == [
        "An empty second level—",
        "an empty third level,",
        "a third level with none.",
        "A second level with none.",
    ]


def test_a_section_without_number_and_address_is_kept_and_cited_by_none(tmp_path: Path) -> None:
    text = clml("<P1group><Title>Shelves</Title><P1><P1para><Text>A shelf.</Text></P1para></P1></P1group>")
    ingested, (passage,) = taken(Home(tmp_path / "home"), written(tmp_path, text))
    assert ingested.warnings == ("line 3: a provision without a number or an address: it cannot be cited by one",)
    assert (passage.id, passage.label, passage.provision) == ("asc-2099-9/unnumbered-1", "Shelves", None)


def test_a_number_that_is_not_that_of_the_address_is_warned_of_with_its_line(tmp_path: Path) -> None:
    here = section("2", "<Text>A shelf.</Text>").replace(
        "<P1>", '<P1 IdURI="http://www.legislation.gov.uk/id/asc/2099/9/section/1">'
    )
    ingested, (passage,) = taken(Home(tmp_path / "home"), written(tmp_path, clml(here)))
    assert ingested.warnings == (
        "line 3: it is numbered 2 but has the address of asc-2099-9/section/1: it is cited as numbered",
    )
    assert passage.label == "section 2"


def test_the_address_of_another_act_is_left_aside_with_its_line(tmp_path: Path) -> None:
    here = section("2", "<Text>A shelf.</Text>").replace(
        "<P1>", '<P1 IdURI="http://www.legislation.gov.uk/id/asc/2098/1/section/7">'
    )
    ingested, (passage,) = taken(Home(tmp_path / "home"), written(tmp_path, clml(here)))
    assert ingested.warnings == (
        "line 3: the address of asc-2098-1/section/7 in a text of asc-2099-9: it is left aside",
    )
    assert passage.label == "section 2"


def test_a_file_that_says_that_it_is_a_registered_act_under_another_title_is_refused(tmp_path: Path) -> None:
    text = (FOLDER / "clml" / "asc-2099-7.xml").read_text("utf-8").replace("asc/2099/7", "anaw/2018/2")
    error = refused(Home(tmp_path / "home"), written(tmp_path, text))
    assert "it says that it is anaw-2018-2, but its title is" in error


def test_a_much_shorter_text_in_place_of_a_longer_one_is_told(tmp_path: Path) -> None:
    long = clml("".join(section(str(number), "<Text>A shelf.</Text>") for number in range(1, 6)))
    add(Home(tmp_path / "home"), written(tmp_path, long), Description())
    ingested, _ = taken(Home(tmp_path / "home"), written(tmp_path, clml(section("1", "<Text>A shelf.</Text>"))))
    assert ingested.warnings == ("it replaces a text of 5 passages by one of 1",)


def test_what_moves_a_cursor_or_turns_a_line_is_no_text(tmp_path: Path) -> None:
    text = clml(section("1", "<Text>A sh\x9b2Jelf\u202e.</Text>"))
    _, (passage,) = taken(Home(tmp_path / "home"), written(tmp_path, text))
    assert passage.text == "A sh2Jelf."


def test_unknown_elements_are_read_for_their_words_with_their_lines(tmp_path: Path) -> None:
    ingested, passages = taken(Home(tmp_path), BAD / "unknown-elements.xml")
    assert set(ingested.warnings) == {
        "line 5: unknown element Shelf: its words are read as text",
        "line 7: unknown element Bracket: its words are read as text",
    }
    text = "\n".join(passage.text for passage in passages)
    assert "Words on an unknown shelf." in text
    assert "Words on an unknown bracket." in text
    assert "A shelf must carry words that sparkle and books." in text


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY shelf SYSTEM "secret.txt">',
        '<!ENTITY shelf SYSTEM "{uri}">',
        '<!ENTITY % shelf SYSTEM "{uri}"> %shelf;',
        '<!ENTITY shelf PUBLIC "-//X//Y//EN" "{uri}">',
    ],
)
def test_no_file_is_read_that_an_entity_names(tmp_path: Path, declaration: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    head, _, rest = clml(section("1", "<Text>A shelf holds &shelf;.</Text>")).partition("\n")
    declared = declaration.format(uri=secret.as_uri())
    file = written(tmp_path, f"{head}\n<!DOCTYPE Legislation [{declared}]>\n{rest}")
    assert SECRET not in refused(Home(tmp_path / "home"), file)


@pytest.mark.parametrize(
    "declaration",
    ['<!ENTITY shelf SYSTEM "{address}">', '<!ENTITY % shelf SYSTEM "{address}"> %shelf;'],
)
def test_no_address_is_fetched_that_an_entity_names(tmp_path: Path, declaration: str) -> None:
    head, _, rest = clml(section("1", "<Text>A shelf holds &shelf;.</Text>")).partition("\n")
    with socket.create_server(("127.0.0.1", 0)) as server:
        declared = declaration.format(address=f"http://127.0.0.1:{server.getsockname()[1]}/shelf")
        refused(Home(tmp_path / "home"), written(tmp_path, f"{head}\n<!DOCTYPE Legislation [{declared}]>\n{rest}"))
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_no_file_is_read_that_the_text_includes(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    file = written(tmp_path, clml(section("1", f"<Text>A shelf holds {include} books.</Text>")))
    _, (passage,) = taken(Home(tmp_path / "home"), file)
    assert passage.text == "A shelf holds books."


def test_an_entity_that_is_not_declared_is_refused_with_its_line(tmp_path: Path) -> None:
    file = written(tmp_path, clml(section("1", "<Text>A shelf holds &books;.</Text>")))
    assert "line 3" in refused(Home(tmp_path / "home"), file)


def test_comments_and_instructions_are_no_text() -> None:
    text = clml(section("1", "<Text>A shelf<!-- or a hook --><?shelf hook?> is level.</Text>"))
    assert of_clml(text)["section/1"].text == "A shelf is level."


def test_a_text_over_the_limit_of_size_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.xml"
    file.write_bytes(clml("").encode() + b" " * 50_000_000)
    assert refused(Home(tmp_path / "home"), file) == f"{file}: larger than 50 MB"


def test_a_single_text_over_the_limit_of_the_parser_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, clml(section("1", f"<Text>{'shelf ' * 2_000_000}</Text>")))
    line = refused(Home(tmp_path / "home"), file)
    assert line.startswith(f"{file}: not well-formed XML: ")
    assert "\n" not in line


def test_the_reason_is_one_line_also_when_the_parser_gives_two() -> None:
    source = Source(id="asc-2099-9", title="Shelves", kind=Kind.ACT)
    with pytest.raises(ParseError) as error:
        parse(clml(section("1", f"<Text>{'shelf ' * 2_000_000}</Text>")), source, name="a.xml")
    assert "\n" not in str(error.value)


def test_a_megabyte_of_sections_is_read_whole() -> None:
    body = "\n".join(section(str(n), f"<Text>A shelf {'of books ' * 40}must be level.</Text>") for n in range(1, 2601))
    text = clml(body)
    assert len(text) > 1_000_000
    assert list(of_clml(text)) == [f"section/{number}" for number in range(1, 2601)]


def test_a_very_long_text_is_cut_between_sentences_and_none_of_its_words_is_lost() -> None:
    words = "A shelf must be level. " * 10_000
    passages = of_clml(clml(section("1", f"<Text>{words}</Text>")))
    assert " ".join(passage.text for passage in passages.values()) == words.strip()
    assert max(len(passage.text) for passage in passages.values()) <= LIMIT
    assert {passage.provision for passage in passages.values()} == {passages["section/1"].provision}


def test_a_word_without_an_end_is_cut_and_not_lost() -> None:
    passages = of_clml(clml(section("1", f"<Text>{'x' * 5000}</Text>")))
    assert "".join(passage.text for passage in passages.values()) == "x" * 5000


@pytest.mark.parametrize(("id_", "language"), [("asc-2099-8", "en"), ("asc-2099-9", "cy")])
def test_a_text_that_says_it_is_another_source_is_no_text_of_this_one(id_: str, language: str) -> None:
    source = Source(id=id_, title="Another", kind=Kind.ACT, language=language)
    with pytest.raises(ParseError, match=re.escape(f"it is the text of asc-2099-9 (en), not of {id_}")):
        parse(clml(section("1", "<Text>A shelf.</Text>")), source, name="a.xml")


def test_a_file_is_the_source_that_it_says_whatever_its_name(tmp_path: Path) -> None:
    file = written(tmp_path, clml(section("1", "<Text>A shelf.</Text>")), "anaw-2018-2.en.clml.xml")
    assert add(Home(tmp_path / "home"), file, Description()).source.id == "asc-2099-9"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "latin-1"])
def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(clml(section("1", "<Text>Ystafell ddarllen â silff.</Text>")).encode(encoding))
    line = refused(Home(tmp_path / "home"), file)
    assert line in (f"{file}: not UTF-8 text", f"{file}: a binary file, not text")


def test_what_a_file_declares_of_its_encoding_does_not_change_how_it_is_read() -> None:
    text = clml(section("1", "<Text>Ystafell â silff.</Text>")).replace("utf-8", "iso-8859-1")
    assert of_clml(text)["section/1"].text == "Ystafell â silff."


@pytest.mark.parametrize("name", ["a.clml", "a.xml.gz", "a.html"])
def test_clml_under_a_suffix_that_is_not_read_is_refused(tmp_path: Path, name: str) -> None:
    file = written(tmp_path, clml(section("1", "<Text>A shelf.</Text>")), name)
    line = refused(Home(tmp_path / "home"), file)
    assert line.startswith(f"{file}: ")
    assert "\n" not in line


def test_clml_that_is_called_a_text_is_refused_as_no_text_of_that_source(tmp_path: Path) -> None:
    file = written(tmp_path, clml(section("1", "<Text>A shelf.</Text>")), "shelves.txt")
    assert refused(Home(tmp_path / "home"), file) == (f"{file}: it is the text of asc-2099-9 (en), not of shelves")


def test_plain_text_that_is_called_xml_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, "A shelf must be level.\n")
    assert "not well-formed XML" in refused(Home(tmp_path / "home"), file)


def test_a_section_with_a_number_and_no_words_is_left_out() -> None:
    text = clml(section("1", "<Text/>") + section("2", "<Text>A shelf.</Text>"))
    assert list(of_clml(text)) == ["section/2"]


def test_an_empty_section_in_a_file_is_no_failure_of_the_program(tmp_path: Path) -> None:
    file = written(tmp_path, clml(section("1", "<Text/>")))
    assert refused(Home(tmp_path / "home"), file) == f"{file}: it holds no text: a table of contents is not enough"


@pytest.mark.parametrize("number", ["2-4", "3, 4", "2–4"])
def test_subsections_that_share_a_number_are_read(number: str) -> None:
    one = "<P2><Pnumber>1</Pnumber><P2para><Text>A shelf must be level.</Text></P2para></P2>"
    gone = f"<P2><Pnumber>{number}</Pnumber><P2para><Text>. . . .</Text></P2para></P2>"
    assert "A shelf must be level." in of_clml(clml(section("1", one + gone)))["section/1"].text


def test_a_citation_without_a_proper_year_is_not_used() -> None:
    cited = '<Citation Class="WelshParliamentAct" Year="20 91" Number="2">Reading Rooms (Wales) Act 2091</Citation>'
    (unit,) = of_clml(clml(section("1", f"<Text>See section 4 of the {cited}.</Text>")))["section/1"].units
    assert unit.references == ()


def readable_or_refused(text: str) -> bool:
    """Whether a text is read; any other exception than ParseError is a failure."""
    try:
        return bool(parse(text, identify(text), name="a.xml"))
    except ParseError:
        return False


NAMES = ["asc-2099-7.xml", "asc-2099-7.welsh.xml", "asc-2099-7.notes.xml", "wsi-2099-12.xml"]
TEXTS = {name: read_text(SAMPLES / name) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_each_sample_is_readable(name: str) -> None:
    assert readable_or_refused(TEXTS[name])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.floats(0, 1), st.integers(1, 2000))
def test_a_text_with_a_piece_cut_out_is_read_or_refused(name: str, place: float, length: int) -> None:
    text = TEXTS[name]
    start = int(place * (len(text) - 1))
    readable_or_refused(text[:start] + text[start + length :])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.floats(0, 1))
def test_a_text_without_one_of_its_elements_is_read_or_refused(name: str, place: float) -> None:
    root = ElementTree.fromstring(TEXTS[name].encode())
    pairs = [(parent, child) for parent in root.iter() for child in parent]
    parent, child = pairs[int(place * (len(pairs) - 1))]
    parent.remove(child)
    readable_or_refused(ElementTree.tostring(root, encoding="unicode"))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.floats(0, 1), st.text("1aA½é—– ,.()/“”", max_size=6))
def test_a_text_with_other_words_in_one_of_its_elements_is_read_or_refused(name: str, place: float, words: str) -> None:
    root = ElementTree.fromstring(TEXTS[name].encode())
    elements = [element for element in root.iter() if (element.text or "").strip()]
    elements[int(place * (len(elements) - 1))].text = words
    readable_or_refused(ElementTree.tostring(root, encoding="unicode"))
