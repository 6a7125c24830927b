from pathlib import Path

import pytest

from corpus import notes, register
from corpus.doubts import Cause, Doubt
from corpus.duties import Bearer, Force
from corpus.errors import CorpusError
from corpus.provisions import Provision

HEADER = """+++
id = "sample"
title = "A sample"
question = "What is a sample?"
wordings = ["sample?"]
as_at = 2026-03-28
read = ["a text"]
+++
"""
LINE = "A governing body must decide. {anaw-2018-2/section/11/1, aln-code-2021/12.12 secondary; must; governing_body; 35 school days}\n"


def parsed(tmp_path: Path, text: str) -> notes.Note:
    path = tmp_path / "sample.md"
    path.write_text(text, "utf-8")
    return notes.parse(path, "en")


def test_a_note_is_a_passage_whose_lines_are_units(tmp_path: Path) -> None:
    note = parsed(tmp_path, HEADER + LINE + "\nA plan may be short. {anaw-2018-2/section/10; may}\n")
    passage = note.passage
    assert passage.id == "note/sample"
    assert [passage.quote(0), passage.quote(1)] == ["A governing body must decide.", "A plan may be short."]
    assert passage.questions == ("What is a sample?", "sample?")
    assert passage.as_at == "2026-03-28"


def test_a_line_names_what_it_rests_on(tmp_path: Path) -> None:
    unit = parsed(tmp_path, HEADER + LINE).passage.units[0]
    assert unit.provisions == (Provision("anaw-2018-2/section/11/1"), Provision("aln-code-2021/12.12"))
    assert (unit.force, unit.bearer, unit.limit) == (Force.MUST, Bearer.GOVERNING_BODY, "35 school days")
    assert (unit.secondary, unit.read) == (frozenset({"aln-code-2021/12.12"}), "secondary")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("No basis.", "sample.md:9: a sentence ends with what it rests on"),
        ("It leans. {anaw-2018-2/section/1}", "sample.md:9: 'It' leans on another line"),
        ("No full stop {anaw-2018-2/section/1}", "sample.md:9: the sentence has no full stop"),
        ("Wrong. {anaw-2018-2/section/1; ought}", "sample.md:9: 'ought' is no force"),
        ("Wrong. {anaw-2018-2/section/1 maybe}", "sample.md:9: 'anaw-2018-2/section/1 maybe' is not a provision id"),
        ("Wrong. {anaw-2018-2//1}", "sample.md:9: provision"),
    ],
)
def test_a_malformed_line_is_named_with_its_file_and_number(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(CorpusError) as error:
        parsed(tmp_path, HEADER + line + "\n")
    assert complaint in str(error.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "sample.md:1: a note begins with"),
        ("+++\nid = 'sample'\n", "has no closing"),
        ("+++\nid = \n+++\n" + LINE, "is not TOML"),
        (HEADER.replace('title = "A sample"\n', "") + LINE, "title is missing"),
        (HEADER.replace('wordings = ["sample?"]', "wordings = []") + LINE, "wordings is missing"),
        (HEADER.replace('read = ["a text"]', 'read = ["a text"]\ncolour = "red"') + LINE, "unknown key colour"),
        (HEADER.replace('"sample"', '"other"') + LINE, "is not the file's name"),
        (HEADER, "the note has no sentences"),
    ],
)
def test_a_malformed_header_is_named_with_its_file(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(CorpusError) as error:
        parsed(tmp_path, text)
    assert complaint in str(error.value)


def test_a_note_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sample.md"
    path.write_bytes(b"+++\n\xff\n+++\n")
    with pytest.raises(CorpusError, match="not UTF-8"):
        notes.parse(path, "en")


def test_a_folder_without_notes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no practice notes"):
        notes.load(tmp_path)


def test_the_shipped_notes_are_many_and_cite_registered_sources_only() -> None:
    loaded = notes.load()
    known = register.load().entries
    assert [len([n for n in loaded if n.language == language]) for language in notes.LANGUAGES] >= [120, 40]
    assert {p for note in loaded for p in note.provisions if p.partition("/")[0] not in known} == set()


def test_a_welsh_note_says_who_checked_it_and_an_english_one_does_not(tmp_path: Path) -> None:
    path = tmp_path / "sample.md"
    path.write_text(HEADER.replace('read = ["a text"]', 'read = ["a text"]\nchecked_by = ""') + LINE, "utf-8")
    assert notes.parse(path, "cy").passage.doubts == (Doubt(Cause.WELSH),)
    path.write_text(HEADER.replace('read = ["a text"]', 'read = ["a text"]\nchecked_by = "A. Reader"') + LINE, "utf-8")
    assert notes.parse(path, "cy").passage.doubts == ()
    with pytest.raises(CorpusError, match="unknown key checked_by"):
        notes.parse(path, "en")
    path.write_text(HEADER + LINE, "utf-8")
    with pytest.raises(CorpusError, match="checked_by names the Welsh speaker"):
        notes.parse(path, "cy")


@pytest.mark.parametrize(
    "table", ['line = "A"\ncheck = "force"', 'line = ""\ncheck = "force"\nwhy = "x"', 'line = "A"\nwho = "x"']
)
def test_an_explanation_that_is_not_whole_is_named(tmp_path: Path, table: str) -> None:
    with pytest.raises(CorpusError, match="explained: "):
        parsed(
            tmp_path,
            HEADER.replace("+++\n", "", 1).join(["+++\n", ""]).replace("]\n+++", f"]\n[[explained]]\n{table}\n+++")
            + LINE,
        )
