"""Runs to look at: a few topics really asked of the shipped corpus, and the cache in which evaluations keep their index."""

import shutil
from pathlib import Path

import pytest

from evals import evaluation
from evals.evaluation import Evaluated
from evals.orders import Order
from ingestion.home import Home

SLICE = "local"


@pytest.fixture
def cache(tmp_path: Path, real_home: Home, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, in which the vectors of the notes are known already."""
    home = Home(tmp_path / "cache" / "aln-assistant" / "evals")
    home.vectors.parent.mkdir(parents=True)
    shutil.copy(real_home.vectors, home.vectors)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return home.root


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory, real_home: Home) -> list[Evaluated]:
    """The whole system and its dense arm on one slice, as `aln eval run` asks them."""
    folder = tmp_path_factory.mktemp("asked")
    home = Home(folder / "aln-assistant" / "evals")
    home.vectors.parent.mkdir(parents=True)
    shutil.copy(real_home.vectors, home.vectors)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        order = Order(systems=("full", "dense"), slices=(SLICE,), runs=folder / "runs")
        return list(evaluation.local(order, lambda *_: None))
