"""Explanatory notes of an Act: numbered paragraphs under headings, of which none is a provision."""

import re
from collections.abc import Iterator

from lxml import etree

from ingestion.parsing.law.clml_items import items_of
from ingestion.parsing.law.clml_reading import Reading, name
from ingestion.parsing.law.instrument import Matter
from ingestion.parsing.law.xml import LEG
from ingestion.parsing.sections import Block

_SKIPPED = frozenset("Metadata Contents ENprelims Title TitleBlock Number Footnotes Commentaries Resources".split())
_HOLDER = re.compile(r"(?:EN|ExplanatoryNotes|Body|Annex(?:es)?|(?:Sub)*Division|Commentary\w+)")


def explanatory_notes(root: etree._Element, reading: Reading) -> Iterator[Matter]:
    """A matter for each numbered paragraph, and one for the text that stands without a number under a heading."""
    yield from _under(root, (), reading)


def _under(element: etree._Element, headings: tuple[str, ...], reading: Reading) -> Iterator[Matter]:
    blocks = [child for child in element if name(child) in ("Number", "Title", "TitleBlock")]
    heads = [
        reading.words(head).text
        for block in blocks
        for head in (list(block) if name(block) == "TitleBlock" else [block])
    ]
    here = (*headings, *filter(None, [" — ".join(filter(None, heads))]))
    loose = list[Block]()
    for child in element:
        kind = name(child)
        if kind == "NumberedPara":
            given = child.find(f"{LEG}Pnumber")
            number = reading.words(given).text.strip("(). ") if given is not None else ""
            yield from _matter(
                f"paragraph-{number}" if number else "paragraph",
                f"paragraph {number}".strip(),
                here,
                _blocks(child, reading),
            )
        elif _HOLDER.fullmatch(kind):
            yield from _under(child, here, reading)
        elif kind and kind not in _SKIPPED:
            holder = etree.Element(f"{LEG}P1para")
            holder.append(child)
            loose.extend(_blocks(holder, reading))
    path = "-".join(re.findall(r"[a-z0-9]+", here[-1].lower()))[:60].strip("-") if here else "introduction"
    yield from _matter(path, here[-1] if here else "Introduction", here, loose)


def _matter(path: str, label: str, headings: tuple[str, ...], blocks: list[Block]) -> Iterator[Matter]:
    if blocks:
        yield Matter(path=path, label=label, headings=headings, blocks=tuple(blocks))


def _blocks(element: etree._Element, reading: Reading) -> list[Block]:
    return [Block(prose=item.whole, mark=item.mark, opening=item.opening) for item in items_of(element, reading, None)]
