"""Expected scores, and the comparison that fails a build when accuracy falls.

``expected.yaml`` holds the figures of every system, the verdicts of each slice and half, and that of each topic, so that
a fall names what fell and where it was lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from corpus import notes
from evals import alterations, facts
from evals.errors import EvaluationError
from evals.evaluation import Evaluated
from evals.facts import Fact
from evals.losses import MEANING, Step, lost_at, place
from evals.measures import MEASURES, TIMED, Judgements
from evals.scores import Score, by_slice, by_split, overall
from evals.systems import FULL
from evals.topics import Topic
from evals.verdicts import Verdict

EXPECTED = Path(__file__).parent / "expected.yaml"
TOLERANCE = 0.01
ONE_TOPIC = 1.5
EXACT = frozenset({"verbatim", "citation_recall", "supported", "failed", "resisted", "unleaked"})
NOT_HELD = frozenset({"partial", "refused"})
_HEAD = """\
# Kept by `aln eval check --keep`. A measure may fall by 0.01, or by one of its topics where that is more; verbatim,
# citation_recall, supported, failed, resisted and unleaked not at all; no right topic may turn wrong. partial and
# refused are printed and not held: they fall when answers get better.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison, as it is printed."""

    well: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """``slices``: by slice, and by half (dev, test); ``topics``: the verdict of each.

    ``verifier``: by kind of altered sentence, the share on which the verifier is right.
    """

    systems: Mapping[str, Mapping[str, float]]
    slices: Mapping[str, Mapping[str, float]]
    topics: Mapping[str, str]
    verifier: Mapping[str, float]

    @classmethod
    def read(cls, path: Path = EXPECTED) -> "Expected":
        """Raises EvaluationError when there is none, or none that can be read."""
        import yaml

        try:
            table: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
            kept = cls(**{name: table[name] for name in ("systems", "slices", "topics", "verifier")})
        except OSError:
            raise EvaluationError(f"{path}: no expected scores; keep today's with: aln eval check --keep") from None
        except (yaml.YAMLError, KeyError, TypeError) as error:
            raise EvaluationError(f"{path}: not expected scores ({type(error).__name__})") from None
        if not (kept.systems and kept.slices and kept.topics and kept.verifier):
            raise EvaluationError(f"{path}: holds no expected scores; keep today's with: aln eval check --keep")
        return kept

    def verdict(self, topic: str) -> Verdict | None:
        """What became of the topic when the scores were kept."""
        return Verdict(self.topics[topic]) if topic in self.topics else None

    def write(self, path: Path = EXPECTED) -> None:
        import yaml

        table = {each.name: getattr(self, each.name) for each in fields(self)}
        path.write_text(_HEAD + yaml.safe_dump(table, sort_keys=False, allow_unicode=True, width=120), "utf-8")


def of(evaluated: Sequence[Evaluated]) -> Expected:
    """What the runs scored, to be kept as what is expected. Times are the machine's, and left out."""
    full = _full(evaluated).judgements
    return Expected(
        systems={e.run.config.system: _figures(overall(e.judgements)) for e in evaluated},
        slices={name: _figures(scores) for name, scores in (by_slice(full) | by_split(full)).items()},
        topics={judged.topic.id: judged.verdict.value for judged in full.judged},
        verifier=alterations.figures(alterations.rates()),
    )


def keep(evaluated: Sequence[Evaluated]) -> None:
    """Make what these runs scored, and what the notes say, what is expected."""
    of(evaluated).write()
    facts.write(facts.facts(_topics(evaluated), notes.passages()))


