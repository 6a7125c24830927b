"""Two runs beside each other: measures with their difference, and every topic that changed with both answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from evals.evaluation import Evaluated
from evals.measures import MEASURES, TIMED
from evals.statistics import Difference, difference
from evals.verdicts import Judged


@dataclass(frozen=True, slots=True)
class Change:
    """A topic whose verdict or text differs between the runs."""

    before: Judged
    after: Judged

    @property
    def direction(self) -> int:
        """1 better, -1 worse, 0 the same verdict in other words."""
        a, b = self.before.verdict, self.after.verdict
        return a.worse_than(b) - b.worse_than(a)


def changes(before: Evaluated, after: Evaluated) -> list[Change]:
    """Worse ones first, then better ones, then those that only read differently."""
    earlier = before.judgements.by_id
    found = [
        Change(earlier[j.topic.id], j)
        for j in after.judgements.judged
        if j.topic.id in earlier and _differ(earlier[j.topic.id], j)
    ]
    return sorted(found, key=lambda c: (c.direction == 0, c.direction, c.after.topic.id))


def _differ(a: Judged, b: Judged) -> bool:
    return a.verdict is not b.verdict or a.answer.text != b.answer.text or a.cited != b.cited


def differences(before: Evaluated, after: Evaluated) -> dict[str, Difference]:
    """By measure, over the topics that both runs have; times are left to the benchmark."""
    found = {}
    for name, measure in MEASURES.items():
        if name not in TIMED:
            values = [_values(name, run) for run in (before, after)]
            compared = difference(values[0], values[1], measure.more_is_better)
            if compared:
                found[name] = compared
    return found


def _values(name: str, evaluated: Evaluated) -> dict[str, float]:
    values = MEASURES[name].of(evaluated.judgements)
    ids = evaluated.judgements.by_id if MEASURES[name].everywhere else evaluated.judgements.main
    return {id_: values[id_] for id_ in ids if id_ in values}


def printed(before: Evaluated, after: Evaluated, everything: bool = False) -> Iterator[str]:
    """For a terminal: a line a measure, then each changed topic with both answers, the one below the other."""
    yield f"before  {before.run.name}\nafter   {after.run.name}\n"
    yield f"{'measure':<18}{'before':>9}{'after':>9}{'topics':>9}{'better':>9}{'worse':>8}{'p':>9}"
    for name, d in differences(before, after).items():
        if everything or d.better or d.worse:
            yield f"{name:<18}{d.before:>9.3f}{d.after:>9.3f}{d.topics:>9}{d.better:>9}{d.worse:>8}{d.p:>9.3f}"
    yield "over the topics on which a measure bears in both runs; p is of that measure alone, by permutation"
    for change in changes(before, after):
        if everything or change.direction:
            yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    topic = change.after.topic
    yield f"\n{topic.id} [{topic.slice}] {topic.question}"
    for name, judged in (("before", change.before), ("after", change.after)):
        why = f" — {'; '.join(judged.reasons)}" if judged.reasons else ""
        yield f"  {name:<7}{judged.verdict}{why}"
        yield f"  {'':7}{judged.answer.text}"
