from dataclasses import replace

from evals import comparison
from evals.evaluation import Evaluated


def test_a_run_does_not_differ_from_itself(asked: list[Evaluated]) -> None:
    assert comparison.changes(asked[0], asked[0]) == []
    assert all(d.better == d.worse == 0 for d in comparison.differences(asked[0], asked[0]).values())


def test_each_topic_that_changed_is_shown_with_both_answers(asked: list[Evaluated]) -> None:
    full = asked[0]
    judged = full.judgements.judged
    first, other = judged[0], next(j for j in judged if j.verdict is not judged[0].verdict)
    swapped = replace(first, outcome=replace(other.outcome, topic=first.topic.id), verdict=other.verdict)
    after = replace(full, judgements=replace(full.judgements, judged=(swapped, *judged[1:])))
    (change,) = comparison.changes(full, after)
    printed = "\n".join(comparison.printed(full, after))
    assert change.direction != 0
    assert first.answer.text in printed
    assert other.answer.text in printed
    assert comparison.differences(full, after)["right"].topics == 12


def test_worse_topics_come_before_better_ones(asked: list[Evaluated]) -> None:
    directions = [change.direction for change in comparison.changes(asked[0], asked[1])]
    assert directions == sorted(directions, key=lambda d: (d == 0, d))
