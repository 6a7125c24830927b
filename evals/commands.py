"""`aln eval …`."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingestion.terminal import FAILED, UNUSABLE, Failure, application

if TYPE_CHECKING:
    from evals.evaluation import Evaluated

evaluate = application()
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Originals = Annotated[Path | None, typer.Option(help="Folder with the originals, ingested too and scored apart.")]
Runs = Annotated[Path, typer.Option(help="Folder in which runs are kept.")]
RUNS = Path("runs")


@evaluate.callback()
def _evaluate() -> None:
    """How good the answers are, on topics whose answers are known."""


@evaluate.command()
def run(
    split: Annotated[str | None, typer.Option(help="dev or test; default: both.")] = None,
    slice_: Annotated[list[str] | None, typer.Option("--slice", help="Only this slice; may be given again.")] = None,
    system: Annotated[list[str] | None, typer.Option(help="A system by name, or all; default: full.")] = None,
    url: Annotated[
        str | None, typer.Option(help="Ask a running service instead, such as http://127.0.0.1:8000.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=16, help="With --url: questions under way at once.")] = 4,
    originals: Originals = None,
    runs: Runs = RUNS,
    fresh: Annotated[bool, typer.Option("--fresh", help="Do not go on with a run that was stopped.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List what was not right.")] = False,
    as_json: Json = False,
) -> None:
    """Ask every topic and print how the answers fared; what was asked and answered is kept below --runs."""
    from evals import evaluation, table
    from evals.orders import Order
    from evals.scores import overall
    from evals.systems import EVERY, FULL, SYSTEMS
    from ingestion import progress

    if url and (system or originals):
        raise Failure("--url cannot go with --system or --originals: a service is what it is", UNUSABLE)
    names = tuple(SYSTEMS) if EVERY in (system or ()) else tuple(system or [FULL])
    with _usable():
        order = Order(
            runs=runs,
            systems=names,
            split=split,
            slices=tuple(slice_ or ()),
            originals=originals,
            fresh=fresh,
            jobs=jobs,
        )
    with progress.bars(quiet=as_json) as report:
        found = [evaluation.remote(order, url, report)] if url else list(evaluation.local(order, report))
    if as_json:
        scores = {e.run.config.system: overall(e.judgements, sure=True) for e in found}
        print(json.dumps({name: {m: asdict(s) for m, s in its.items()} for name, its in scores.items()}))
        return
    _print(found)
    if verbose:
        print(*table.shortcomings(found[0]), sep="\n")
    print("\n".join(f"kept in {each.run.folder}" for each in found))


@evaluate.command()
def check(
    keep: Annotated[bool, typer.Option("--keep", help="Make today's scores the expected ones.")] = False,
    runs: Runs = RUNS,
    report_to: Annotated[Path | None, typer.Option("--report", help="Folder to write the report into.")] = None,
) -> None:
    """Ask every topic of every system and compare with the expected scores; fails when one fell."""
    from evals import evaluation, expected, facts
    from evals.orders import Order
    from evals.systems import SYSTEMS
    from ingestion import progress

    order = Order(runs=runs, systems=tuple(SYSTEMS), fresh=True)
    with progress.bars(quiet=False) as told:
        found = list(evaluation.local(order, told))
    _print(found)
    failed = 0
    if expected.EXPECTED.exists():
        kept = expected.Expected.read()
        lines = sorted(expected.compare(kept, facts.read(), found), key=lambda line: not line.well)
        print(*(line.text for line in lines), *expected.causes(kept, found), sep="\n")
        failed = sum(not line.well for line in lines)
        print(f"{len(lines) - failed} as expected, {failed} not")
    elif not keep:
        raise Failure("no scores are kept yet; keep today's with: aln eval check --keep")
    if report_to:
        _write_report(found[0], found[1:], None, report_to, "en")
    if keep:
        expected.keep(found)
        print(f"kept in {expected.EXPECTED}")
    elif failed:
        raise typer.Exit(FAILED)


@evaluate.command()
def compare(
    before: Annotated[str, typer.Argument(help="A run: its name, its folder, last or last~1.")],
    after: Annotated[str, typer.Argument(help="The run to compare with it.")],
    everything: Annotated[bool, typer.Option("--all", help="What did not change its verdict as well.")] = False,
    runs: Runs = RUNS,
    as_json: Json = False,
) -> None:
    """List what changed between two runs, topic by topic, with both answers."""
    from evals import comparison, evaluation
    from evals.runs import named

    a, b = (evaluation.again(named(name, runs)) for name in (before, after))
    if as_json:
        found = {name: asdict(d) for name, d in comparison.differences(a, b).items()}
        moved = [(c.after.topic.id, c.before.verdict, c.after.verdict) for c in comparison.changes(a, b)]
        print(json.dumps({"before": a.run.name, "after": b.run.name, "measures": found, "topics": moved}))
    else:
        print(*comparison.printed(a, b, everything), sep="\n")


@evaluate.command()
def report(
    run_: Annotated[str, typer.Argument(metavar="RUN", help="A run: its name, its folder, last or last~1.")] = "last",
    baseline: Annotated[str | None, typer.Option(help="A run to show changes since.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder to write into; default: the run's own.")] = None,
    lang: Annotated[str, typer.Option(help="en or cy.")] = "en",
    runs: Runs = RUNS,
) -> None:
    """Write a run's report: a page that stands alone, JSON, CSV, JUnit XML and TREC files."""
    from evals import evaluation
    from evals.runs import named

    if lang not in ("en", "cy"):
        raise Failure("--lang is en or cy", UNUSABLE)
    found = evaluation.again(named(run_, runs))
    earlier = evaluation.again(named(baseline, runs)) if baseline else None
    _write_report(found, evaluation.beside(found, runs), earlier, out or found.run.folder, lang)


