"""The dense arm: passage vectors in a Chroma collection inside a snapshot."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from ingestion.embedding import Vectors

_COLLECTION = "passages"
_BATCH = 2000


class VectorStore:
    """A Chroma collection of unit vectors; similarity is the cosine.

    Chroma writes to its files on opening, so a folder that cannot be written to is read from a copy.
    """

    def __init__(self, folder: Path) -> None:
        import chromadb
        from chromadb.config import Settings

        self._copy = (
            None if os.access(folder, os.W_OK) or not folder.exists() else Path(tempfile.mkdtemp(prefix="aln-chroma-"))
        )
        if self._copy:
            folder = shutil.copytree(folder, self._copy, dirs_exist_ok=True)
        settings = Settings(anonymized_telemetry=False, is_persistent=True)
        self._client: Any = chromadb.PersistentClient(path=str(folder), settings=settings)
        self._collection: Any = self._client.get_or_create_collection(
            _COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200}},
        )

    def add(self, ids: Sequence[str], source_ids: Sequence[str], vectors: Vectors) -> None:
        for start in range(0, len(ids), _BATCH):
            part = slice(start, start + _BATCH)
            self._collection.add(
                ids=list(ids[part]),
                embeddings=vectors[part],
                metadatas=[{"source_id": source_id} for source_id in source_ids[part]],
            )

    def nearest(self, vector: Vectors, depth: int, source_ids: Sequence[str] | None = None) -> dict[str, float]:
        """Ids with their cosine, best first; within ``source_ids`` when given."""
        answer = self._collection.query(
            query_embeddings=vector[np.newaxis, :],
            n_results=max(1, min(depth, self.count())),
            where=None if source_ids is None else {"source_id": {"$in": list(source_ids)}},
            include=["distances"],
        )
        distances = answer["distances"] or [[]]
        return {id_: 1.0 - distance for id_, distance in zip(answer["ids"][0], distances[0], strict=True)}

    def vectors(self, ids: Sequence[str]) -> dict[str, Vectors]:
        rows = self._collection.get(ids=list(ids), include=["embeddings"])
        found = np.asarray(rows["embeddings"], dtype=np.float32)
        return dict(zip(rows["ids"], found, strict=True))

    def count(self) -> int:
        return int(self._collection.count())

    def close(self) -> None:
        self._client.close()
        if self._copy:
            shutil.rmtree(self._copy, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
