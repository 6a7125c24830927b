"""The manifest of a snapshot: what it holds, whether it is whole, and which one is live."""

import json
from dataclasses import dataclass
from pathlib import Path

from ingestion import atomic
from ingestion.errors import IndexCorrupt, IndexMissing
from ingestion.home import Home

FORMAT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a snapshot holds; ``files`` are sizes in bytes of all but Chroma's own, which change on opening."""

    corpus_version: str
    format: int
    embedding_model: str
    passages: int
    sources: int
    files: dict[str, int]


def read(folder: Path) -> Manifest:
    """The manifest of a complete snapshot. Raises IndexMissing or IndexCorrupt."""
    path = folder / "manifest.json"
    if not folder.is_dir():
        raise IndexMissing(f"there is no snapshot {folder.name}; run: aln ingest")
    try:
        manifest = Manifest(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        raise IndexCorrupt(f"snapshot {folder.name} has no readable manifest; run: aln ingest") from None
    if manifest.format != FORMAT:
        raise IndexCorrupt(f"snapshot {folder.name} was written by another version; run: aln ingest")
    for name, size in manifest.files.items():
        file = folder / name
        if not file.is_file() or file.stat().st_size != size:
            raise IndexCorrupt(f"snapshot {folder.name}: {name} is damaged or missing; run: aln ingest")
    if not (folder / "chroma" / "chroma.sqlite3").is_file():
        raise IndexCorrupt(f"snapshot {folder.name}: chroma/chroma.sqlite3 is missing; run: aln ingest")
    return manifest


def current(home: Home) -> Path:
    """The folder of the live snapshot. Raises IndexMissing when nothing was ingested yet."""
    try:
        version = home.current.read_text("utf-8").strip()
    except FileNotFoundError:
        raise IndexMissing("there is no index yet; run: aln ingest") from None
    return home.index / version


def kept(home: Home) -> list[str]:
    """The versions that can be gone back to, the newest first."""
    found = [f for f in home.index.glob("*/") if not f.name.startswith(".")]
    return [f.name for f in sorted(found, key=lambda f: -f.stat().st_mtime)]


def use(home: Home, version: str) -> Manifest:
    """Make a kept snapshot the live one. Raises IndexMissing or IndexCorrupt, and then nothing has changed."""
    manifest = read(home.index / version)
    atomic.write_text(home.current, version + "\n")
    return manifest
