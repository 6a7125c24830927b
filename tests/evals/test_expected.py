import json
from pathlib import Path

import pytest

from evals import expected
from evals.runs import Result


def result(**scores: float) -> dict[str, Result]:
    return {"sum": Result(system="sum", topics=10, scores=scores, judged=())}


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "expected.json"
    path.write_text(json.dumps({"sum": {"right": 0.8, "wrong": 0.1}}), "utf-8")
    monkeypatch.setattr(expected, "EXPECTED", path)


def test_scores_as_expected_are_ok() -> None:
    assert [well for well, _ in expected.compare(result(right=0.8, wrong=0.1))] == [True, True]


def test_a_better_score_is_ok() -> None:
    assert [well for well, _ in expected.compare(result(right=0.9, wrong=0.0))] == [True, True]


def test_a_fall_beyond_tolerance_fails_with_what_was_expected() -> None:
    (right, line), (wrong, _) = expected.compare(result(right=0.7, wrong=0.2))
    assert (right, wrong) == (False, False)
    assert "[FAIL] expected 0.800" in line


def test_keeping_makes_todays_scores_the_expected_ones() -> None:
    expected.keep(result(right=0.5, wrong=0.5))
    assert all(well for well, _ in expected.compare(result(right=0.5, wrong=0.5)))
