"""Pipelines to ask: over the shipped notes, and over notes with a sample Act and a sample FAQ beside them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.bootstrap import Parts
from assistant.pipeline import Pipeline
from corpus.sources import Kind
from ingestion.describing import Description
from ingestion.embedding import SentenceTransformerEmbedder
from ingestion.home import Home
from ingestion.index import Index
from ingestion.ingest import add, build
from tests.fakes import HashingEmbedder

LAW = Path(__file__).parent / "law"
SAMPLES = Path(__file__).parent / "samples"
WILLING = Parts(refusal=False)


@pytest.fixture(scope="session")
def noted(index: Index, embedder: HashingEmbedder) -> Pipeline:
    """Over the shipped notes alone."""
    return bootstrap.over(index, embedder, WILLING)


@pytest.fixture(scope="session")
def lawful(tmp_path_factory: pytest.TempPathFactory, embedder: HashingEmbedder) -> Iterator[Pipeline]:
    """Over the shipped notes, a sample Act and a sample FAQ."""
    home = Home(tmp_path_factory.mktemp("lawful"))
    for file in SAMPLES.iterdir():
        add(home, file, Description())
    build(home, embedder, lambda phase, done, total: None)
    with Index.live(home) as index:
        yield bootstrap.over(index, embedder, WILLING)


@pytest.fixture(scope="session")
def orchards(tmp_path_factory: pytest.TempPathFactory, embedder: HashingEmbedder) -> Iterator[Pipeline]:
    """Over the shipped notes and an invented Act whose sections refer to each other."""
    home = Home(tmp_path_factory.mktemp("orchards"))
    add(home, LAW / "asc-2031-5.md", Description(kind=Kind.ACT, title="asc 2031 5"))
    build(home, embedder, lambda phase, done, total: None)
    with Index.live(home) as index:
        yield bootstrap.over(index, embedder, WILLING)


@pytest.fixture(scope="session")
def real(real_home: Home) -> Iterator[Pipeline]:
    """As it is shipped: notes, model and calibration."""
    with Index.live(real_home) as index:
        yield bootstrap.over(index, SentenceTransformerEmbedder())
