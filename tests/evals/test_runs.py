import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from evals import config, evaluation, runs
from evals.config import Config
from evals.errors import EvaluationError
from evals.evaluation import Evaluated
from evals.outcomes import Outcome
from evals.runs import Run
from evals.topics import Topic
from tests.evals.samples import answer, outcome, topic

TOPICS = tuple(topic(id=f"T{n}") for n in range(5))
CONFIG = Config(
    system="full",
    parts={},
    corpus_version="v",
    embedding_model="m",
    asked=config.digest(TOPICS),
    topics=5,
    made=config.here(),
)


def asker(seen: list[str], fails_at: int | None = None) -> Callable[[Topic], Outcome]:
    def ask(topic: Topic) -> Outcome:
        if fails_at is not None and len(seen) == fails_at:
            raise EvaluationError("the service says 503")
        seen.append(topic.id)
        return outcome(None, topic.id)

    return ask


def progress(done: int, total: int) -> None: ...


def stopped(folder: Path) -> Run:
    run = runs.begun(CONFIG, folder)
    with pytest.raises(EvaluationError):
        runs.carry_out(run, TOPICS, asker([], fails_at=3), progress)
    return run


def test_an_outcome_is_the_same_when_it_is_read_again() -> None:
    assert Outcome.read(outcome().line()) == outcome()


def test_a_run_that_was_stopped_goes_on_where_it_stopped(tmp_path: Path) -> None:
    first, seen = stopped(tmp_path), list[str]()
    again = runs.begun(CONFIG, tmp_path)
    runs.carry_out(again, TOPICS, asker(seen), progress)
    assert again == first
    assert seen == ["T3", "T4"]
    assert list(again.outcomes()) == [t.id for t in TOPICS]


def test_a_run_that_is_interrupted_says_how_to_go_on(tmp_path: Path) -> None:
    def interrupted(topic: Topic) -> Outcome:
        raise KeyboardInterrupt

    with pytest.raises(EvaluationError, match="the same command goes on with"):
        runs.carry_out(runs.begun(CONFIG, tmp_path), TOPICS, interrupted, progress)


def test_a_line_cut_short_by_a_crash_is_asked_again(tmp_path: Path) -> None:
    run, seen = stopped(tmp_path), list[str]()
    path = run.folder / "outcomes.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    runs.carry_out(run, TOPICS, asker(seen), progress)
    assert seen == ["T2", "T3", "T4"]
    assert len(run.outcomes()) == 5


def test_a_damaged_line_in_the_middle_is_named(tmp_path: Path) -> None:
    run = stopped(tmp_path)
    path = run.folder / "outcomes.jsonl"
    path.write_text("{}\n" + path.read_text("utf-8"), "utf-8")
    with pytest.raises(EvaluationError, match=r"outcomes\.jsonl:1: not an outcome"):
        run.outcomes()


@pytest.mark.parametrize("change", [{"corpus_version": "w"}, {"system": "dense"}, {"asked": "other"}, {"seed": 1}])
def test_another_config_begins_another_run(tmp_path: Path, change: dict[str, object]) -> None:
    first = stopped(tmp_path)
    assert runs.begun(replace(CONFIG, **change), tmp_path).folder != first.folder  # type: ignore[arg-type]


def test_a_finished_run_is_not_gone_on_with_nor_one_that_is_to_be_fresh(tmp_path: Path) -> None:
    first = stopped(tmp_path)
    assert runs.begun(CONFIG, tmp_path, fresh=True).folder != first.folder
    runs.carry_out(first, TOPICS, asker([]), progress)
    assert runs.begun(CONFIG, tmp_path).folder != first.folder


def test_questions_may_be_under_way_together_and_each_is_kept_once(tmp_path: Path) -> None:
    run = runs.begun(CONFIG, tmp_path)
    runs.carry_out(run, TOPICS, asker([]), progress, jobs=3)
    assert sorted(run.outcomes()) == [t.id for t in TOPICS]


def test_a_run_is_named_by_its_folder_its_name_or_its_age(tmp_path: Path) -> None:
    older, newer = (runs.begun(CONFIG, tmp_path, fresh=True) for _ in range(2))
    assert runs.named("last", tmp_path) == runs.named(newer.name, tmp_path) == newer
    assert runs.named("last~1", tmp_path) == runs.named(str(older.folder), tmp_path) == older
    assert runs.named("full", tmp_path) == newer


