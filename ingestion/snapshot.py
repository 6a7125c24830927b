"""Snapshots: immutable index folders, built beside the live one, and the pointer that flips between them.

``index/<corpus_version>/`` holds ``passages.db``, ``chroma/``, ``bm25/``, ``texts.npy`` (vectors of what a passage
says and what it answers), ``moments.npz``, ``words.json`` and, written last, ``manifest.json``.
"""

import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

import numpy as np

from corpus import glossary
from corpus.passages import Passage
from corpus.sources import Kind, Source
from ingestion import atomic, passage_store, vocabulary
from ingestion.embedding import Embedder, VectorCache
from ingestion.errors import IndexCorrupt, IndexMissing, IngestionError
from ingestion.home import Home
from ingestion.manifest import FORMAT, Manifest
from ingestion.sparse import SparseIndex

KEPT = 3
Report = Callable[[str, int, int], None]


def build(
    home: Home, sources: Sequence[Source], passages: Sequence[Passage], embedder: Embedder, report: Report
) -> Manifest:
    """Index ``passages`` and make them the live snapshot; on any failure the live one stays as it was.

    Raises IngestionError when another ingest is running or the disk cannot take it.
    """
    with _locked(home), _disk_errors():
        version = _version(sources, passages, embedder.model)
        with suppress(IndexMissing, IndexCorrupt):
            known = _sound(home.index / version)
            _flip(home, version)
            return known
        staged = home.index / f".building-{os.getpid()}"
        staged.mkdir()
        try:
            written = _write(staged, home, version, sources, passages, embedder, report)
            target = home.index / version
            shutil.rmtree(target, ignore_errors=True)
            staged.rename(target)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
        _flip(home, version)
        return written


def _sound(folder: Path) -> Manifest:
    """The manifest of a snapshot that can be read. Raises IndexMissing or IndexCorrupt."""
    from ingestion.index import Index

    with Index(folder) as index:
        return index.manifest


def _write(
    folder: Path,
    home: Home,
    version: str,
    sources: Sequence[Source],
    passages: Sequence[Passage],
    embedder: Embedder,
    report: Report,
) -> Manifest:
    from ingestion.chroma import VectorStore

    spelt_out = glossary.load().spelt_out
    by_id = {source.id: source for source in sources}
    indexed = [indexed_text(by_id[p.source_id], p) for p in passages]
    parts = [_parts(p) for p in passages]
    embedded = [spelt_out(embedded_text(by_id[p.source_id], p), p.language) for p in passages]
    texts = [
        *embedded,
        *(spelt_out(text, p.language) for p, part in zip(passages, parts, strict=True) for text in part),
    ]
    vectors = VectorCache(home.vectors).embed(embedder, texts, lambda done, total: report("embedding", done, total))
    dense, fine = vectors[: len(passages)], vectors[len(passages) :]
    report("writing", 0, 1)
    passage_store.write(folder / "passages.db", sources, passages)
    SparseIndex.build(indexed, [p.language for p in passages], folder / "bm25")
    with VectorStore(folder / "chroma") as store:
        store.add([p.id for p in passages], [p.source_id for p in passages], dense)
    (folder / "words.json").write_text(json.dumps(vocabulary.counted(passages, indexed), ensure_ascii=False), "utf-8")
    np.save(folder / "texts.npy", fine)
    starts = np.cumsum([0, *(len(part) for part in parts)])
    np.savez(
        folder / "moments.npz",
        starts=starts,
        dense_mean=dense.mean(axis=0),
        dense_cov=np.cov(dense, rowvar=False, bias=True),
        fine_mean=fine.mean(axis=0),
        fine_cov=np.cov(fine, rowvar=False, bias=True),
    )
    files = {
        f.relative_to(folder).as_posix(): f.stat().st_size for f in sorted(folder.rglob("*")) if _stable(f, folder)
    }
    whole = Manifest(
        corpus_version=version,
        format=FORMAT,
        embedding_model=embedder.model,
        passages=len(passages),
        sources=len(sources),
        files=files,
    )
    atomic.write_text(folder / "manifest.json", json.dumps(asdict(whole), indent=1))
    report("writing", 1, 1)
    return whole


def _stable(path: Path, folder: Path) -> bool:
    return path.is_file() and path.relative_to(folder).parts[0] != "chroma"


def indexed_text(source: Source, passage: Passage) -> str:
    """What the sparse arm searches: title, headings and all wordings with the text; they tell passages apart."""
    return "\n".join([*_place(source, passage), *passage.questions, passage.text])


def embedded_text(source: Source, passage: Passage) -> str:
    """What the dense arm searches: the place and the first question with the text; other wordings have their own vectors."""
    return "\n".join([*_place(source, passage), *passage.questions[:1], passage.text])


def _place(source: Source, passage: Passage) -> list[str]:
    title = [] if source.kind is Kind.NOTE else [source.title, passage.label]
    return [*title, *passage.headings]


def _parts(passage: Passage) -> list[str]:
    """What a passage answers, what it says, unit by unit, then what each unit answers: the order of its rows in ``texts.npy``."""
    said = (passage.with_opening(index) for index in range(len(passage.units)))
    return [*passage.questions, *said, *(question for unit in passage.units for question in unit.asked)]


def _version(sources: Sequence[Source], passages: Sequence[Passage], model: str) -> str:
    digest = hashlib.sha256(f"{FORMAT}\0{model}".encode())
    for source in sources:
        digest.update(json.dumps(asdict(source)).encode())
    for passage in passages:
        digest.update(passage_store.dump(passage).encode())
    return digest.hexdigest()[:12]


def _flip(home: Home, version: str) -> None:
    atomic.write_text(home.current, version + "\n")
    snapshots = sorted(
        (f for f in home.index.iterdir() if f.is_dir() and not f.name.startswith(".")),
        key=lambda f: (f.name == version, f.stat().st_mtime),
        reverse=True,
    )
    for folder in snapshots[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(home: Home) -> Iterator[None]:
    """One ingest at a time; the lock goes with the process, and what a killed one left behind is cleared."""
    with _disk_errors():
        home.index.mkdir(parents=True, exist_ok=True)
        lock = (home.index / ".lock").open("w")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise IngestionError("another ingest is running; wait for it to finish") from None
        for left in home.index.glob(".building-*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


@contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise IngestionError(
            f"{error.filename or 'the index'}: {(error.strerror or str(error)).lower()}; nothing was changed"
        ) from error
    except sqlite3.Error as error:
        raise IngestionError(f"the index could not be written ({error}); nothing was changed") from error
