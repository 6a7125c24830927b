"""From files to a live snapshot: describe, parse, shelve, index."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import notes, register
from corpus.errors import CorpusError
from corpus.passages import Passage
from corpus.sources import Source
from ingestion import shelf, snapshot
from ingestion.choosing import is_better
from ingestion.describing import Description, describe
from ingestion.embedding import Embedder
from ingestion.errors import IngestionError
from ingestion.home import Home
from ingestion.manifest import Manifest
from ingestion.parsing import parse, read
from ingestion.parsing.errors import ParseError
from ingestion.parsing.text import read_text
from ingestion.snapshot import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """A file that was taken in, the number of passages it gave, and what to know of how it was read."""

    source: Source
    passages: int
    warnings: tuple[str, ...] = ()


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
    held = shelf.held(home.sources, source)
    if held and is_better(held) and not is_better(file):
        raise IngestionError(
            f"{file}: the text of {source.id} is held in CLML, which is better; first: aln sources remove {source.id}"
        )
    try:
        read_ = read(read_text(file), source, name=file.name)
    except (ParseError, CorpusError) as error:
        raise IngestionError(str(error) if str(error).startswith(str(file)) else f"{file}: {error}") from error
    except OSError as error:
        raise IngestionError(f"{file}: {(error.strerror or 'cannot be read').lower()}") from error
    if not read_.passages:
        raise IngestionError(f"{file}: no text was found in it")
    before = _passages_of(held, source)
    try:
        shelf.put(home.sources, source, file)
    except OSError as error:
        raise IngestionError(
            f"{home.sources}: {(error.strerror or str(error)).lower()}; nothing was changed"
        ) from error
    warnings = (*_shrunk(before, len(read_.passages)), *read_.warnings)
    return Ingested(source=source, passages=len(read_.passages), warnings=warnings)


def _passages_of(held: Path | None, source: Source) -> int:
    """How many passages the text gave that another is about to replace; none when it cannot be read any more."""
    try:
        return len(parse(read_text(held), source, name=held.name)) if held else 0
    except (ParseError, CorpusError, OSError):
        return 0


def _shrunk(before: int, after: int) -> Iterator[str]:
    if 2 * after < before:
        yield f"it replaces a text of {before} passages by one of {after}"


def build(home: Home, embedder: Embedder, report: Report) -> Manifest:
    """Index the practice notes and all that is on the shelf, and make that the live snapshot."""
    sources, passages = corpus_of(home)
    return snapshot.build(home, sources, passages, embedder, report)


def corpus_of(home: Home) -> tuple[list[Source], list[Passage]]:
    """The sources and passages that the next snapshot will hold; a source in both languages is known as in English."""
    sources, passages = dict[str, Source](), list[Passage]()
    shelved = list(_shelved(home))
    for source, its in [_notes(shelved), *shelved]:
        if source.language == "en" or source.id not in sources:
            sources[source.id] = source
        passages.extend(its)
    return list(sources.values()), passages


def _notes(shelved: Iterable[tuple[Source, Sequence[Passage]]]) -> tuple[Source, Sequence[Passage]]:
    """The notes, each with what has overtaken it in the texts on the shelf."""
    from ingestion.checking.confirmed import doubts, recorded
    from ingestion.checking.texts import Texts

    entry = register.load().entries[notes.SOURCE_ID].source
    loaded, texts, record = notes.load(), Texts(shelved), recorded()
    passages = [replace(note.passage, doubts=(*note.passage.doubts, *doubts(note, texts, record))) for note in loaded]
    return replace(entry, published=max(note.as_at for note in loaded).isoformat()), passages


def _shelved(home: Home) -> Iterable[tuple[Source, Sequence[Passage]]]:
    for document in shelf.documents(home.sources):
        try:
            yield document.source, parse(read_text(document.file), document.source, name=document.file.name)
        except (ParseError, CorpusError, OSError) as error:
            raise IngestionError(
                f"{document.source.id}: {error}; remove it with: aln sources remove {document.source.id}"
            ) from error
