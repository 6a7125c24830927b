from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answers import Status
from evals import expected
from evals.errors import EvaluationError
from evals.evaluation import Evaluated
from evals.expected import Expected, Line
from evals.verdicts import judge
from tests.evals.samples import answer, outcome


def failed(lines: list[Line]) -> list[str]:
    return [line.text for line in lines if not line.well]


def altered(asked: list[Evaluated], **changes: object) -> list[Evaluated]:
    """The same runs, but the first right topic of the whole system fares as the changes make it."""
    full = asked[0].judgements
    at = next(i for i, judged in enumerate(full.judged) if judged.verdict == "right")
    topic = full.judged[at].topic
    made = outcome(answer(**changes), topic.id, ranking=full.judged[at].outcome.ranking)  # type: ignore[arg-type]
    judged = (*full.judged[:at], judge(topic, made), *full.judged[at + 1 :])
    return [replace(asked[0], judgements=replace(full, judged=judged)), *asked[1:]]


def test_the_same_runs_are_as_expected(asked: list[Evaluated]) -> None:
    assert failed(list(expected.compare(expected.of(asked), asked))) == []


def test_what_is_kept_is_read_again(asked: list[Evaluated], tmp_path: Path) -> None:
    kept = expected.of(asked)
    kept.write(tmp_path / "expected.yaml")
    assert Expected.read(tmp_path / "expected.yaml") == kept
    assert "p50_ms" not in kept.systems["full"]


def test_a_right_topic_that_turns_wrong_fails_and_says_why(asked: list[Evaluated]) -> None:
    lines = failed(list(expected.compare(expected.of(asked), altered(asked))))
    (turned,) = [line for line in lines if "expected right" in line]
    assert "does not say" in turned
    assert "compose" in turned


def test_one_topic_refused_is_within_the_tolerance_of_a_slice_and_is_named(asked: list[Evaluated]) -> None:
    lines = list(expected.compare(expected.of(asked), altered(asked, status=Status.UNSUPPORTED)))
    assert [line for line in failed(lines) if line.startswith("local ")] == []
    (told,) = [line.text for line in lines if "worse than kept" in line.text]
    assert "lost at weigh: 1 topics" in told


def test_a_fall_beyond_tolerance_fails_with_what_was_expected(asked: list[Evaluated]) -> None:
    kept = expected.of(asked)
    better = {**kept.systems, "full": {**kept.systems["full"], "right": 1.0}}
    (line,) = failed(list(expected.compare(replace(kept, systems=better), asked)))
    assert "[FAIL] expected 1.000" in line
    assert line.startswith("full")


def test_a_system_or_slice_that_was_not_asked_fails(asked: list[Evaluated]) -> None:
    kept = expected.of(asked)
    more = replace(kept, systems={**kept.systems, "rrf": {"right": 0.5}})
    assert any("not measured" in line for line in failed(list(expected.compare(more, asked))))


def test_an_arm_that_counts_no_more_is_found_out(asked: list[Evaluated]) -> None:
    full, dense = asked
    same = [replace(dense, run=full.run), dense]
    lines = failed(list(expected.compare(expected.of(asked), same)))
    assert any("full" in line and "ranks as dense does" in line for line in lines)


@pytest.mark.parametrize("text", ["", "- 1", "systems: {}\n", "\tx"])
def test_expected_scores_that_cannot_be_read_are_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "expected.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(EvaluationError, match="not expected scores"):
        Expected.read(path)


def test_without_expected_scores_it_says_how_to_keep_some(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="--keep"):
        Expected.read(tmp_path / "none.yaml")


def test_every_written_topic_has_a_kept_verdict() -> None:
    from evals import sets, topics

    kept = Expected.read()
    written = [t for path in sets.files() for t in topics.load(path)]
    assert [t.id for t in written if kept.verdict(t.id) is None] == []
