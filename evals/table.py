"""Results on a terminal."""

from collections.abc import Sequence

from evals.runs import Result
from evals.verdicts import Verdict

COLUMNS = ("right", "refused", "wrong", "R@5", "nDCG@10", "verbatim")


def rows(results: Sequence[Result]) -> str:
    """One line a system, one column a measure."""
    head = f"{'system':<10}" + "".join(f"{name:>10}" for name in COLUMNS)
    lines = [
        f"{result.system:<10}" + "".join(f"{result.scores[name]:>10.3f}" for name in COLUMNS) for result in results
    ]
    return "\n".join([head, *lines])


def shortcomings(result: Result) -> str:
    """Each topic that was not answered rightly, with the reasons."""
    return "\n".join(
        f"{j.verdict:<8}{j.topic.id}  {j.topic.question}\n{'':8}{'; '.join(j.reasons)}"
        for j in result.judged
        if j.verdict is not Verdict.RIGHT
    )
