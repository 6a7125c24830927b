"""An instrument as read from either of its forms: its clauses in order, with what stands before and after them."""

import re
from dataclasses import dataclass, field

from corpus.legislation import Currency
from corpus.provisions import Provision
from ingestion.parsing.law.items import Item
from ingestion.parsing.sections import Block

_AMENDS = re.compile(
    r"^(?:Insert|Omit|Substitute)\b|(?:^|[,;—] ?|\band )(?:insert|omit|substitute)\b|\b(?:is|are) (?:amended|repealed|revoked)\b"
    r"|\b(?:insert|substitute)(?:—| “)|(?:^|, )(?:mewnosoder|hepgorer|yn lle) |\bwedi ei diwygio\b"
)


def changes(item: Item) -> bool:
    """Whether an item changes another enactment."""
    return bool(item.quoted or _AMENDS.search(item.text))


@dataclass(slots=True, kw_only=True)
class Clause:
    """A section, regulation, article, rule or Schedule paragraph. ``parts`` are the divisions in which it stands.

    ``provision`` is None for one that the source gives no number.
    """

    provision: Provision | None
    path: str
    headings: tuple[str, ...]
    items: list[Item]
    parts: tuple[Provision, ...] = ()
    annotations: tuple[str, ...] = ()
    currency: Currency | None = None

    @property
    def own(self) -> int:
        """How many of its items come before it begins to change another enactment: the words after are of that one."""
        for at, item in enumerate(self.items):
            if changes(item):
                while (opening := self.items[at].opening) is not None:
                    at = opening
                return at
        return len(self.items)


@dataclass(slots=True, kw_only=True)
class Matter:
    """Text that is no provision: the introduction, the explanatory note."""

    path: str
    label: str
    blocks: tuple[Block, ...]
    headings: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Instrument:
    """``citations`` are the instruments that the text gives a number to, by the name that it calls them.

    ``warnings`` are lines for whoever ingests it: what could not be read as the form has it, and where.
    """

    source_id: str
    language: str = "en"
    contents: list[Clause | Matter] = field(default_factory=list)
    citations: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    @property
    def clauses(self) -> list[Clause]:
        return [content for content in self.contents if isinstance(content, Clause)]
