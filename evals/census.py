"""The census of the topics: how many of each, and which of the two halves are too much alike to be kept apart."""

from collections import Counter
from collections.abc import Iterator

from evals import sets, topics
from evals.duplicates import Pair, near
from evals.topics import DATA, Topic
from ingestion.embedding import Embedder


def pairs(embedder: Embedder | None = None) -> list[Pair]:
    """Questions of the test half that one which the system is tuned on gives away."""
    written = [topic for path in sets.files() for topic in topics.load(path)]
    tuned = [t for t in written if t.split == "dev"] + [*topics.load(DATA / "calibration.jsonl"), *topics.negatives()]
    return list(near([t for t in tuned if t.split == "dev"], [t for t in written if t.split == "test"], embedder))


def counted() -> dict[str, object]:
    """By slice and split, and the pairs that are alike."""
    everything = sets.asked()
    return {
        "topics": len(everything),
        "slices": {name: dict(counts) for name, counts in _slices(everything).items()},
        "alike": [(p.tuned.id, p.tested.id, round(p.alike, 3), p.by) for p in _pairs()],
    }


def printed() -> str:
    lines = [f"{'slice':<18}{'dev':>6}{'test':>6}{'en':>6}{'cy':>6}"]
    for name, counts in _slices(sets.asked()).items():
        lines.append(f"{name:<18}" + "".join(f"{counts[key]:>6}" for key in ("dev", "test", "en", "cy")))
    return "\n".join([*lines, "", *_alike(_pairs())])


def _slices(everything: tuple[Topic, ...]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for topic in everything:
        found.setdefault(topic.slice, Counter()).update((topic.split, topic.lang))
    return found


def _alike(found: list[Pair]) -> Iterator[str]:
    yield f"{len(found)} questions of the test half are much like one that is tuned on"
    for pair in found:
        yield f"{pair.alike:.2f} {pair.by:<8}{pair.tuned.id}  {pair.tuned.question}"
        yield f"{'':13}{pair.tested.id}  {pair.tested.question}"


def _pairs() -> list[Pair]:
    from evals import systems

    return pairs(systems.embedder())
