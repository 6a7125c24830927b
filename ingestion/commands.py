"""The commands of ingestion: `aln ingest`, `aln sources` and `aln notes`."""

import json
import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated, Literal

import typer

from corpus.errors import CorpusError
from corpus.sources import Kind, Source
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
            _warn(t.warnings)
        for line in choice.left:
            print(line)
        print(f"Index {manifest.corpus_version}: {manifest.passages} passages of {manifest.sources} sources.")
    if refused:
        raise Failure("not taken in: " + "; ".join(refused), FAILED)


def _warn(warnings: Sequence[str]) -> None:
    for warning in warnings[:_MOST_WARNINGS]:
        print(f"  warning: {warning}")
    if len(warnings) > _MOST_WARNINGS:
        print(f"  … and {len(warnings) - _MOST_WARNINGS} more warnings")


sources = application()


@sources.callback(invoke_without_command=True)
def _sources(context: typer.Context) -> None:
    """What the index is made of."""
    if context.invoked_subcommand is None:
        list_()


@sources.command("list")
def list_(as_json: Json = False) -> None:
    """Every registered source, and whether it is on the shelf."""
    from ingestion.showing import facts

    known = _known()
    if as_json:
        print(json.dumps({"sources": [facts(source, held) for source, held in known]}, ensure_ascii=False))
        return
    for s, held in known:
        print(f"{'●' if held else '○'} {s.id:<32} {s.kind.value:<15} {s.published or '–':<11} {s.title}")
    print("● held, ○ known but not held: aln ingest FILE takes one in.")


@sources.command()
def show(
    source_id: str,
    unresolved: Annotated[
        bool, typer.Option(help="List the cross-references that could not be resolved, and why.")
    ] = False,
    as_json: Json = False,
) -> None:
    """What is known of one source; of legislation that is held, its provisions as a tree."""
    from ingestion import showing
    from ingestion.parsing.law.census import census
    from ingestion.settings import IndexSettings

    found = next(((s, held) for s, held in _known() if s.id == source_id), None)
    if found is None:
        raise Failure(f"there is no source {source_id}; see: aln sources list", UNUSABLE)
    facts = showing.facts(*found)
    texts = showing.instruments(IndexSettings.read().home, source_id)
    if as_json:
        print(json.dumps({**facts, "texts": [showing.as_json(text) for text in texts]}, ensure_ascii=False))
        return
    for key, value in facts.items():
        print(f"{key}: {', '.join(value) if isinstance(value, list) else '' if value is None else value}")
    for text in texts:
        counted = census(text)
        print(f"\n{showing.summary(counted)}")
        for one in counted.unresolved if unresolved else ():
            print(f"  {one.place}: “{one.words}”: {one.why}")
        for line in () if unresolved else showing.tree(text):
            print(line)


@sources.command()
def fetch(
    source_ids: Annotated[
        list[str] | None, typer.Argument(help="Registered legislation; none: the Act and its two main Regulations.")
    ] = None,
    lang: Annotated[Literal["en", "cy", "both"], typer.Option(help="The English text, the Welsh one, or both.")] = "en",
    as_json: Json = False,
) -> None:
    """Download legislation from legislation.gov.uk, as its publisher gives it, and make a new index."""
    from corpus import register
    from ingestion import official, progress
    from ingestion.fetching import Site
    from ingestion.ingest import build
    from ingestion.settings import IndexSettings

    settings, known = IndexSettings.read(), register.load()
    for source_id in source_ids or []:
        if source_id not in known.entries:
            raise Failure(f"there is no source {source_id}; see: aln sources list", UNUSABLE)
    languages = ("en", "cy") if lang == "both" else (lang,)
    with progress.bars(quiet=as_json) as report, closing(Site(settings.legislation_url)) as site:
        batch = official.fetch(settings.home, official.chosen(known, source_ids or []), languages, site, report)
        # Also when nothing changed: the index is then the same, unless an earlier one was never finished.
        manifest = build(settings.home, settings.embedder(), report) if batch.fetched else None
    if as_json:
        texts = [
            {
                "id": f.source_id,
                "language": f.language,
                "address": f.address,
                "unchanged": f.taken is None,
                "passages": f.taken and f.taken.passages,
                "warnings": list(f.taken.warnings) if f.taken else [],
            }
            for f in batch.fetched
        ]
        version = manifest and manifest.corpus_version
        print(json.dumps({"corpus_version": version, "fetched": texts, "failed": list(batch.failed)}))
    else:
        for f in batch.fetched:
            print(f"{f.source_id} ({f.language}): {f'{f.taken.passages} passages' if f.taken else 'unchanged'}")
            _warn(f.taken.warnings if f.taken else ())
        if manifest:
            print(f"Index {manifest.corpus_version}: {manifest.passages} passages of {manifest.sources} sources.")
    if batch.failed:
        raise Failure("not fetched: " + "; ".join(batch.failed), FAILED)


@sources.command()
def remove(source_id: str) -> None:
    """Take a document off the shelf and make the index anew."""
    from ingestion import progress, shelf
    from ingestion.ingest import build
    from ingestion.settings import IndexSettings

    settings = IndexSettings.read()
    home = settings.home
    if not shelf.remove(home.sources, source_id):
        raise Failure(f"there is no document {source_id} on the shelf", UNUSABLE)
    with progress.bars(quiet=False) as report:
        build(home, settings.embedder(), report)


def _known() -> list[tuple[Source, bool]]:
    """Registered and shelved sources, strongest authority first, and whether each is held; the notes always are."""
    from corpus import notes, register
    from corpus.sources import authority
    from ingestion import shelf
    from ingestion.settings import IndexSettings

    shelved = list(shelf.documents(IndexSettings.read().home.sources))
    held = {document.source.id: document.source for document in reversed(shelved)}
    known = {source.id: source for source in register.load().sources} | held
    ordered = sorted(known.values(), key=lambda s: (authority(s.kind), s.id))
    return [(s, s.id in held or s.id == notes.SOURCE_ID) for s in ordered]


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


notes = application()


@notes.callback()
def _notes() -> None:
    """The practice notes: are they sound?"""


@notes.command()
def lint(
    originals: Annotated[
        Path | None, typer.Option(help="Folder with the originals; default: ALN_ORIGINALS, else the shelf.")
    ] = None,
) -> None:
    """Check that every provision that a note cites exists, where the Act or the Regulations are at hand."""
    from ingestion import notes_lint
    from ingestion.settings import IndexSettings

    folder = originals or (Path(os.environ["ALN_ORIGINALS"]) if os.environ.get("ALN_ORIGINALS") else None)
    report = notes_lint.lint(folder, IndexSettings.read().home)
    for finding in report.findings:
        print(finding)
    print(report.summary)
    if report.findings:
        raise typer.Exit(FAILED)
