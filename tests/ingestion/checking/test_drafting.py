from datetime import date
from pathlib import Path

import pytest

from corpus.notes import parse
from ingestion.checking.drafting import draft, draft_twin, unwritten
from ingestion.errors import IngestionError
from tests.ingestion.checking.samples import note

DAY = date(2026, 11, 25)


def test_a_new_note_can_be_read_and_says_what_is_still_to_be_written(tmp_path: Path) -> None:
    path = draft("school-trips", 'Who pays for "trips"?', DAY, tmp_path)
    begun = parse(path, "en")
    assert (begun.question, begun.as_at) == ('Who pays for "trips"?', DAY)
    assert unwritten(begun) == (1, 9)


def test_a_new_twin_holds_the_lines_to_be_put_into_welsh_on_the_same_provisions(tmp_path: Path) -> None:
    english = note(tmp_path, "A governing body must decide. {anaw-2018-2/section/11/1; must; governing_body}")
    welsh = parse(draft_twin("hedges", tmp_path), "cy")
    assert welsh.passage.units[0].provisions == english.passage.units[0].provisions
    assert (welsh.checked_by, welsh.as_at) == ("", english.as_at)
    assert unwritten(welsh) == (1, 10)
    assert unwritten(english) == ()


@pytest.mark.parametrize("id_", ["", "School Trips", "../trips", "trips.md", "trips/2"])
def test_an_id_that_is_no_file_name_is_refused(tmp_path: Path, id_: str) -> None:
    with pytest.raises(IngestionError, match="lower-case words"):
        draft(id_, "Who?", DAY, tmp_path)


def test_a_note_that_exists_is_not_overwritten(tmp_path: Path) -> None:
    note(tmp_path, "A hedge is green. {anaw-2018-2}")
    with pytest.raises(IngestionError, match="there is such a note already"):
        draft("hedges", "Who?", DAY, tmp_path)


def test_a_twin_needs_its_english_note(tmp_path: Path) -> None:
    with pytest.raises(IngestionError, match="no English note"):
        draft_twin("nothing", tmp_path)
