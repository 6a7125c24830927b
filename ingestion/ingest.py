"""From files to a live snapshot: describe, parse, shelve, index."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import notes, register
from corpus.errors import CorpusError
from corpus.passages import Passage
from corpus.sources import Kind, Source
from ingestion import shelf, snapshot
from ingestion.embedding import Embedder
from ingestion.errors import IngestionError
from ingestion.home import Home
from ingestion.manifest import Manifest
from ingestion.parsing import parse
from ingestion.parsing.errors import ParseError
from ingestion.parsing.text import read_text
from ingestion.snapshot import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the person who ingests a document says of it; a registered document needs none of it."""

    kind: Kind | None = None
    title: str | None = None
    area: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """A file that was taken in, and the number of passages it gave."""

    source: Source
    passages: int


def files_in(path: Path) -> list[Path]:
    """The file itself, or every file below a folder that is not hidden. Raises IngestionError when there is none."""
    if not path.exists():
        raise IngestionError(f"{path}: there is no such file or folder")
    if path.is_file():
        return [path]
    found = sorted(f for f in path.rglob("*") if f.is_file() and not _hidden(f.relative_to(path)))
    if not found:
        raise IngestionError(f"{path}: the folder holds no files")
    return found


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def add(home: Home, file: Path, description: Description) -> Ingested:
    """Parse ``file`` and put it on the shelf; the index follows with ``build``. Raises IngestionError."""
    if not file.name.isprintable() or not (description.title or "x").isprintable():
        raise IngestionError(f"{file.name!r}: the name or title holds characters that cannot be written")
    source = describe(file, description)
    try:
        passages = parse(read_text(file), source, name=file.name)
    except (ParseError, CorpusError) as error:
        raise IngestionError(str(error)) from error
    except OSError as error:
        raise IngestionError(f"{file}: {(error.strerror or 'cannot be read').lower()}") from error
    if not passages:
        raise IngestionError(f"{file}: no text was found in it")
    try:
        shelf.put(home.sources, source, file)
    except OSError as error:
        raise IngestionError(
            f"{home.sources}: {(error.strerror or str(error)).lower()}; nothing was changed"
        ) from error
    return Ingested(source=source, passages=len(passages))


def recognised(file: Path) -> bool:
    """Whether the file is that of a registered source."""
    return file.is_file() and register.load().recognise(file.name) is not None


def describe(file: Path, description: Description) -> Source:
    """The registered source that the file is, as amended by the description; or a new one made from it."""
    known = register.load().recognise(file.name)
    given = {
        "kind": description.kind,
        "title": description.title,
        "area": description.area and "-".join(description.area.lower().split()),
        "published": description.date,
        "url": description.url,
    }
    said = {key: value for key, value in given.items() if value is not None}
    title = description.title or file.stem.replace("_", " ").replace("-", " ")
    try:
        base = known or Source(id=_slug(description.title or file.stem), title=title, kind=Kind.LOCAL_GUIDANCE)
        return replace(base, **said)  # type: ignore[arg-type]
    except CorpusError as error:
        raise IngestionError(f"{file}: {error}") from error


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or "document"
    return f"{slug}-document" if slug in register.load().entries else slug


def build(home: Home, embedder: Embedder, report: Report) -> Manifest:
    """Index the practice notes and all that is on the shelf, and make that the live snapshot."""
    sources, passages = corpus_of(home)
    return snapshot.build(home, sources, passages, embedder, report)


def corpus_of(home: Home) -> tuple[list[Source], list[Passage]]:
    """The sources and passages that the next snapshot will hold."""
    sources, passages = list[Source](), list[Passage]()
    for source, its in [_notes(), *_shelved(home)]:
        sources.append(source)
        passages.extend(its)
    return sources, passages


def _notes() -> tuple[Source, Sequence[Passage]]:
    entry = register.load().entries[notes.SOURCE_ID].source
    loaded = notes.load()
    return replace(entry, published=max(note.as_at for note in loaded).isoformat()), [n.passage for n in loaded]


def _shelved(home: Home) -> Iterable[tuple[Source, Sequence[Passage]]]:
    for document in shelf.documents(home.sources):
        try:
            yield document.source, parse(read_text(document.file), document.source, name=document.file.name)
        except (ParseError, CorpusError, OSError) as error:
            raise IngestionError(
                f"{document.source.id}: {error}; remove it with: aln sources remove {document.source.id}"
            ) from error