@pytest.mark.parametrize("name", ["last~2", "yesterday", "last~x", ""])
def test_a_run_that_there_is_not_is_named_as_missing(tmp_path: Path, name: str) -> None:
    runs.begun(CONFIG, tmp_path)
    with pytest.raises(EvaluationError, match="no such run"):
        runs.named(name, tmp_path)


def test_last_is_the_whole_system_and_not_one_that_was_asked_beside_it(tmp_path: Path) -> None:
    full = runs.begun(CONFIG, tmp_path)
    other = runs.begun(replace(CONFIG, system="hybrid"), tmp_path)
    assert runs.named("last", tmp_path) == full
    assert runs.named("hybrid", tmp_path) == other


@pytest.mark.parametrize("text", ["{", "[]", "{}"])
def test_a_run_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    folder = runs.begun(CONFIG, tmp_path).folder
    (folder / "run.json").write_text(text, "utf-8")
    with pytest.raises(EvaluationError, match="no run that can be read"):
        runs.named(str(folder), tmp_path)


def test_a_run_that_is_not_whole_is_not_judged(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="3 of 5 topics have been answered"):
        evaluation.again(stopped(tmp_path))


def test_two_processes_are_not_at_one_run(tmp_path: Path) -> None:
    run = runs.begun(CONFIG, tmp_path)

    def meanwhile(topic: Topic) -> Outcome:
        runs.carry_out(run, TOPICS, asker([]), progress)
        return outcome(None, topic.id)

    with pytest.raises(EvaluationError, match="another process is at this run"):
        runs.carry_out(run, TOPICS, meanwhile, progress)


def test_line_breaks_of_other_scripts_in_an_answer_do_not_break_its_line(tmp_path: Path) -> None:
    run = runs.begun(CONFIG, tmp_path)
    broken = answer().model_copy(update={"text": "one\u2028two\u0085three"})
    runs.carry_out(run, TOPICS, lambda topic: outcome(broken, topic.id), progress)
    assert run.outcomes()["T0"].answer.text == "one\u2028two\u0085three"


def test_what_is_no_run_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "run.json").write_text("{}", "utf-8")
    assert runs.listed(tmp_path) == []


def test_a_run_records_what_it_depends_on(asked: list[Evaluated]) -> None:
    full = asked[0].run
    told = json.loads((full.folder / "run.json").read_text("utf-8"))
    assert told == {**asdict(full.config), "slices": ["local"]}
    assert told["made"]["libraries"]["torch"]
    assert told["parts"] == {"fusion": "sum", "authority": True, "refusal": True}
    assert len(told["corpus_version"]) == 12
    assert told["made"]["python"]


def test_the_topics_asked_change_the_digest() -> None:
    assert config.digest(TOPICS) != config.digest(TOPICS[1:])
    assert config.digest(TOPICS) != config.digest((replace(TOPICS[0], question="x?"), *TOPICS[1:]))


def test_the_whole_system_answers_local_questions_and_the_arms_rank_otherwise(asked: list[Evaluated]) -> None:
    full, dense = (each.judgements for each in asked)
    assert len(full.judged) == len(dense.judged) == 12
    assert sum(judged.verdict == "right" for judged in full.judged) >= 6
    assert all(judged.outcome.timed for judged in full.judged)
    assert not any(judged.outcome.timed for judged in dense.judged)
    assert [j.outcome.ranking for j in full.judged] != [j.outcome.ranking for j in dense.judged]


def test_a_topic_whose_question_has_changed_since_is_left_out(asked: list[Evaluated], tmp_path: Path) -> None:
    run = Run(tmp_path, asked[0].run.config)
    lines = [
        replace(o, asked="other" if at == 0 else o.asked).line()
        for at, o in enumerate(asked[0].run.outcomes().values())
    ]
    (tmp_path / "outcomes.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    assert len(run.topics()) == len(asked[0].run.topics()) - 1


def test_a_run_of_earlier_is_judged_as_it_was(asked: list[Evaluated]) -> None:
    again = evaluation.again(asked[0].run)
    assert {j.topic.id: j.verdict for j in again.judgements.judged} == {
        j.topic.id: j.verdict for j in asked[0].judgements.judged
    }
