"""`aln doctor`: whether everything that an answer needs is there."""

import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass

from assistant.settings import Settings
from corpus import notes, register
from corpus.errors import CorpusError
from ingestion.errors import IngestionError
from ingestion.index import Index


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, and what was seen."""

    what: str
    well: bool
    seen: str


def report(settings: Settings, as_json: bool) -> bool:
    """Print what was found; True when all is well."""
    found = findings(settings)
    if as_json:
        print(
            json.dumps({"well": all(f.well for f in found), "findings": [asdict(f) for f in found]}, ensure_ascii=False)
        )
    else:
        for finding in found:
            print(f"{'ok  ' if finding.well else 'FAIL'}  {finding.what:<16} {finding.seen}")
    return all(finding.well for finding in found)


def findings(settings: Settings) -> list[Finding]:
    checks: list[tuple[str, Callable[[Settings], str]]] = [
        ("home", _home),
        ("register", lambda _: f"{len(register.load().sources)} sources"),
        ("notes", lambda _: f"{len(notes.load())} notes"),
        ("index", _index),
        ("embedding model", _model),
    ]
    return [_finding(what, check, settings) for what, check in checks]


def _finding(what: str, check: Callable[[Settings], str], settings: Settings) -> Finding:
    try:
        return Finding(what, True, check(settings))
    except (IngestionError, CorpusError, OSError, sqlite3.Error) as error:
        return Finding(what, False, " ".join(str(error).split()))


def _home(settings: Settings) -> str:
    root = settings.home.root
    existing = next(folder for folder in (root, *root.parents) if folder.exists())
    if not os.access(existing, os.W_OK):
        raise OSError(f"{root}: cannot be written to; set ALN_HOME to a folder that can")
    return str(root)


def _index(settings: Settings) -> str:
    with Index.live(settings.home) as index:
        manifest = index.manifest
        if manifest.embedding_model != settings.embedding_model:
            raise IngestionError(
                f"made with {manifest.embedding_model}, not {settings.embedding_model}; run: aln ingest"
            )
        return f"{manifest.corpus_version}: {manifest.passages} passages of {manifest.sources} sources"


def _model(settings: Settings) -> str:
    vector = settings.embedder().embed(["additional learning needs"])[0]
    return f"{settings.embedding_model}, {len(vector)} dimensions"