@evaluate.command()
def topics(as_json: Json = False) -> None:
    """Count the topics by slice, and list questions in the two halves that are too much alike."""
    from evals import census

    print(json.dumps(census.counted()) if as_json else census.printed())


@evaluate.command()
def sections(
    originals: Annotated[Path, typer.Option(help="Folder with the originals, among them the Act.")],
    as_json: Json = False,
) -> None:
    """Is each section of the Act found by its number, its heading and a paraphrase? Measures search, not answers."""
    from evals import sections, systems
    from ingestion import progress

    if not originals.is_dir():
        raise Failure(f"{originals}: there is no such folder of originals", UNUSABLE)
    embedder = systems.embedder()
    with progress.bars(quiet=as_json) as report, systems.index(embedder, report, originals) as index:
        rows = sections.found(systems.pipeline(index, embedder).retriever)
    if not rows[0].ranks:
        raise Failure(f"{originals}: the Act is not among them", UNUSABLE)
    print(json.dumps([asdict(row) for row in rows]) if as_json else sections.printed(rows))


@evaluate.command()
def verifier(as_json: Json = False) -> None:
    """What the verifier catches of sentences made wrong in one way, and lets through of harmless rewordings."""
    from evals import alterations

    found = alterations.rates()
    print(json.dumps([asdict(rate) for rate in found]) if as_json else alterations.printed(found))


@evaluate.command()
def personal(as_json: Json = False) -> None:
    """Is personal data taken out of questions, and nothing else: recall and precision on labelled questions."""
    from evals import personal

    print(json.dumps([asdict(each) for each in personal.measured()]) if as_json else personal.printed())


@evaluate.command()
def judge(
    run_: Annotated[str, typer.Argument(metavar="RUN", help="A run: its name, its folder, last or last~1.")] = "last",
    times: Annotated[int, typer.Option(min=1, max=9, help="How often each answer is judged.")] = 3,
    runs: Runs = RUNS,
    as_json: Json = False,
) -> None:
    """Have a chat model (ALN_CHAT_MODEL) judge a run's answers, and say how far it agrees with the measures."""
    from evals import evaluation, judge
    from evals.runs import named
    from evals.settings import JudgeSettings

    ask = judge.chat(JudgeSettings.read())
    found = evaluation.again(named(run_, runs))
    given = judge.opinions(found.judgements, ask, times, found.run.folder / "opinions.jsonl")
    if as_json:
        print(
            json.dumps(
                {"opinions": [asdict(o) for o in given], "agreement": [asdict(a) for a in judge.agreement(given)]}
            )
        )
    else:
        print(judge.printed(given))


@evaluate.command()
def calibrate() -> None:
    """Fit when to answer and when to refuse, by leaving out one note at a time, and keep it."""
    from evals import calibration, systems

    print(json.dumps(calibration.calibrate(systems.embedder()), indent=1))


@contextmanager
def _usable() -> Iterator[None]:
    from evals.orders import UnusableOrder

    try:
        yield
    except UnusableOrder as error:
        raise Failure(str(error), UNUSABLE) from None


def _print(found: "list[Evaluated]") -> None:
    from evals import table

    full = found[0]
    print(table.systems(found), table.slices(full), table.losses(full), table.measures(full), sep="\n\n", end="\n\n")


def _write_report(
    found: "Evaluated", ablation: "list[Evaluated]", baseline: "Evaluated | None", folder: Path, lang: str
) -> None:
    from evals import reports

    for path in reports.write(found, ablation, baseline, folder, lang):
        print(path)