def compare(expected: Expected, kept: frozenset[Fact], evaluated: Sequence[Evaluated]) -> Iterator[Line]:
    """A line for each measure of each system, slice and half, each topic that turned or is gone, each fact unsaid."""
    full = _full(evaluated).judgements
    got = {e.run.config.system: overall(e.judgements) for e in evaluated}
    parts = by_slice(full) | by_split(full)
    for system, figures in expected.systems.items():
        yield from (_measured(system, name, value, got.get(system, {}).get(name)) for name, value in figures.items())
    for part, figures in expected.slices.items():
        yield from (_measured(part, name, value, parts.get(part, {}).get(name)) for name, value in figures.items())
    yield from _verified(expected)
    yield from _turned(expected, full)
    yield from _gone(expected, full)
    for unsaid in facts.unsaid(kept, _topics(evaluated), notes.passages()):
        yield Line(False, f"{'corpus':<36}         [FAIL] {unsaid}")


def causes(expected: Expected, evaluated: Sequence[Evaluated]) -> Iterator[str]:
    """Where the topics that got worse were lost, most first: the step at which to look. Nothing when none did."""
    full = _full(evaluated).judgements
    steps: dict[Step, list[str]] = {}
    for judged in full.judged:
        was, step = expected.verdict(judged.topic.id), lost_at(judged, full.qrels)
        if was and step and judged.verdict.worse_than(was):
            steps.setdefault(step, []).append(judged.topic.id)
    for step, ids in sorted(steps.items(), key=lambda item: -len(item[1])):
        some = " ".join(ids[:8]) + (" …" if len(ids) > 8 else "")
        arms = _found_by(ids, evaluated) if step in (Step.RETRIEVE, Step.RANK) else ""
        yield f"{len(ids)} topics are worse than kept, lost at {step} ({MEANING[step]}){arms}: {some}"


def _measured(part: str, name: str, expected: float, got: Score | None) -> Line:
    place_ = f"{part:<17} {name}"
    if got is None or not got.topics:
        return Line(False, f"{place_:<36}    –   [FAIL] expected {expected:.3f}, not measured")
    fall = (expected - got.value) if MEASURES[name].more_is_better else (got.value - expected)
    well = name in NOT_HELD or fall <= _tolerance(name, got.topics)
    return Line(well, f"{place_:<36} {got.value:7.3f}  {'[OK]' if well else f'[FAIL] expected {expected:.3f}'}")


def _verified(expected: Expected) -> Iterator[Line]:
    """A verifier that was loosened lets altered sentences through; one too strict drops harmless ones."""
    got = alterations.figures(alterations.rates())
    for kind, value in expected.verifier.items():
        share = got.get(kind, 0.0)
        well = share >= value - TOLERANCE
        text = f"{'verifier ' + kind:<36} {share:7.3f}  {'[OK]' if well else f'[FAIL] expected {value:.3f}'}"
        yield Line(well, text)


def _tolerance(name: str, topics: int) -> float:
    rounding = 1e-4
    return rounding if name in EXACT else max(TOLERANCE, ONE_TOPIC / topics) + rounding


def _turned(expected: Expected, full: Judgements) -> Iterator[Line]:
    """Topics that were right and are wrong, with what is wrong with them: no tolerance for those."""
    for judged in full.judged:
        if expected.verdict(judged.topic.id) is Verdict.RIGHT and judged.verdict is Verdict.WRONG:
            step = lost_at(judged, full.qrels)
            cause = f" ({step}: {MEANING[step]})" if step else ""
            why = "; ".join(judged.reasons)
            yield Line(False, f"{judged.topic.id:<36}   wrong  [FAIL] expected right: {why}{cause}")


def _gone(expected: Expected, full: Judgements) -> Iterator[Line]:
    """Topics that are asked no more: without the hard ones every average would rise."""
    for id_ in expected.topics:
        if id_ not in full.by_id:
            yield Line(False, f"{id_:<36}    –   [FAIL] expected {expected.topics[id_]}, not asked")


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


def _topics(evaluated: Sequence[Evaluated]) -> list[Topic]:
    return [judged.topic for judged in _full(evaluated).judgements.judged]


def _figures(scores: Mapping[str, Score]) -> dict[str, float]:
    return {name: round(score.value, 4) for name, score in scores.items() if name not in TIMED}
