"""Progress of an ingest on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from ingestion.snapshot import Report


@contextmanager
def bars(quiet: bool) -> Iterator[Report]:
    """A report that draws one bar a phase on standard error; with ``quiet``, one that says nothing."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=quiet) as progress:
        tasks = {}

        def report(phase: str, done: int, total: int) -> None:
            if phase not in tasks:
                tasks[phase] = progress.add_task(phase, total=total)
            progress.update(tasks[phase], completed=done, total=total)

        yield report
