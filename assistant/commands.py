"""The commands of the assistant: `aln ask`, `search`, `serve` and `doctor`."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import typer

from ingestion.terminal import UNUSABLE, Failure

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class Lang(StrEnum):
    EN = "en"
    CY = "cy"


def _day(text: str | None) -> date | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date() if text else None
    except ValueError:
        raise Failure(f"--as-at: {text!r} is not a date as in 2019-12-19", UNUSABLE) from None


def ask(
    question: str,
    lang: Annotated[
        Lang | None, typer.Option(help="Answer in English or Welsh; default: the question's language.")
    ] = None,
    as_at: Annotated[
        str | None, typer.Option(metavar="DATE", help="Leave out what was published later; notes stay, with a warning.")
    ] = None,
    area: Annotated[str | None, typer.Option(help="Your local authority, such as swansea.")] = None,
    as_json: Json = False,
) -> None:
    """Ask a question and get an answer whose every sentence is cited."""
    from assistant import bootstrap, terminal
    from assistant.questions import Question, UnusableQuestion
    from assistant.screening import screen
    from assistant.settings import Settings

    asked = Question(text=question, lang=lang.value if lang else None, as_at=_day(as_at), area=area)
    try:
        screen(asked)
        pipeline = bootstrap.pipeline(Settings.read())
        with pipeline.retriever.index:
            answer = pipeline.answer(asked)
    except UnusableQuestion as error:
        raise Failure(str(error), UNUSABLE) from None
    if as_json:
        from assistant.wire import AnswerJson

        print(AnswerJson.of(answer).model_dump_json(indent=2))
    else:
        terminal.show(answer)
    if answer.status.value == "error":
        raise typer.Exit(1)


def search(
    query: str,
    depth: Annotated[int, typer.Option(min=1, max=100, help="How many passages.")] = 10,
    as_json: Json = False,
) -> None:
    """List the passages that a query finds."""
    from assistant import bootstrap, terminal
    from assistant.questions import Question, UnusableQuestion
    from assistant.screening import screen
    from assistant.searching import hits
    from assistant.settings import Settings

    try:
        screen(Question(text=query))
        pipeline = bootstrap.pipeline(Settings.read())
        with pipeline.retriever.index:
            found = hits(pipeline.retriever, Question(text=query), depth)
    except UnusableQuestion as error:
        raise Failure(str(error), UNUSABLE) from None
    if as_json:
        print(found.model_dump_json(indent=2))
    else:
        terminal.show_hits(found)


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; default ALN_HOST or 127.0.0.1.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Default ALN_PORT or 8000.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
) -> None:
    """Serve the page and the HTTP interface."""
    from assistant.http.server import serve as run_server
    from assistant.settings import Settings

    settings = Settings.read()
    run_server(host or settings.host, port or settings.port, workers)


def doctor(as_json: Json = False) -> None:
    """Check that everything an answer needs is there, and say what to do about what is not."""
    from assistant import diagnosis
    from assistant.settings import Settings

    if not diagnosis.report(Settings.read(), as_json):
        raise typer.Exit(1)
