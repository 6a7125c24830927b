"""What the words of a clause have named so far, against which its next words are read."""

import re
from dataclasses import dataclass, field

from corpus.provisions import Provision
from ingestion.parsing.law import citing, names
from ingestion.parsing.law.instrument import Clause
from ingestion.parsing.law.items import Item
from ingestion.parsing.law.outline import Outline

_AMENDED = re.compile(r"\b(?:is|are) amended\b")


@dataclass
class ClauseReader:
    """Reads one clause's items in order; from the item ``own`` they change another enactment.

    ``bases`` is what an amending item's own words point at, by its index; ``amended`` is the enactment or the provision
    that is said to be amended as follows; ``last`` is the unit of each kind that was named last; ``mentioned`` are the
    instruments that were named so far.
    """

    source_id: str
    outline: Outline
    known: names.Known
    clause: Clause
    own: int
    amends: bool = False
    bases: dict[int, Provision] = field(default_factory=dict)
    last: dict[str, Provision] = field(default_factory=dict)
    mentioned: list[str] = field(default_factory=list)
    named: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    amended: Provision | None = None

    def note(self, at: int, item: Item, near: Provision | None) -> None:
        """What an amending item's paragraphs are about: what its own words name, or else the enactment that is amended."""
        if near and near.source_id != self.source_id:
            self.bases[at] = near
        if _AMENDED.search(item.text):
            whole = next((Provision(id_) for _, id_ in self.mentions(item) if id_), None)
            self.amended = near or whole or self.amended

    def mentions(self, item: Item) -> list[tuple[int, str]]:
        """The instruments that an item names, in full or in brief, each with its place; "" for one whose number is not known."""
        if id(item) not in self.named:
            full = [(name.start, self.known.id_of(name.text) or name.id or "") for name in names.names_in(item.text)]
            brief = [(at, self.known.ids.get(words)) for at, words in citing.briefs_in(item.text)]
            self.named[id(item)] = sorted((at, id_) for at, id_ in (*full, *brief) if id_ is not None)
        return self.named[id(item)]

    def base_of(self, item: Item) -> Provision | None:
        """In an amending clause, the provision of the amended enactment that the item's list is about."""
        opening = item.opening
        while opening is not None:
            if opening in self.bases:
                return self.bases[opening]
            opening = self.clause.items[opening].opening
        return self.amended if self.amended and len(self.amended.steps) > 1 else None
