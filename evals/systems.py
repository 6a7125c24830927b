"""Systems: the index of the shipped corpus, and the named configurations that are compared on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from assistant import bootstrap
from assistant.fusion import FUSIONS
from assistant.pipeline import Pipeline
from ingestion import ingest, shelf
from ingestion.embedding import Embedder
from ingestion.home import Home
from ingestion.index import Index
from ingestion.settings import IndexSettings
from ingestion.snapshot import Report

NAMES = tuple(FUSIONS)
DEFAULT = "sum"


@contextmanager
def index(embedder: Embedder, report: Report, originals: Path | None = None) -> Iterator[Index]:
    """An index of the shipped corpus, and of the registered originals when a folder of them is given."""
    home = Home(Path(platformdirs.user_cache_dir("aln-assistant")) / ("evals-originals" if originals else "evals"))
    for document in list(shelf.documents(home.sources)):
        shelf.remove(home.sources, document.source.id)
    for file in sorted(originals.rglob("*")) if originals else ():
        if ingest.recognised(file):
            ingest.add(home, file, ingest.Description())
    ingest.build(home, embedder, report)
    with Index.live(home) as opened:
        yield opened


def embedder() -> Embedder:
    return IndexSettings.read().embedder()


def pipeline(index_: Index, embedder_: Embedder, name: str = DEFAULT) -> Pipeline:
    return bootstrap.over(index_, embedder_, name)
