"""Sets: all the topics that one evaluation asks, written and derived, narrowed to a split and to slices."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from corpus import notes
from corpus.passages import Passage
from evals import topics, variants
from evals.measures.measure import SETS
from evals.topics import DATA, Topic

ROBUSTNESS = DATA / "robustness.jsonl"


def asked(
    split: str | None = None, slices: Sequence[str] = (), passages: Sequence[Passage] | None = None, robust: bool = True
) -> tuple[Topic, ...]:
    """The topics in a fixed order; ``passages`` are those that ``left-out`` topics hide, by default the notes."""
    written = topics.load()
    derived: dict[str, Callable[[], Iterable[Topic]]] = {
        "typo": lambda: variants.typed_in_a_hurry(written),
        "noise": lambda: variants.in_noise(written),
        "left-out": lambda: variants.left_out(written, passages or notes.passages()),
    }
    found = [*written, *(topics.load(ROBUSTNESS) if robust else ())]
    for name, made in derived.items():
        if robust and (not slices or name in slices):
            found += made()
    return tuple(t for t in found if split in (None, t.split) and (not slices or t.slice in slices))


def slices() -> frozenset[str]:
    """Every slice that there is."""
    return frozenset({topic.slice for path in files() for topic in topics.load(path)}) | frozenset(SETS)


def files() -> tuple[Path, ...]:
    """Where the written topics stand."""
    return (DATA / "topics.jsonl", ROBUSTNESS)
