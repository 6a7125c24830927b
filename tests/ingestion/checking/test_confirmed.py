from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.doubts import Cause
from corpus.notes import Note
from ingestion.checking.confirmed import confirm, digest, doubts, recorded
from ingestion.checking.texts import Texts
from tests.ingestion.checking.samples import ACT, FILE, note, texts

BODY = f"A governing body must decide. {{{ACT}/section/1/1; must; governing_body}}\nNobody may disturb a nest. {{{ACT}/section/3}}"


@pytest.fixture
def hedges(tmp_path: Path) -> Note:
    return note(tmp_path, BODY)


def amended(folder: Path, old: str, new: str) -> Texts:
    path = folder / FILE.name
    path.write_text(FILE.read_text("utf-8").replace(old, new), "utf-8")
    return texts(path)


def test_a_note_that_was_read_against_the_text_as_it_is_has_no_doubts(tmp_path: Path, hedges: Note) -> None:
    confirm([hedges], texts(), tmp_path / "record")
    assert doubts(hedges, texts(), recorded(tmp_path / "record")) == ()


def test_a_change_of_the_text_of_one_provision_is_told(tmp_path: Path, hedges: Note) -> None:
    confirm([hedges], texts(), tmp_path / "record")
    now = amended(tmp_path, "whether it is, unless", "whether it is in a month, unless")
    (doubt,) = doubts(hedges, now, recorded(tmp_path / "record"))
    assert (doubt.cause, doubt.about and doubt.about.id) == (Cause.CHANGED, f"{ACT}/section/1/1")


def test_a_provision_that_is_gone_is_told(tmp_path: Path, hedges: Note) -> None:
    confirm([hedges], texts(), tmp_path / "record")
    now = amended(tmp_path, "##### 3", "##### 33")
    assert [doubt.about and doubt.about.id for doubt in doubts(hedges, now, recorded(tmp_path / "record"))] == [f"{ACT}/section/3"]  # fmt: skip


def test_a_change_elsewhere_in_the_act_is_no_doubt(tmp_path: Path, hedges: Note) -> None:
    confirm([hedges], texts(), tmp_path / "record")
    assert doubts(hedges, amended(tmp_path, "25 metres", "30 metres"), recorded(tmp_path / "record")) == ()


def test_a_note_that_was_never_confirmed_is_doubted_until_it_is(tmp_path: Path, hedges: Note) -> None:
    assert len(doubts(hedges, texts(), {})) == 2
    confirm([hedges], texts(), tmp_path / "record")
    confirm([replace(hedges, id="another")], texts(), tmp_path / "record")
    assert set(recorded(tmp_path / "record")) == {"hedges", "another"}


def test_without_the_law_nothing_is_doubted_and_nothing_recorded_is_lost(tmp_path: Path, hedges: Note) -> None:
    confirm([hedges], texts(), tmp_path / "record")
    confirm([hedges], Texts([]), tmp_path / "record")
    assert len(recorded(tmp_path / "record")["hedges"]) == 2
    assert doubts(hedges, Texts([]), {}) == ()


def test_a_source_that_was_superseded_since_the_note_is_told(tmp_path: Path) -> None:
    reports = note(tmp_path, "The rule of 2012 says so. {wsi-2012-322/regulation/12 secondary}")
    before = replace(reports, as_at=date(2020, 1, 1))
    assert [d.cause for d in doubts(before, Texts([]), {})] == [Cause.SUPERSEDED]
    assert doubts(reports, Texts([]), {}) == ()


def test_marks_and_typography_do_not_change_a_digest() -> None:
    assert digest(["(a) the child’s “plan”,"]) == digest(["(b) the child's 'plan'"])
    assert digest(["6 weeks"]) != digest(["7 weeks"])
