"""What is kept while a CLML document is read, and what an element says of its version and state."""

from dataclasses import dataclass, field

from lxml import etree

from corpus.legislation import Currency, Standing
from ingestion.parsing.law.clml_text import Words, words_of
from ingestion.parsing.prose import Prose

_STANDING = {
    "Prospective": Standing.PROSPECTIVE,
    "Repealed": Standing.REPEALED,
    "Discarded": Standing.DISCARDED,
    "Dead": Standing.REPEALED,
}


@dataclass
class Reading:
    """What is true of the whole document: where its reading text has come to, its commentaries and citations.

    ``warnings`` are each a line of the file and what is odd there.
    """

    commentaries: dict[str, str] = field(default_factory=dict)
    footnotes: dict[str, str] = field(default_factory=dict)
    citations: dict[str, str] = field(default_factory=dict)
    warnings: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0

    def prose(self, text: str) -> Prose:
        """The next words of the reading text: spans point into that, since the XML's own text has no such order."""
        start = self.length
        self.length += len(text) + 1
        return Prose(text, ((0, start),), start + len(text))

    def words(self, element: etree._Element) -> Words:
        words = words_of(element, self.footnotes.get)
        self.citations.update(words.citations)
        return words

    def notes(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.commentaries[id_] for id_ in ids if id_ in self.commentaries)

    def warn(self, element: etree._Element, said: str) -> None:
        self.warnings.append((int(str(element.sourceline or 0)), said))


def name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def currency(element: etree._Element, above: Currency | None) -> Currency | None:
    """What ``element`` says of its version and state, and for the rest what stands above it."""
    given = above or Currency()
    standing = _STANDING.get(element.get("Status", ""), given.standing)
    if element.get("Match") == "false":
        standing = standing or Standing.NOT_VALID
    # What never came into force has no version since any day, whatever is so of the Part that it stands in.
    since = None if standing in (Standing.PROSPECTIVE, Standing.DISCARDED) else given.version_from
    here = Currency(
        extent=element.get("RestrictExtent") or given.extent,
        version_from=element.get("RestrictStartDate") or since,
        version_until=element.get("RestrictEndDate") or given.version_until,
        standing=standing,
    )
    return None if here == Currency() else here
