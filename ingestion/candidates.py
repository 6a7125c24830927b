"""What a search finds, and where it may look."""

from dataclasses import dataclass

from corpus.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage that some arm found, with every arm's score, each standardised over the whole collection.

    ``cosine`` is the question's similarity with what the passage answers or says best; ``units`` are those of its
    units alone, in their order, and ``asked`` those of the likest question that each unit answers (0 where none is known).
    """

    passage: Passage
    dense: float
    sparse: float
    best: float
    cosine: float
    units: tuple[float, ...]
    asked: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where to look: within ``source_ids`` when given, and never at the passages in ``without``."""

    source_ids: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
