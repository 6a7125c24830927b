"""Where data lives: the folders below ``ALN_HOME``."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """``sources/`` holds the ingested documents, ``index/`` the snapshots, ``models/`` and ``cache/`` what can be made again."""

    root: Path

    @property
    def sources(self) -> Path:
        return self.root / "sources"

    @property
    def index(self) -> Path:
        return self.root / "index"

    @property
    def current(self) -> Path:
        """The file that names the live snapshot."""
        return self.index / "CURRENT"

    @property
    def models(self) -> Path:
        """The embedding models' exports to ONNX."""
        return self.root / "models"

    @property
    def vectors(self) -> Path:
        return self.root / "cache" / "vectors.db"
