"""Expected scores, and the comparison that fails a build when accuracy falls."""

import json
from collections.abc import Iterator
from pathlib import Path

from evals.runs import Result

EXPECTED = Path(__file__).parent / "expected.json"
TOLERANCE = 0.02
_LESS_IS_BETTER = ("refused", "wrong")


def keep(results: dict[str, Result]) -> None:
    """Make these scores the expected ones."""
    table = {name: {k: round(v, 4) for k, v in result.scores.items()} for name, result in results.items()}
    EXPECTED.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


def compare(results: dict[str, Result]) -> Iterator[tuple[bool, str]]:
    """Whether each measure is as good as expected, and a line that says so."""
    table = json.loads(EXPECTED.read_text("utf-8"))
    for system, scores in table.items():
        for name, expected in scores.items():
            got = results[system].scores[name]
            fell = (got - expected if name in _LESS_IS_BETTER else expected - got) > TOLERANCE
            verdict = f"[FAIL] expected {expected:.3f}" if fell else "[OK]"
            yield not fell, f"{system:<8} {name:<10} {got:.3f}  {verdict}"
