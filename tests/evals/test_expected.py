from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answers import Status
from evals import expected
from evals.errors import EvaluationError
from evals.evaluation import Evaluated
from evals.expected import Expected, Line
from evals.facts import Fact
from evals.verdicts import judge
from tests.evals.samples import answer, outcome

NOTHING = frozenset[Fact]()


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
    assert failed(list(expected.compare(expected.of(asked), NOTHING, asked))) == []


def test_what_is_kept_is_read_again(asked: list[Evaluated], tmp_path: Path) -> None:
    kept = expected.of(asked)
    kept.write(tmp_path / "expected.yaml")
    assert Expected.read(tmp_path / "expected.yaml") == kept
    assert "p50_ms" not in kept.systems["full"]


def test_a_right_topic_that_turns_wrong_fails_and_says_why(asked: list[Evaluated]) -> None:
    lines = failed(list(expected.compare(expected.of(asked), NOTHING, altered(asked))))
    (turned,) = [line for line in lines if "expected right" in line]
    assert "does not say" in turned
    assert "compose" in turned


def test_one_topic_refused_is_within_tolerance_and_its_cause_is_named(asked: list[Evaluated]) -> None:
    fell = altered(asked, status=Status.UNSUPPORTED)
    assert failed(list(expected.compare(expected.of(asked), NOTHING, fell))) == []
    (told,) = expected.causes(expected.of(asked), fell)
    assert told.startswith("1 topics are worse than kept, lost at weigh")


def test_what_must_hold_always_has_no_tolerance(asked: list[Evaluated]) -> None:
    full = asked[0].judgements
    first = full.judged[0]
    broken = replace(first, outcome=replace(first.outcome, verbatim=(False, *first.outcome.verbatim[1:])))
    changed = replace(asked[0], judgements=replace(full, judged=(broken, *full.judged[1:])))
    lines = failed(list(expected.compare(expected.of(asked), NOTHING, [changed, asked[1]])))
    assert any(line.startswith("full              verbatim") for line in lines)


def test_fewer_refusals_are_no_fall(asked: list[Evaluated]) -> None:
    kept = expected.of(asked)
    fuller = {name: {**figures, "partial": 1.0, "refused": 0.0} for name, figures in kept.systems.items()}
    assert failed(list(expected.compare(replace(kept, systems=fuller), NOTHING, asked))) == []


def test_a_topic_that_is_asked_no_more_fails(asked: list[Evaluated]) -> None:
    kept = expected.of(asked)
    more = replace(kept, topics={**kept.topics, "T999": "wrong"})
    (line,) = failed(list(expected.compare(more, NOTHING, asked)))
    assert line.startswith("T999")


def test_a_fact_that_no_note_says_any_more_fails(asked: list[Evaluated]) -> None:
    topic = asked[0].judgements.judged[0].topic
    gone = Fact(topic.id, 0, "note/gone", "x", "y")
    (line,) = failed(list(expected.compare(expected.of(asked), frozenset({gone}), asked)))
    assert "note/gone says no more" in line


def test_the_halves_are_kept_apart(asked: list[Evaluated]) -> None:
    assert {"dev", "test"} <= set(expected.of(asked).slices)


def test_a_fall_beyond_tolerance_fails_with_what_was_expected(asked: list[Evaluated]) -> None:
    kept = expected.of(asked)
    better = {**kept.systems, "full": {**kept.systems["full"], "right": 1.0}}
    (line,) = failed(list(expected.compare(replace(kept, systems=better), NOTHING, asked)))
    assert "[FAIL] expected 1.000" in line
    assert line.startswith("full")


def test_a_system_or_slice_that_was_not_asked_fails(asked: list[Evaluated]) -> None:
    kept = expected.of(asked)
    more = replace(kept, systems={**kept.systems, "rrf": {"right": 0.5}})
    assert any("not measured" in line for line in failed(list(expected.compare(more, NOTHING, asked))))


def test_where_a_passage_was_lost_each_arm_says_whether_it_would_have_found_it(asked: list[Evaluated]) -> None:
    full = asked[0].judgements
    right = next(judged for judged in full.judged if judged.verdict == "right" and judged.topic.id in full.qrels)
    lost = judge(right.topic, outcome(answer(status=Status.UNSUPPORTED), right.topic.id, ranking=("note/x",)))
    judged = tuple(lost if each is right else each for each in full.judged)
    fell = [replace(asked[0], judgements=replace(full, judged=judged)), asked[1]]
    (told,) = expected.causes(expected.of(asked), fell)
    assert "lost at retrieve" in told
    assert "the dense arm alone puts one first for" in told


@pytest.mark.parametrize("text", ["", "- 1", "systems: {}\n", "\tx", "systems: {}\nslices: {}\ntopics: {}\n"])
def test_expected_scores_that_cannot_be_read_are_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "expected.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(EvaluationError, match=r"not? expected scores"):
        Expected.read(path)


def test_without_expected_scores_it_says_how_to_keep_some(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="--keep"):
        Expected.read(tmp_path / "none.yaml")


def test_every_written_topic_has_a_kept_verdict() -> None:
    from evals import sets, topics

    kept = Expected.read()
    written = [t for path in sets.files() for t in topics.load(path)]
    assert [t.id for t in written if kept.verdict(t.id) is None] == []
