"""The commands of ingestion: `aln ingest` and `aln index`; those on sources and on notes have modules of their own."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import CorpusError
from corpus.sources import Kind
from ingestion.errors import IngestionError
from ingestion.terminal import FAILED, UNUSABLE, Failure, application

_MOST_WARNINGS = 10
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def ingest(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; none: the notes and what is on the shelf.")
    ] = None,
    kind: Annotated[Kind | None, typer.Option(help="What the document is; decides its authority.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of a single document.")] = None,
    area: Annotated[str | None, typer.Option(help="wales, or a local authority such as swansea.")] = None,
    date: Annotated[str | None, typer.Option(help="When it was published: 2019-12-19, 2019-12 or 2019.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it can be read.")] = None,
    as_json: Json = False,
) -> None:
    """Take documents in and make a new index; the old one answers until it is whole."""
    from ingestion import progress
    from ingestion.choosing import choose
    from ingestion.describing import Description
    from ingestion.ingest import Ingested, add, build, files_in
    from ingestion.settings import IndexSettings

    settings = IndexSettings.read()
    home = settings.home
    if title and (len(paths or []) != 1 or paths[0].is_dir()):  # type: ignore[index]
        raise Failure("--title goes with a single file", UNUSABLE)
    for path in paths or []:
        if not path.exists():
            raise Failure(f"{path}: there is no such file or folder", UNUSABLE)
    description = Description(kind=kind, title=title, area=area, date=date, url=url)
    choice = choose([file for path in paths or [] for file in files_in(path)], description)
    taken, refused = list[Ingested](), list(choice.refused)
    for file in choice.taken:
        try:
            taken.append(add(home, file, description))
        except (IngestionError, CorpusError) as error:
            refused.append(" ".join(str(error).split()))
    if paths and not taken:
        raise Failure("; ".join(refused))
    with progress.bars(quiet=as_json) as report:
        manifest = build(home, settings.embedder(), report)
    if as_json:
        documents = [
            {
                "id": t.source.id,
                "kind": t.source.kind,
                "language": t.source.language,
                "passages": t.passages,
                "warnings": list(t.warnings),
            }
            for t in taken
        ]
        print(
            json.dumps(
                {
                    "corpus_version": manifest.corpus_version,
                    "passages": manifest.passages,
                    "ingested": documents,
                    "left": list(choice.left),
                    "refused": refused,
                }
            )
        )
    else:
        for t in taken:
            print(
                f"{t.source.id}: {t.passages} passages, {t.source.kind}, {t.source.area}, {t.source.published or 'no date'}"
            )
            warn(t.warnings)
        for line in choice.left:
            print(line)
        print(f"Index {manifest.corpus_version}: {manifest.passages} passages of {manifest.sources} sources.")
    if refused:
        raise Failure("not taken in: " + "; ".join(refused), FAILED)


def warn(warnings: Sequence[str]) -> None:
    """Print what was odd in a file, the first few of it."""
    for warning in warnings[:_MOST_WARNINGS]:
        print(f"  warning: {warning}")
    if len(warnings) > _MOST_WARNINGS:
        print(f"  … and {len(warnings) - _MOST_WARNINGS} more warnings")


index = application()


@index.callback()
def _index() -> None:
    """The snapshots that questions are answered from."""


@index.command("list")
def list_snapshots() -> None:
    """The kept snapshots, the newest first, with the live one marked."""
    from ingestion import manifest
    from ingestion.settings import IndexSettings

    home = IndexSettings.read().home
    live = manifest.current(home).name
    for version in manifest.kept(home):
        print(f"{'●' if version == live else '○'} {version}")


@index.command()
def use(version: str) -> None:
    """Answer from a kept snapshot again, until the next ingest."""
    from ingestion import manifest
    from ingestion.settings import IndexSettings

    home = IndexSettings.read().home
    if version not in manifest.kept(home):
        raise Failure(f"there is no snapshot {version}; see: aln index list", UNUSABLE)
    live = manifest.use(home, version)
    print(f"Index {live.corpus_version}: {live.passages} passages of {live.sources} sources.")
