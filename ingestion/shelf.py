"""The shelf: documents that were ingested, kept in ``ALN_HOME/sources/<id>/`` with what is known of them."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.sources import Kind, Source
from ingestion import atomic
from ingestion.errors import IngestionError

_ABOUT = "source.json"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document on the shelf: its source and the file that holds its text."""

    source: Source
    file: Path


def put(folder: Path, source: Source, file: Path) -> None:
    """Copy ``file`` onto the shelf, in place of an earlier copy of the same source, in one step."""
    staged, target = folder / f".{source.id}", folder / source.id
    try:
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir(parents=True)
        shutil.copyfile(file, staged / file.name)
        atomic.write_text(staged / _ABOUT, json.dumps(asdict(source), indent=1))
        shutil.rmtree(target, ignore_errors=True)
        staged.rename(target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def documents(folder: Path) -> Iterator[Shelved]:
    """Every document on the shelf, by id. Raises IngestionError naming one that is damaged."""
    for place in sorted(folder.glob("*/")) if folder.is_dir() else ():
        if not place.name.startswith("."):
            yield _read(place)


def remove(folder: Path, source_id: str) -> bool:
    """Take a document off the shelf; False when there is none of that id."""
    place = folder / source_id
    if not source_id or "/" in source_id or source_id.startswith(".") or not place.is_dir():
        return False
    shutil.rmtree(place)
    return True


def _read(place: Path) -> Shelved:
    try:
        about = json.loads((place / _ABOUT).read_text("utf-8"))
        source = Source(**{**about, "kind": Kind(about["kind"])})
        (file,) = (f for f in place.iterdir() if f.name != _ABOUT)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IngestionError(f"{place}: damaged; remove it with: aln sources remove {place.name}") from error
    return Shelved(source, file)
