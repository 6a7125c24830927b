import pytest

from assistant.support import FEATURES, calibrations, evidence
from corpus import notes
from evals.examples import says_the_same

NOTES = {note.id: note for note in notes.load() if note.language == "en"}


def test_notes_whose_answers_rest_on_the_same_provision_say_the_same() -> None:
    assert says_the_same(NOTES["school-time-to-decide"], NOTES["who-decides-school-pupil"])
    assert says_the_same(NOTES["declo"], NOTES["declo"])
    assert not says_the_same(NOTES["declo"], NOTES["school-time-to-decide"])


@pytest.mark.parametrize("language", notes.LANGUAGES)
def test_the_kept_calibration_has_a_weight_for_every_feature(language: str) -> None:
    kept = calibrations()[language]
    assert len(kept.answerable.weights) == len(kept.in_field.weights) == FEATURES
    assert 0.5 < kept.same_question < 1.0


def test_nothing_found_is_no_evidence(index: object) -> None:
    assert evidence("anything", [], index) is None  # type: ignore[arg-type]
