"""Systems: the index of the shipped corpus, and the named configurations that are compared on it."""

import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from assistant import bootstrap
from assistant.bootstrap import SHIPPED, Parts
from assistant.pipeline import Pipeline
from evals.topics import DATA
from ingestion import ingest, shelf
from ingestion.choosing import choose
from ingestion.describing import Description, recognised
from ingestion.embedding import Embedder, SentenceTransformerEmbedder, Vectors
from ingestion.home import Home
from ingestion.index import Index
from ingestion.settings import IndexSettings
from ingestion.snapshot import Report

FULL = "full"
EVERY = "all"
ANSWERING = "hybrid+authority"
# The whole as it is shipped, and with another fusion; then the ladder that leads to it: the sum of the arms alone, and
# authority, dates and area in its ranking. What is left is the refusal for want of support.
SYSTEMS: dict[str, Parts] = {
    FULL: SHIPPED,
    "dense": Parts(fusion="dense"),
    "sparse": Parts(fusion="sparse"),
    "rrf": Parts(fusion="rrf"),
    "hybrid": Parts(authority=False, refusal=False),
    ANSWERING: Parts(refusal=False),
}
PLANTED = DATA / "planted"


class Remembering:
    """An embedder that embeds no text twice: several systems ask the same questions of one model."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, Vectors] = {}

    @property
    def model(self) -> str:
        return self._embedder.model

    def embed(self, texts: Sequence[str]) -> Vectors:
        if len(texts) != 1:
            return self._embedder.embed(texts)
        if texts[0] not in self._known:
            self._known[texts[0]] = self._embedder.embed(texts)
        return self._known[texts[0]]


@contextmanager
def index(embedder: Embedder, report: Report, documents: Path | None = None) -> Iterator[Index]:
    """An index of the shipped corpus, and of the registered or planted documents in a folder when one is given."""
    with home(documents) as its:
        found = sorted(documents.rglob("*")) if documents else ()
        files = [file for file in found if recognised(file) or file.parent == PLANTED]
        for file in choose(files, Description()).taken:
            ingest.add(its, file, Description())
        manifest = ingest.build(its, embedder, report)
        opened = Index(its.index / manifest.corpus_version)
    with opened:
        yield opened


@contextmanager
def home(documents: Path | None) -> Iterator[Home]:
    """The emptied home of such an index, for one process at a time; every home has one cache of vectors."""
    kind = "notes" if documents is None else "planted" if documents == PLANTED else "originals"
    its = Home(_root() / kind)
    its.root.mkdir(parents=True, exist_ok=True)
    with (its.root / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        share_vectors(its)
        for document in list(shelf.documents(its.sources)):
            shelf.remove(its.sources, document.source.id)
        yield its


def share_vectors(its: Home) -> None:
    """Let a home use the one cache of vectors, so that no text is embedded again."""
    kept = Home(_root()).vectors.parent
    if not its.vectors.parent.exists():
        kept.mkdir(parents=True, exist_ok=True)
        its.vectors.parent.symlink_to(kept)


def _root() -> Path:
    return Path(platformdirs.user_cache_dir("aln-assistant")) / "evals"


def embedder() -> Embedder:
    """The model of the settings; its export lies beside the cached vectors."""
    return SentenceTransformerEmbedder(IndexSettings.read().embedding_model, Home(_root()).models)


def pipeline(index_: Index, embedder_: Embedder, name: str = FULL) -> Pipeline:
    return bootstrap.over(index_, embedder_, SYSTEMS[name])
