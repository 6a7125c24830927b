"""The manners of the command line: one-line errors on standard error, and the exit statuses 0, 1 and 2."""

import sys
from collections.abc import Sequence

import typer

from corpus.errors import CorpusError
from ingestion.errors import IngestionError

FAILED, UNUSABLE = 1, 2


class Failure(Exception):
    """Ends a command with one line for the person and an exit status."""

    def __init__(self, message: str, status: int = FAILED) -> None:
        super().__init__(message)
        self.status = status


def application() -> typer.Typer:
    """A Typer application with our manners: plain help, no traceback for a person."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def run(app: typer.Typer, arguments: Sequence[str], name: str) -> int:
    """Run a command and return its exit status."""
    try:
        result = typer.main.get_command(app).main(
            args=list(arguments) or ["--help"], prog_name=name, standalone_mode=False
        )
    except Failure as failure:
        return _complain(name, str(failure), failure.status)
    except (IngestionError, CorpusError) as error:
        return _complain(name, str(error), FAILED)
    except typer.TyperException as error:
        return _complain(name, getattr(error, "format_message", error.__str__)(), UNUSABLE)
    except typer.Exit as done:
        return done.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return _complain(name, "stopped", FAILED)
    except OSError as error:
        return _complain(name, f"{error.filename or 'a file'}: {(error.strerror or str(error)).lower()}", FAILED)
    return result if isinstance(result, int) else 0


def _complain(name: str, message: str, status: int) -> int:
    print(f"{name}: {' '.join(message.split())}", file=sys.stderr)
    return status
