"""The index that questions are answered from: one immutable snapshot, opened for reading."""

import itertools
import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from corpus.passages import Passage
from corpus.provisions import Provision
from corpus.sources import Source
from ingestion import manifest
from ingestion.candidates import Candidate, Scope
from ingestion.embedding import Vectors
from ingestion.errors import IndexCorrupt
from ingestion.home import Home
from ingestion.passage_store import PassageStore, phrase, plain
from ingestion.sparse import SparseIndex, words

WHOLE = 3


class Index:
    """Reads one snapshot. Opening raises IndexMissing or IndexCorrupt."""

    def __init__(self, folder: Path) -> None:
        self.manifest = manifest.read(folder)
        try:
            from ingestion.chroma import VectorStore

            self._store = PassageStore(folder / "passages.db")
            self._sparse = SparseIndex.load(folder / "bm25", len(self._store.ids))
            self._words: Mapping[str, Mapping[str, int]] = json.loads((folder / "words.json").read_text("utf-8"))
            self._fine: Vectors = np.load(folder / "texts.npy", mmap_mode="r")
            with np.load(folder / "moments.npz") as moments:
                self._moments: dict[str, NDArray[np.float32]] = dict(moments)
            self._dense = VectorStore(folder / "chroma")  # last: it must be closed again
            complete = self._dense.count() == len(self._store.ids) == self.manifest.passages
        except Exception as error:  # whatever a library makes of damaged files
            raise IndexCorrupt(
                f"snapshot {folder.name} cannot be read ({type(error).__name__}); run: aln ingest"
            ) from error
        if not complete:
            raise IndexCorrupt(f"snapshot {folder.name} is incomplete; run: aln ingest")

    @classmethod
    def live(cls, home: Home) -> "Index":
        return cls(manifest.current(home))

    @staticmethod
    def live_version(home: Home) -> str:
        """The version that the pointer names now. Raises IndexMissing."""
        return manifest.current(home).name

    @property
    def version(self) -> str:
        return self.manifest.corpus_version

    @property
    def sources(self) -> dict[str, tuple[Source, int]]:
        """Each source with the number of its passages."""
        return self._store.sources

    def source_of(self, passage: Passage) -> Source:
        return self._store.sources[passage.source_id][0]

    def passage(self, id_: str) -> Passage | None:
        ordinal = self._store.ordinals.get(id_)
        return None if ordinal is None else self._store.read([ordinal])[0]

    def passages(self) -> list[Passage]:
        """Every passage, in the order of the snapshot."""
        return self._store.all()

    def neighbours(self, id_: str, reach: int) -> tuple[list[Passage], list[Passage]]:
        """Up to ``reach`` passages of the same source before and after the one with this id."""
        at = self._store.ordinals[id_]
        around = [
            range(max(0, at - reach), at),
            range(at + 1, min(len(self._store.ids), at + 1 + reach)),
        ]
        same = [[o for o in ordinals if self._store.source_ids[o] == self._store.source_ids[at]] for ordinals in around]
        return self._store.read(same[0]), self._store.read(same[1])

    def text_of(self, provision: Provision, language: str) -> list[Passage]:
        """The passages of the law's own text that are, hold or stand inside a provision, in one language."""
        standing = self._store.read(self._store.standing_on(provision))
        return [p for p in standing if (p.source_id, p.language) == (provision.source_id, language)]

    def referring_to(self, provision: Provision) -> list[tuple[Passage, int]]:
        """Each unit of legislation whose words point at a provision or at a unit inside it: its passage and its index."""
        return [(self._store.read([ordinal])[0], unit) for ordinal, unit in self._store.referring_to(provision)]

    def headed(self, text: str, scope: Scope) -> list[Passage]:
        """The provisions that stand under a heading that is ``text``."""
        return self._store.read([o for o in self._store.headed(plain(text)) if self._in(o, scope)])

    def in_the_same_words(self, passage: Passage, at: int) -> list[tuple[Passage, int]]:
        """The paragraphs elsewhere in the same text that begin as one of this passage does."""
        words = phrase(passage, at)
        found = [(self._store.read([o])[0], unit) for o, unit in self._store.in_words(words)] if words else []
        own = (passage.source_id, passage.language)
        return [(p, unit) for p, unit in found if p.id != passage.id and (p.source_id, p.language) == own]

    def defining(self, source_id: str, language: str) -> list[tuple[Passage, int]]:
        """Each unit that gives a term its meaning in one text: its passage and its index."""
        return [(self._store.read([o])[0], unit) for o, unit in self._store.defining(source_id, language)]

    def standing_on(self, provision: Provision, scope: Scope) -> list[Passage]:
        """The passages that are, hold or cite the provision; else of the nearest unit around it, short of a whole section."""
        here: Provision | None = provision
        while here is not None:
            found = [o for o in self._store.standing_on(here) if self._in(o, scope)]
            if found:
                return self._store.read(found)
            here = here.container if here.container and len(here.container.steps) > WHOLE else None
        return []

    def holds(self, provision: Provision) -> bool | None:
        """Whether the text of a provision is here; None when its whole instrument is not, so that nobody can tell."""
        if provision.source_id not in self.sources:
            return None
        standing = self._store.standing_on(provision)
        return any(self._store.source_ids[ordinal] == provision.source_id for ordinal in standing)

    def search(self, question: str, vector: Vectors, depth: int, scope: Scope, language: str = "en") -> list[Candidate]:
        """The ``depth`` best of each arm, in no order, each with the scores of both arms and of its best part."""
        if scope.source_ids is not None and not scope.source_ids:
            return []
        spare = depth + len(scope.without)
        sparse = self._sparse.scores(_sought(question, language))
        ordinals = {self._store.ordinals[id_] for id_ in self._dense.nearest(vector, spare, self._sources_in(scope))}
        masked = np.where(self._mask(scope), sparse, 0.0)
        top = np.argpartition(-masked, min(spare, len(masked) - 1))[:spare]
        ordinals |= {int(o) for o in top if masked[o] > 0}
        return self._candidates(sorted(o for o in ordinals if self._in(o, scope)), vector, sparse)

    def candidates(
        self, passages: Sequence[Passage], question: str, vector: Vectors, language: str = "en"
    ) -> list[Candidate]:
        """The given passages, scored as ``search`` scores what it finds."""
        sparse = self._sparse.scores(_sought(question, language))
        return self._candidates([self._store.ordinals[p.id] for p in passages], vector, sparse)

    def vocabulary(self, language: str) -> Mapping[str, int]:
        """The words of all texts in a language, and how often each is used."""
        return self._words.get(language, {})

    def rarities(self, text: str, language: str = "en") -> dict[str, float]:
        """The stemmed words of a text worth matching, each with its inverse document frequency in nats."""
        return {term: self._sparse.rarity(term) for term in words(text, language)}

    @property
    def rarest(self) -> float:
        """The inverse document frequency of a word that no passage holds."""
        return self._sparse.rarity("")

    @staticmethod
    @lru_cache(maxsize=16384)
    def terms(text: str, language: str = "en") -> frozenset[str]:
        """The stemmed words of a text; kept, since the same passages are compared with every question."""
        return frozenset(words(text, language))

    def _candidates(self, ordinals: Sequence[int], vector: Vectors, sparse: NDArray[np.float32]) -> list[Candidate]:
        if not ordinals:
            return []
        passages = self._store.read(ordinals)
        vectors = self._dense.vectors([p.id for p in passages])
        dense, best = self._over_all("dense", vector), self._over_all("fine", vector)
        sparse_mean, sparse_deviation = float(sparse.mean()), float(sparse.std()) or 1.0
        found = []
        for ordinal, passage in zip(ordinals, passages, strict=True):
            start, end = self._moments["starts"][ordinal : ordinal + 2]
            cosines = np.asarray(self._fine[start:end]) @ vector
            found.append(
                Candidate(
                    passage=passage,
                    dense=_standardised(float(vectors[passage.id] @ vector), dense),
                    sparse=(float(sparse[ordinal]) - sparse_mean) / sparse_deviation,
                    best=_standardised(float(cosines.max()), best),
                    cosine=float(cosines.max()),
                    units=tuple(float(c) for c in cosines[len(passage.questions) :][: len(passage.units)]),
                    asked=_asked_of(passage, cosines[len(passage.questions) + len(passage.units) :]),
                )
            )
        return found

    def _over_all(self, what: str, vector: Vectors) -> tuple[float, float]:
        """The mean and the deviation of a question's cosines over the collection, from its first two moments."""
        mean = float(vector @ self._moments[f"{what}_mean"])
        variance = float(vector @ self._moments[f"{what}_cov"] @ vector)
        return mean, math.sqrt(max(variance, 1e-12))

    def _in(self, ordinal: int, scope: Scope) -> bool:
        inside = scope.source_ids is None or self._store.source_ids[ordinal] in scope.source_ids
        return inside and self._store.ids[ordinal] not in scope.without

    def _mask(self, scope: Scope) -> NDArray[np.bool_]:
        if scope.source_ids is None:
            return np.ones(len(self._store.ids), dtype=bool)
        return np.isin(self._store.source_ids, list(scope.source_ids))

    def _sources_in(self, scope: Scope) -> Sequence[str] | None:
        return None if scope.source_ids is None else sorted(scope.source_ids)

    def close(self) -> None:
        self._dense.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _standardised(cosine: float, over_all: tuple[float, float]) -> float:
    """How many deviations a cosine lies above the mean."""
    mean, deviation = over_all
    return (cosine - mean) / deviation


def _asked_of(passage: Passage, cosines: NDArray[np.float32]) -> tuple[float, ...]:
    """The highest of each unit's cosines, which stand in the order of the units; 0 for one without any."""
    if not len(cosines):
        return (0.0,) * len(passage.units)
    ends = np.cumsum([0, *(len(unit.asked) for unit in passage.units)])
    return tuple(float(cosines[a:b].max()) if b > a else 0.0 for a, b in itertools.pairwise(ends))


def _sought(question: str, language: str) -> list[str]:
    """The words to look for: those of a Welsh question also as they would stand in an English text, as names and abbreviations do."""
    terms = words(question, language)
    return terms if language == "en" else [*terms, *(term for term in words(question) if term not in terms)]
