"""`aln bench`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ingestion.terminal import FAILED, UNUSABLE, Failure


def bench(
    scale: Annotated[
        list[int] | None, typer.Option(min=1, max=1000, help="Times the corpus; may be given again.")
    ] = None,
    read: Annotated[
        list[Path] | None, typer.Option(help="Only how this document is read into passages; may be given again.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure speed, size and memory on this machine, and a plain tutorial chain beside it."""
    if read:
        _bench_reading(read, as_json)
        return
    from evals import bench as benchmark
    from evals import systems
    from ingestion import progress

    embedder = systems.embedder()
    with progress.bars(quiet=as_json) as report:
        figures = [benchmark.measure(embedder, times, report) for times in scale or [1]]
    if as_json:
        print(json.dumps([{**asdict(each), "ratios": each.ratios} for each in figures]))
    else:
        print(benchmark.printed(figures))


def _bench_reading(files: list[Path], as_json: bool) -> None:
    from evals.bench import reading

    if missing := [file for file in files if not file.is_file()]:
        raise Failure(f"{missing[0]}: there is no such file", UNUSABLE)
    try:
        measured = [reading.measure(file) for file in files]
    except ValueError as error:
        raise Failure(str(error), FAILED) from None
    print(json.dumps([asdict(each) for each in measured]) if as_json else "\n".join(each.printed for each in measured))
