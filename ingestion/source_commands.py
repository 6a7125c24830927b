"""The commands on sources: `aln sources list`, `show`, `fetch`, `conflicts` and `remove`."""

import json
from contextlib import closing
from typing import Annotated, Literal

import typer

from corpus.sources import Source
from ingestion.commands import Json, warn
from ingestion.terminal import FAILED, UNUSABLE, Failure, application

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
            warn(f.taken.warnings if f.taken else ())
        if manifest:
            print(f"Index {manifest.corpus_version}: {manifest.passages} passages of {manifest.sources} sources.")
    if batch.failed:
        raise Failure("not fetched: " + "; ".join(batch.failed), FAILED)


@sources.command()
def conflicts(
    matter: Annotated[str | None, typer.Argument(help="One matter, such as C07; none: all of them.")] = None,
    lang: Annotated[Literal["en", "cy"], typer.Option(help="English or Welsh.")] = "en",
    as_json: Json = False,
) -> None:
    """On what dated documents disagree: who said what and when, and what holds today."""
    from ingestion import showing

    found = [m for m in showing.matters(lang) if matter in (None, m["id"])]
    if not found:
        raise Failure(f"there is no matter {matter}; see: aln sources conflicts", UNUSABLE)
    if as_json:
        print(json.dumps({"matters": found}, ensure_ascii=False))
        return
    for one in found:
        print("\n".join(showing.told(one, lang)))


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
