"""The shelf: documents that were ingested, kept in ``ALN_HOME/sources/<id>/`` with what is known of them.

The Welsh text of a source stands in ``<id>.cy/`` beside its English one.
"""

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
    target = folder / _place(source)
    staged = folder / f".{target.name}"
    try:
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir(parents=True)
        shutil.copyfile(file, staged / file.name)
        atomic.write_text(staged / _ABOUT, json.dumps(asdict(source), indent=1))
        shutil.rmtree(target, ignore_errors=True)
        staged.rename(target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _place(source: Source) -> str:
    return source.id if source.language == "en" else f"{source.id}.{source.language}"


def held(folder: Path, source: Source) -> Path | None:
    """The file that holds the text of ``source`` in its language. Raises IngestionError when it is damaged."""
    place = folder / _place(source)
    return _read(place).file if place.is_dir() else None


def documents(folder: Path) -> Iterator[Shelved]:
    """Every document on the shelf, by id. Raises IngestionError naming one that is damaged."""
    for place in sorted(folder.glob("*/")) if folder.is_dir() else ():
        if not place.name.startswith("."):
            yield _read(place)


def remove(folder: Path, source_id: str) -> bool:
    """Take a document off the shelf, in every language; False when there is none of that id."""
    if not source_id or "/" in source_id or source_id.startswith("."):
        return False
    places = [place for place in (folder / source_id, folder / f"{source_id}.cy") if place.is_dir()]
    for place in places:
        shutil.rmtree(place)
    return bool(places)


def _read(place: Path) -> Shelved:
    try:
        about = json.loads((place / _ABOUT).read_text("utf-8"))
        source = Source(**{**about, "kind": Kind(about["kind"])})
        (file,) = (f for f in place.iterdir() if f.name != _ABOUT)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IngestionError(f"{place}: damaged; remove it with: aln sources remove {place.name}") from error
    return Shelved(source, file)
