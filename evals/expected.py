"""Expected scores, and the comparison that fails a build when accuracy falls.

``expected.yaml`` holds the figures of every system, the verdicts of each slice, and of each topic its verdict and the
rank of the first passage that answers it, so that a fall names what fell and where it was lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import notes
from corpus.passages import Passage
from evals import facts
from evals.errors import EvaluationError
from evals.evaluation import Evaluated
from evals.losses import MEANING, Step, lost_at, place
from evals.measures import MEASURES, TIMED
from evals.scores import OF_SLICES, by_slice, overall
from evals.systems import FULL
from evals.verdicts import Judged, Verdict

EXPECTED = Path(__file__).parent / "expected.yaml"
TOLERANCE = 0.01
_HEAD = "# Kept by `aln eval check --keep`. A measure may fall by 0.01, a slice by one topic; no right topic may turn wrong.\n"


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison, as it is printed."""

    well: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """``topics``: the verdict of each, and the rank of the first passage that answers it, as in ``right 1``."""

    systems: Mapping[str, Mapping[str, float]]
    slices: Mapping[str, Mapping[str, float]]
    topics: Mapping[str, str]

    @classmethod
    def read(cls, path: Path = EXPECTED) -> "Expected":
        """Raises EvaluationError when there is none, or none that can be read."""
        import yaml

        try:
            table: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
            return cls(systems=table["systems"], slices=table["slices"], topics=table["topics"])
        except OSError:
            raise EvaluationError(f"{path}: no expected scores; keep today's with: aln eval check --keep") from None
        except (yaml.YAMLError, KeyError, TypeError) as error:
            raise EvaluationError(f"{path}: not expected scores ({type(error).__name__})") from None

    def verdict(self, topic: str) -> Verdict | None:
        """What became of the topic when the scores were kept."""
        return Verdict(self.topics[topic].split()[0]) if topic in self.topics else None

    def write(self, path: Path = EXPECTED) -> None:
        import yaml

        table = {"systems": self.systems, "slices": self.slices, "topics": self.topics}
        path.write_text(_HEAD + yaml.safe_dump(table, sort_keys=False, allow_unicode=True, width=120), "utf-8")


def of(evaluated: Sequence[Evaluated]) -> Expected:
    """What the runs scored, to be kept as what is expected. Times are the machine's, and left out."""
    full = _full(evaluated)
    return Expected(
        systems={e.run.config.system: _figures(e) for e in evaluated},
        slices={
            name: {m: round(s.value, 4) for m, s in scores.items()}
            for name, scores in by_slice(full.judgements).items()
        },
        topics={j.topic.id: _told(j, full) for j in full.judgements.judged},
    )


def keep(evaluated: Sequence[Evaluated]) -> None:
    """Make what these runs scored, and what the notes say, what is expected."""
    of(evaluated).write()
    facts.write(facts.facts([judged.topic for judged in _full(evaluated).judgements.judged], _notes()))


def compare(expected: Expected, evaluated: Sequence[Evaluated]) -> Iterator[Line]:
    """A line for each measure of each system, each slice, and each topic that turned from right to wrong."""
    full = _full(evaluated)
    got = of(evaluated)
    for system, figures in expected.systems.items():
        for name, value in figures.items():
            yield _measured(f"{system:<17} {name}", name, value, got.systems.get(system, {}).get(name), TOLERANCE)
    for slice_, figures in expected.slices.items():
        topics = len(full.judgements.slices.get(slice_, ()))
        for name in OF_SLICES[:-1]:
            one = 1.5 / topics if topics else 0.0
            yield _measured(f"{slice_:<17} {name}", name, figures[name], got.slices.get(slice_, {}).get(name), one)
    yield from _turned(expected, full)
    yield from _unsaid(full)
    yield from _alike(evaluated)
    yield from _fallen(expected, evaluated)


def _measured(place_: str, name: str, expected: float, got: float | None, tolerance: float) -> Line:
    if got is None:
        return Line(False, f"{place_:<36}    –   [FAIL] expected {expected:.3f}, not measured")
    fall = (expected - got) if MEASURES[name].more_is_better else (got - expected)
    verdict = f"[FAIL] expected {expected:.3f}" if fall > tolerance else "[OK]"
    return Line(fall <= tolerance, f"{place_:<36} {got:7.3f}  {verdict}")


