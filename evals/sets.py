"""Sets: all the topics that one evaluation asks, written and derived, narrowed to a split and to slices."""

from collections.abc import Sequence
from pathlib import Path

from corpus import notes
from corpus.passages import Passage
from evals import topics, variants
from evals.errors import EvaluationError
from evals.measures.measure import SETS
from evals.topics import DATA, SPLITS, Topic

ROBUSTNESS = DATA / "robustness.jsonl"


def asked(
    split: str | None = None, slices: Sequence[str] = (), passages: Sequence[Passage] | None = None, robust: bool = True
) -> tuple[Topic, ...]:
    """The topics in a fixed order; ``passages`` are those that ``left-out`` topics hide, by default the notes.

    Raises EvaluationError for a split or a slice that there is not.
    """
    written = topics.load()
    found = list(written)
    if robust:
        found += topics.load(ROBUSTNESS)
        found += variants.typed_in_a_hurry(written)
        found += variants.in_noise(written)
        found += variants.left_out(written, passages or [note.passage for note in notes.load()])
    if split not in (None, *SPLITS):
        raise EvaluationError(f"--split is one of {', '.join(SPLITS)}")
    known = {topic.slice for topic in found} | (set(SETS) if robust else set())
    if unknown := [name for name in slices if name not in known]:
        raise EvaluationError(f"--slice {unknown[0]}: one of {', '.join(sorted(known))}")
    return tuple(t for t in found if split in (None, t.split) and (not slices or t.slice in slices))


def files() -> tuple[Path, ...]:
    """Where the written topics stand."""
    return (DATA / "topics.jsonl", ROBUSTNESS)
