"""A passage: the unit of retrieval and citation, made of units that can each be quoted."""

from dataclasses import dataclass

from corpus.doubts import Doubt
from corpus.duties import Bearer, Force
from corpus.errors import CorpusError
from corpus.legislation import Currency, Definition, Reference
from corpus.provisions import Provision
from corpus.spans import Span

__all__ = ["Hit", "Passage", "Span", "Unit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The smallest part of a passage that is quoted: a note's line, a sentence, a paragraph of a list.

    ``span`` is in the passage's text. ``opening`` is the index of the unit that holds the opening words of
    the list in which this one stands. ``secondary`` holds those of ``provisions`` that are known only as others cite them.
    ``references`` have their spans in the passage's text too; ``defines`` are the terms that the unit gives a meaning.
    ``asked`` are questions that this unit answers; they are searched but not quoted.
    """

    span: Span
    provisions: tuple[Provision, ...] = ()
    secondary: frozenset[str] = frozenset()
    force: Force | None = None
    bearer: Bearer | None = None
    limit: str | None = None
    opening: int | None = None
    references: tuple[Reference, ...] = ()
    defines: tuple[Definition, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def read(self) -> str:
        """``secondary`` when any provision was not read by the author, else ``primary``."""
        return "secondary" if self.secondary else "primary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of one source that never crosses the source's own structure.

    ``span`` is the passage's place in the source's text. ``questions`` are the wordings that it answers
    (a note's question and other wordings, an FAQ's question); they are searched but not quoted. ``as_at`` is
    the ISO date at which a note was right; any other passage has its source's date. ``divisions`` are the Part, Chapter or
    Schedule in which a provision stands, the widest first; ``currency`` and ``annotations``
    (the editors' notes, which are no part of the text) are what a text of legislation says of itself. ``doubts`` are why a note
    is to be read again.
    """

    id: str
    source_id: str
    label: str
    text: str
    units: tuple[Unit, ...]
    span: Span
    headings: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    provision: Provision | None = None
    language: str = "en"
    as_at: str | None = None
    divisions: tuple[Provision, ...] = ()
    currency: Currency | None = None
    annotations: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise CorpusError(f"passage {self.id}: the text is empty")
        if not self.id.startswith(f"{self.source_id}/"):
            raise CorpusError(f"passage {self.id} is not named after its source {self.source_id}")
        for index, unit in enumerate(self.units):
            if unit.span.end > len(self.text) or not unit.span.of(self.text).strip():
                raise CorpusError(f"passage {self.id}: unit {index} lies outside the text")
            if unit.opening is not None and not 0 <= unit.opening < index:
                raise CorpusError(f"passage {self.id}: unit {index} has no opening words before it")

    def quote(self, index: int) -> str:
        return self.units[index].span.of(self.text)

    def with_opening(self, index: int) -> str:
        """The unit as it can be understood alone: behind the opening words of its list."""
        opening = self.units[index].opening
        return self.quote(index) if opening is None else f"{self.with_opening(opening)} {self.quote(index)}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage at a rank (1 is best) with the score of the system that ranked it."""

    passage: Passage
    rank: int
    score: float
