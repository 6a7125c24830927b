from pathlib import Path

import numpy as np
import pytest

from ingestion.embedding import SentenceTransformerEmbedder, VectorCache
from ingestion.errors import IngestionError
from tests.fakes import HashingEmbedder


def test_no_text_is_embedded_twice(tmp_path: Path) -> None:
    embedder = HashingEmbedder()
    first = VectorCache(tmp_path / "v.db").embed(embedder, ["one", "two", "one"])
    again = VectorCache(tmp_path / "v.db").embed(embedder, ["two", "one", "three"])
    assert sorted(embedder.embedded) == ["one", "three", "two"]
    assert np.array_equal(first[0], again[1])


def test_another_model_has_its_own_vectors(tmp_path: Path) -> None:
    VectorCache(tmp_path / "v.db").embed(HashingEmbedder(), ["one"])
    other = HashingEmbedder(model="other")
    VectorCache(tmp_path / "v.db").embed(other, ["one"])
    assert other.embedded == ["one"]


def test_the_bundled_model_embeds_offline_to_unit_length() -> None:
    near, far, question = SentenceTransformerEmbedder().embed(
        [
            "A school has 35 school days to decide.",
            "Bake the cake for an hour.",
            "How long may a school take to decide?",
        ]
    )
    assert np.linalg.norm(near) == pytest.approx(1.0, abs=1e-5)
    assert question @ near > question @ far


def test_a_model_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(IngestionError, match="cannot be loaded"):
        SentenceTransformerEmbedder(str(tmp_path / "nothing")).embed(["x"])
