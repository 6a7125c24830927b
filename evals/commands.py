"""`aln eval run`, `check` and `calibrate`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingestion.terminal import FAILED, UNUSABLE, Failure, application

if TYPE_CHECKING:
    from evals.runs import Result

evaluate = application()
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Originals = Annotated[Path | None, typer.Option(help="Folder with the originals, ingested too and scored apart.")]


@evaluate.callback()
def _evaluate() -> None:
    """How good the answers are, on topics whose answers are known."""


@evaluate.command()
def run(
    split: Annotated[str | None, typer.Option(help="dev or test; default: both.")] = None,
    system: Annotated[str | None, typer.Option(help="One system only.")] = None,
    originals: Originals = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List what was not right.")] = False,
    as_json: Json = False,
) -> None:
    """Ask every topic of every system and print a table."""
    from evals import table

    results = _results(split, system, originals, quiet=as_json)
    if as_json:
        print(json.dumps({name: result.scores for name, result in results.items()}))
        return
    print(table.rows(list(results.values())))
    if verbose:
        print(table.shortcomings(list(results.values())[-1]))


@evaluate.command()
def check(keep: Annotated[bool, typer.Option("--keep", help="Make today's scores the expected ones.")] = False) -> None:
    """Compare with the expected scores; fails when one fell."""
    from evals import expected

    results = _results(None, None, None, quiet=False)
    if keep:
        expected.keep(results)
    compared = list(expected.compare(results))
    print("\n".join(line for _, line in compared))
    if not all(well for well, _ in compared):
        raise typer.Exit(FAILED)


@evaluate.command()
def calibrate() -> None:
    """Fit when to answer and when to refuse, by leaving out one note at a time, and keep it."""
    from evals import calibration, systems

    print(json.dumps(calibration.calibrate(systems.embedder()), indent=1))


def bench(originals: Originals = None, as_json: Json = False) -> None:
    """Measure speed, size and memory on this machine."""
    from dataclasses import asdict

    from evals import bench as benchmark
    from evals import systems

    _check_folder(originals)
    figures = benchmark.measure(systems.embedder(), originals)
    print(json.dumps(asdict(figures)) if as_json else benchmark.printed(figures))


def _check_folder(originals: Path | None) -> None:
    if originals and not originals.is_dir():
        raise Failure(f"{originals}: there is no such folder of originals", UNUSABLE)


def _results(split: str | None, system: str | None, originals: Path | None, quiet: bool) -> "dict[str, Result]":
    """By system, in the order of their definition."""
    from evals import runs, systems, topics
    from ingestion import progress

    if split not in (None, "dev", "test"):
        raise Failure("--split is dev or test", UNUSABLE)
    if system not in (None, *systems.NAMES):
        raise Failure(f"--system is one of {', '.join(systems.NAMES)}", UNUSABLE)
    _check_folder(originals)
    asked = [topic for topic in topics.load() if split in (None, topic.split)]
    embedder = systems.embedder()
    names: Sequence[str] = [system] if system else systems.NAMES
    with progress.bars(quiet) as report, systems.index(embedder, report, originals) as index:
        return {
            name: runs.run(index, embedder, name, asked, lambda done, total, name=name: report(name, done, total))  # type: ignore[misc]
            for name in names
        }
