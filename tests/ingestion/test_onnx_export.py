import sys
from pathlib import Path

import numpy as np
import pytest

from ingestion import onnx_export
from ingestion.embedding import BUNDLED, SentenceTransformerEmbedder

QUESTION = "How long does a school have to decide?"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    SentenceTransformerEmbedder(BUNDLED, folder).embed([QUESTION])
    return folder


def test_the_export_gives_the_vectors_of_the_original(models: Path) -> None:
    (original,) = SentenceTransformerEmbedder().embed([QUESTION])
    exported = onnx_export.load(models, BUNDLED)
    assert exported is not None
    assert float(exported(QUESTION) @ original) == pytest.approx(1.0, abs=1e-4)


def test_a_question_is_embedded_without_the_original(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    (vector,) = SentenceTransformerEmbedder(BUNDLED, models).embed([QUESTION])
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)


def test_a_long_text_is_cut_as_the_original_cuts_it(models: Path) -> None:
    text = "The local authority must decide. " * 200
    exported = onnx_export.load(models, BUNDLED)
    assert exported is not None
    assert float(exported(text) @ SentenceTransformerEmbedder().embed([text])[0]) == pytest.approx(1.0, abs=1e-4)


def test_without_an_export_there_is_none_to_load(tmp_path: Path) -> None:
    assert onnx_export.load(tmp_path, BUNDLED) is None


def test_a_damaged_export_is_none(tmp_path: Path) -> None:
    folder = onnx_export.folder_of(tmp_path, BUNDLED)
    folder.mkdir(parents=True)
    (folder / "export.json").write_text("{")
    assert onnx_export.load(tmp_path, BUNDLED) is None
