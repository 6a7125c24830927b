"""Results on a terminal."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from evals.evaluation import Evaluated
from evals.losses import MEANING, lost_at
from evals.measures import TIMED
from evals.scores import Score, by_slice, overall
from evals.verdicts import Verdict

COLUMNS = ("right", "partial", "refused", "wrong", "score", "must_cite", "R@5", "nDCG@10", "verbatim")


def systems(evaluated: Sequence[Evaluated]) -> str:
    """One line a system, one column a measure, over the plain topics."""
    width = max(len("system"), *(len(each.run.config.system) for each in evaluated)) + 2
    head = f"{'system':<{width}}" + "".join(f"{name:>10}" for name in COLUMNS)
    lines = [f"{e.run.config.system:<{width}}" + _cells(overall(e.judgements)) for e in evaluated]
    return "\n".join([head, *lines])


def _cells(scores: Mapping[str, Score]) -> str:
    return "".join(f"{scores[name].value:>10.3f}" if name in scores else f"{'–':>10}" for name in COLUMNS)


def measures(evaluated: Evaluated) -> str:
    """One line a measure, with its interval and the number of topics that it bears on."""
    return "\n".join(
        f"{name:<18}{figure(s.value, name):>8}  [{figure(s.low, name)}, {figure(s.high, name)}]  {s.topics:>4} topics"
        for name, s in overall(evaluated.judgements, sure=True).items()
    )


def figure(value: float | None, measure: str) -> str:
    """Milliseconds with one decimal, shares with three."""
    if value is None:
        return "–"
    return f"{value:.1f}" if measure in TIMED else f"{value:.3f}"


def slices(evaluated: Evaluated) -> str:
    """One line a slice: how many topics, and the shares of the verdicts."""
    head = f"{'slice':<18}{'topics':>8}" + "".join(f"{verdict.value:>10}" for verdict in Verdict)
    lines = [
        f"{name:<18}{scores['right'].topics:>8}" + "".join(f"{scores[verdict].value:>10.3f}" for verdict in Verdict)
        for name, scores in by_slice(evaluated.judgements).items()
    ]
    return "\n".join([head, *lines])


def losses(evaluated: Evaluated) -> str:
    """How many plain topics were lost at each step, and what that means."""
    judgements = evaluated.judgements
    steps = Counter(lost_at(judgements.by_id[id_], judgements.qrels) for id_ in judgements.main)
    return "\n".join(f"{step:<10}{steps[step]:>4}  {meaning}" for step, meaning in MEANING.items() if steps[step])


def shortcomings(evaluated: Evaluated) -> Iterator[str]:
    """Each topic that was not answered rightly, with the reasons and the step that lost it."""
    for judged in evaluated.judgements.judged:
        step = lost_at(judged, evaluated.judgements.qrels)
        if step:
            yield f"{judged.verdict:<8}{judged.topic.id}  {judged.topic.question}"
            yield f"{'':8}{'; '.join(judged.reasons)} (lost at: {step})"
