"""Orders: what an evaluation is to ask, and where it keeps its runs."""

from dataclasses import dataclass
from pathlib import Path

from evals import sets
from evals.errors import EvaluationError
from evals.systems import EVERY, FULL, SYSTEMS
from evals.topics import SPLITS


class UnusableOrder(EvaluationError):
    """A system, split, slice or folder that there is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The robustness sets are asked of the shipped system alone. Making one of what there is not raises UnusableOrder."""

    runs: Path
    systems: tuple[str, ...] = (FULL,)
    split: str | None = None
    slices: tuple[str, ...] = ()
    originals: Path | None = None
    fresh: bool = False
    jobs: int = 1

    def __post_init__(self) -> None:
        if unknown := [name for name in self.systems if name not in SYSTEMS]:
            raise UnusableOrder(f"--system {unknown[0]}: one of {', '.join(SYSTEMS)}, {EVERY}")
        if self.split not in (None, *SPLITS):
            raise UnusableOrder(f"--split is one of {', '.join(SPLITS)}")
        if unknown := [name for name in self.slices if name not in sets.slices()]:
            raise UnusableOrder(f"--slice {unknown[0]}: one of {', '.join(sorted(sets.slices()))}")
        if self.originals and not self.originals.is_dir():
            raise UnusableOrder(f"{self.originals}: there is no such folder of originals")
