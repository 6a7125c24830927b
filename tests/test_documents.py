"""What the README prints is what the check keeps."""

import re
from pathlib import Path

import pytest

from evals.expected import Expected
from evals.systems import SYSTEMS
from evals.table import COLUMNS

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_readme_prints_the_kept_figures_of_each_system(system: str) -> None:
    row = re.search(rf"^{re.escape(system)} +((?:-?\d\.\d{{3}} *)+)$", README, re.MULTILINE)
    assert row
    kept = Expected.read().systems[system]
    assert [float(figure) for figure in row[1].split()] == pytest.approx([kept[name] for name in COLUMNS], abs=6e-4)


def test_the_readme_prints_the_kept_measures() -> None:
    rows = dict(re.findall(r"^(\S+) +(-?\d\.\d{3})  \[", README, re.MULTILINE))
    kept = Expected.read().systems["full"]
    assert len(rows) > 25
    assert {name: float(value) for name, value in rows.items()} == pytest.approx({n: kept[n] for n in rows}, abs=6e-4)
