from pathlib import Path

import pytest

from corpus import notes
from corpus.errors import CorpusError

NOTE = """+++
id = "{id}"
title = "Copies"
question = "Who gets a copy?"
wordings = ["copies"]
as_at = 2026-03-28
read = ["section 22"]
+++
A school must give a copy to the child. {{anaw-2018-2/section/22/1; must; governing_body}}
A council must give a copy to the parent. {{anaw-2018-2/section/22/1; must; local_authority}}
"""


def folder(tmp_path: Path, **asked: str) -> Path:
    (tmp_path / "en").mkdir()
    for id_, text in asked.items():
        (tmp_path / "en" / f"{id_}.md").write_text(NOTE.format(id=id_))
        if text:
            (tmp_path / "en" / f"{id_}.asked").write_text(text)
    return tmp_path


def test_a_question_belongs_to_the_line_that_it_stands_below(tmp_path: Path) -> None:
    (note,) = notes.load(
        folder(tmp_path, one="> A council\nDoes the LA send it to mum?\n\n> A school\nwho copies the child in\n")
    )
    assert [unit.asked for unit in note.passage.units] == [
        ("who copies the child in",),
        ("Does the LA send it to mum?",),
    ]


def test_a_line_that_the_note_does_not_hold_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"one.asked:1: no lines of the note begin with 'A college'"):
        notes.load(folder(tmp_path, one="> A college\nWho?\n"))


def test_a_question_before_any_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"one.asked:1: a question stands below the line"):
        notes.load(folder(tmp_path, one="Who?\n"))


def test_questions_of_lines_count_once_every_note_has_them(tmp_path: Path) -> None:
    some = notes.load(folder(tmp_path, one="> A school\nwho copies the child in\n", two=""))
    assert {unit.asked for note in some for unit in note.passage.units} == {()}
