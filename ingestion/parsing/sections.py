"""Sections: a document's own structural units, each of blocks, before they become passages."""

from dataclasses import dataclass

from corpus.duties import Force
from corpus.legislation import Currency, Definition, Reference
from corpus.provisions import Provision
from ingestion.parsing.prose import Prose

BULLET = "•"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a bullet, a row of a table or one paragraph of a statute's list.

    ``mark`` is printed before it and not quoted. ``opening`` is the index, in its section, of the block that
    introduces the list in which this one stands. A ``whole`` block is one unit; any other is cut into sentences.
    ``references`` have their spans in ``prose``.
    """

    prose: Prose
    mark: str = ""
    opening: int | None = None
    whole: bool = False
    provision: Provision | None = None
    force: Force | None = None
    references: tuple[Reference, ...] = ()
    defines: tuple[Definition, ...] = ()

    @property
    def printed(self) -> str:
        return f"{self.mark} {self.prose.text}" if self.mark else self.prose.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What becomes one passage, or several when it is long. ``path`` follows the source's id in the passage's."""

    path: str
    label: str
    blocks: tuple[Block, ...]
    headings: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    provision: Provision | None = None
    divisions: tuple[Provision, ...] = ()
    currency: Currency | None = None
    annotations: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        return sum(len(block.printed) + 1 for block in self.blocks)
