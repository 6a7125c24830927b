"""The page: a run as someone reads it who decides whether to release, in one file that needs nothing else."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from evals import comparison
from evals.evaluation import Evaluated
from evals.expected import Expected
from evals.losses import lost_at
from evals.measures import MEASURES
from evals.measures.confidence import curve, reliability
from evals.measures.measure import SETS
from evals.reports import charts
from evals.reports.meanings import kind, meaning
from evals.reports.wording import Say, in_language
from evals.scores import by_slice, overall
from evals.systems import FULL
from evals.table import COLUMNS, figure
from evals.verdicts import Judged, Verdict

TEMPLATES = Path(__file__).parent
_ANSWERING_ALL = "hybrid+authority"


@dataclass(frozen=True, slots=True)
class Moved:
    """A topic that fares otherwise than before; ``then`` is the answer of that time, where a run holds it."""

    judged: Judged
    was: Verdict
    then: Judged | None = None

    @property
    def better(self) -> bool:
        return self.was.worse_than(self.judged.verdict)


def rendered(
    found: Evaluated,
    ablation: Sequence[Evaluated],
    baseline: Evaluated | None,
    expected: Expected | None,
    language: str,
) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["figure"] = figure
    say = in_language(language)
    judgements = found.judgements
    scores = overall(judgements, sure=True)
    lost = {judged.topic.id: lost_at(judged, judgements.qrels) for judged in judgements.judged}
    moved = _moved(found, baseline, expected)
    return environment.get_template("page.html.j2").render(
        language=language,
        say=say,
        meaning=meaning,
        kind=kind,
        config=found.run.config,
        name=found.run.name,
        command=_command(found),
        verdicts=list(Verdict),
        counts=Counter(judgements.by_id[id_].verdict for id_ in judgements.main),
        plain=len(judgements.main),
        given=sum(judgements.by_id[id_].answered for id_ in judgements.main),
        answered=sum(_answered_rightly(judgements.by_id[id_]) for id_ in judgements.main),
        scores=scores,
        slices=by_slice(judgements),
        expected=dict(expected.systems.get(found.run.config.system, {})) if expected else {},
        systems={e.run.config.system: overall(e.judgements) for e in (found, *ablation)} if ablation else {},
        columns=COLUMNS,
        judged=judgements.judged,
        lost=lost,
        moved=moved,
        since=baseline.run.name if baseline else "",
        drawn=_drawn(found, ablation, say, language),
    )


def _answered_rightly(judged: Judged) -> bool:
    return judged.answered and judged.verdict is Verdict.RIGHT


def _drawn(found: Evaluated, ablation: Sequence[Evaluated], say: Say, language: str) -> dict[str, str]:
    judgements = found.judgements
    steps = Counter(step for id_ in judgements.main if (step := lost_at(judgements.by_id[id_], judgements.qrels)))
    kinds = by_slice(judgements)
    drawn = {}
    for name, asked in (("slices", [k for k in kinds if k not in SETS]), ("sets", [k for k in kinds if k in SETS])):
        if asked:
            drawn[name] = charts.slices({kind(k, language): kinds[k] for k in asked}, say)
    if steps:
        drawn["losses"] = charts.losses(steps, say)
    timed = MEASURES["p50_ms"].of(judgements)
    if timed:
        drawn["latency"] = charts.latency(list(timed.values()), say)
    bins = reliability(judgements)
    if bins:
        drawn["reliability"] = charts.reliability(bins, say)
    bare = next((e for e in ablation if e.run.config.system == _ANSWERING_ALL), None)
    if bare and found.run.config.system == FULL:
        points = curve(bare.judgements)
        known = found.judgements.by_id
        weighed = [known[j.topic.id] for j in bare.judgements.judged if _weighed(j) and j.topic.id in known]
        answered = [judged for judged in weighed if judged.answered]
        if points and answered:
            share = len(answered) / len(weighed)
            right = sum(judged.verdict is Verdict.RIGHT for judged in answered) / len(answered)
            drawn["coverage"] = charts.coverage(points, share, right, say)
    return drawn


def _weighed(judged: Judged) -> bool:
    return judged.answered and judged.answer.receipt.support is not None


def _moved(found: Evaluated, baseline: Evaluated | None, expected: Expected | None) -> list[Moved]:
    """Since the baseline when there is one, else against the kept verdicts; the worse first."""
    if baseline:
        changed = [c for c in comparison.changes(baseline, found) if c.direction]
        moved = [Moved(c.after, c.before.verdict, c.before) for c in changed]
    elif expected and found.run.config.system == FULL:
        kept = {judged.topic.id: expected.verdict(judged.topic.id) for judged in found.judgements.judged}
        moved = [Moved(j, was) for j in found.judgements.judged if (was := kept[j.topic.id]) and was is not j.verdict]
    else:
        moved = []
    return sorted(moved, key=lambda m: m.better)


def _command(found: Evaluated) -> str:
    config = found.run.config
    words = ["aln eval run", f"--url {quote(config.url)}" if config.url else f"--system {config.system}"]
    words += [f"--split {config.split}"] if config.split else []
    words += ["--originals FOLDER"] if config.originals else []
    return " ".join([*words, *(f"--slice {name}" for name in config.slices)])
