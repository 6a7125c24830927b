"""The live pipeline: follows the index pointer, and closes a snapshot after its last question."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Lock

from assistant import bootstrap
from assistant.pipeline import Pipeline
from assistant.settings import Settings
from ingestion.errors import IngestionError
from ingestion.index import Index


@dataclass(slots=True)
class _Open:
    pipeline: Pipeline
    users: int = 0
    retired: bool = False


@dataclass
class Live:
    """One pipeline a process, opened at the first question and again whenever an ingest has flipped the pointer."""

    settings: Settings
    _now: _Open | None = None
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def pipeline(self) -> Iterator[Pipeline]:
        """The pipeline over the live index, kept open while in use. Raises IndexMissing or IndexCorrupt."""
        with self._lock:
            opened = self._current()
            opened.users += 1
        try:
            yield opened.pipeline
        finally:
            with self._lock:
                opened.users -= 1
                _close_if_done(opened)

    def warm(self) -> None:
        """Open the index and load the model before anyone asks; without an index there is nothing to do yet."""
        with suppress(IngestionError), self.pipeline() as pipeline:
            pipeline.retriever.embedder.embed(["warm"])

    def _current(self) -> _Open:
        version = Index.live_version(self.settings.home)
        if self._now and self._now.pipeline.retriever.index.version == version:
            return self._now
        fresh = _Open(bootstrap.pipeline(self.settings))
        if self._now:
            self._now.retired = True
            _close_if_done(self._now)
        self._now = fresh
        return fresh

    def close(self) -> None:
        with self._lock:
            if self._now:
                self._now.retired = True
                _close_if_done(self._now)
                self._now = None


def _close_if_done(opened: _Open) -> None:
    if opened.retired and opened.users == 0:
        opened.pipeline.retriever.index.close()