def _turned(expected: Expected, full: Evaluated) -> Iterator[Line]:
    """Topics that were right and are wrong, with what is wrong with them: no tolerance for those."""
    for judged in full.judgements.judged:
        if expected.verdict(judged.topic.id) is Verdict.RIGHT and judged.verdict is Verdict.WRONG:
            step = lost_at(judged, full.judgements.qrels)
            why = "; ".join(judged.reasons)
            cause = f" ({step}: {MEANING[step]})" if step else ""
            yield Line(False, f"{judged.topic.id:<36}   wrong  [FAIL] expected right: {why}{cause}")


def _unsaid(full: Evaluated) -> Iterator[Line]:
    """Sentences that said a vital fact and do not any more."""
    topics = [judged.topic for judged in full.judgements.judged]
    for line in facts.unsaid(facts.read(), topics, _notes()):
        yield Line(False, f"{'corpus':<36}         [FAIL] {line}")


def _notes() -> list[Passage]:
    return [note.passage for note in notes.load()]


def _alike(evaluated: Sequence[Evaluated]) -> Iterator[Line]:
    """Systems that differ by an arm and yet rank all alike: an arm does not count any more."""
    rankings = {e.run.config.system: _rankings(e) for e in evaluated}
    for one, other in (("full", "dense"), ("full", "sparse"), ("dense", "sparse")):
        if one in rankings and other in rankings:
            common = rankings[one].keys() & rankings[other].keys()
            if common and all(rankings[one][id_] == rankings[other][id_] for id_ in common):
                yield Line(False, f"{one:<17} ranks as {other} does     [FAIL] an arm of retrieval does not count")


def _rankings(evaluated: Evaluated) -> dict[str, tuple[str, ...]]:
    return {j.topic.id: j.outcome.ranking for j in evaluated.judgements.judged if j.outcome.ranking}


def _fallen(expected: Expected, evaluated: Sequence[Evaluated]) -> Iterator[Line]:
    """Where the topics that got worse were lost, most first: the step at which to look. Says nothing when none did."""
    full = _full(evaluated)
    order = list(Verdict)
    steps: dict[Step, list[str]] = {}
    for judged in full.judgements.judged:
        was, step = expected.verdict(judged.topic.id), lost_at(judged, full.judgements.qrels)
        if was and step and order.index(judged.verdict) > order.index(was):
            steps.setdefault(step, []).append(judged.topic.id)
    for step, ids in sorted(steps.items(), key=lambda item: -len(item[1])):
        some = " ".join(ids[:8]) + (" …" if len(ids) > 8 else "")
        arms = _found_by(ids, evaluated) if step in (Step.RETRIEVE, Step.RANK) else ""
        yield Line(True, f"  worse than kept, lost at {step}: {len(ids)} topics ({MEANING[step]}){arms}: {some}")


def _found_by(ids: Sequence[str], evaluated: Sequence[Evaluated]) -> str:
    """How many of those topics either arm alone would have got right in its ranking: an arm that fell out shows."""
    counts = []
    for arm in ("dense", "sparse"):
        for found in (e.judgements for e in evaluated if e.run.config.system == arm):
            first = sum(place(found.by_id[id_], found.qrels) == 1 for id_ in ids if id_ in found.by_id)
            counts.append(f"the {arm} arm alone puts one first for {first}")
    return "; " + ", ".join(counts) if counts else ""


def _full(evaluated: Sequence[Evaluated]) -> Evaluated:
    return next(e for e in evaluated if e.run.config.system == FULL)


def _figures(evaluated: Evaluated) -> dict[str, float]:
    scores = overall(evaluated.judgements)
    return {name: round(score.value, 4) for name, score in scores.items() if name not in TIMED}


def _told(judged: Judged, evaluated: Evaluated) -> str:
    first = place(judged, evaluated.judgements.qrels)
    return judged.verdict.value if first is None else f"{judged.verdict.value} {first}"
