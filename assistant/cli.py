"""The `aln` command: the subcommands that each package declares as entry points, under one name."""

import sys
from importlib.metadata import entry_points

import typer

from ingestion.terminal import application, run


def app() -> typer.Typer:
    """Every installed subcommand; a package adds one without anyone importing upwards."""
    found = application()

    @found.callback()
    def aln() -> None:
        """Cited, verified answers on the law of additional learning needs in Wales."""

    for point in sorted(entry_points(group="aln.commands"), key=lambda p: p.name):
        command = point.load()
        if isinstance(command, typer.Typer):
            found.add_typer(command, name=point.name)
        else:
            found.command(point.name)(command)
    return found


def main() -> None:
    sys.exit(run(app(), sys.argv[1:], "aln"))
