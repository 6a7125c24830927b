"""Stand-ins at boundaries that are not ours."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ingestion.embedding import Vectors
from ingestion.sparse import words

_DIMENSIONS = 256


@dataclass
class HashingEmbedder:
    """Words hashed into a vector: texts that share words are alike. Counts what it was asked to embed."""

    model: str = "hashing"
    embedded: list[str] = field(default_factory=list)

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.embedded.extend(texts)
        return np.stack([_vector(text) for text in texts])


def _vector(text: str) -> Vectors:
    vector = np.full(_DIMENSIONS, 1e-3, dtype=np.float32)
    for word in words(text):
        vector[zlib.crc32(word.encode()) % _DIMENSIONS] += 1.0
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)
