from pathlib import Path

import pytest

from corpus import notes, register
from ingestion.checking import planting, spelling, texts
from ingestion.checking.confirmed import doubts, recorded
from ingestion.checking.lint import Report, lint
from ingestion.checking.texts import Texts
from ingestion.errors import IngestionError
from ingestion.home import Home
from tests.ingestion.checking.samples import ACT, note


@pytest.fixture(scope="module")
def report(originals_read: Texts) -> Report:
    return lint(originals_read)


@pytest.mark.originals
def test_nothing_is_found_in_the_shipped_notes_and_most_of_them_could_be_checked(report: Report) -> None:
    assert [str(remark) for remark in report.findings] == []
    assert report.checked > 1500


@pytest.mark.originals
def test_every_section_of_the_act_and_every_regulation_has_a_note(report: Report) -> None:
    assert [len(table.notes) for table in report.coverage] == [101, 42]
    assert [table.uncited for table in report.coverage] == [(), ()]
    assert report.coverage[0].rows()[0].lstrip().startswith("1:")


@pytest.mark.originals
def test_planted_errors_are_caught_and_a_wrong_number_always(originals_read: Texts) -> None:
    rates = {rate.kind: rate for rate in planting.rates(notes.load(), originals_read, register.load())}
    assert set(rates) == set(planting.PLANTS)
    whole = {"number", "unit of time", "date", "no such provision"}
    assert [kind for kind in whole if rates[kind].caught < rates[kind].planted] == []
    assert [
        kind for kind, rate in rates.items() if kind != "the next section" and rate.caught < 0.7 * rate.planted
    ] == []


@pytest.mark.originals
def test_every_shipped_note_was_confirmed_against_the_law_at_hand(originals_read: Texts) -> None:
    assert {note.id for note in notes.load() if doubts(note, originals_read, recorded())} == set()


def test_the_sentences_of_the_shipped_notes_say_what_their_braces_say_and_twins_agree(tmp_path: Path) -> None:
    report = lint(texts.at_hand(None, Home(tmp_path)))
    assert [str(remark) for remark in report.findings if remark.check != "spelling"] == []
    assert report.coverage == ()


def test_a_folder_of_originals_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(IngestionError, match="no such folder of originals"):
        texts.at_hand(tmp_path / "nowhere", Home(tmp_path))


@pytest.mark.spelling
@pytest.mark.parametrize("language", notes.LANGUAGES)
def test_a_misspelt_word_is_found_and_a_reviewed_one_is_not(tmp_path: Path, language: str) -> None:
    misspelt = note(
        tmp_path,
        f"A hegde and its IDP. {{{ACT}/section/1}}" if language == "en" else f"Yr ysgoll a’i CDU. {{{ACT}/section/1}}",
        language=language,
    )
    strange, unneeded = spelling.unknown([misspelt], language)
    assert {"hegde", "ysgoll", "IDP", "CDU"} & set(strange) == {"hegde" if language == "en" else "ysgoll"}
    assert unneeded


@pytest.mark.spelling
def test_every_word_of_the_shipped_notes_is_in_a_dictionary_or_was_reviewed_and_no_review_is_idle() -> None:
    assert [spelling.unknown(notes.load(), language) for language in notes.LANGUAGES] == [({}, frozenset())] * 2
