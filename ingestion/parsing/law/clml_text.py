"""The words of a CLML text element, without commentary and footnote marks, with the provisions that it links to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.errors import CorpusError
from corpus.provisions import LEGISLATION, Provision
from corpus.spans import Span
from ingestion.parsing.law.items import Link
from ingestion.parsing.law.xml import LEG
from ingestion.parsing.text import normalise

_ADDRESS = re.compile(r"legislation\.gov\.uk/(?:id/)?(?P<path>[a-z]+/[0-9]{4}/[0-9]+(?:/[A-Za-z0-9/.~-]*)?)")
_VERSION = re.compile(
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|enacted|made|prospective|welsh|english|wales|england|scotland|ni|contents)"
)
_SPACES = re.compile(
    r"(?P<quote>(?<=“)\s+|\s+(?=”))"  # the spaces inside “ these ”
    r"|(?P<tight>(?<=[(\[])[^\S\n]*\n\s*|[^\S\n]*\n\s*(?=[,.;:)\]—])|(?<=\))[^\S\n]*\n\s*(?=\())"  # layout around inline marks
    r"|(?P<space>\s+)"
)
_SILENT = frozenset(f"{LEG}{name}" for name in ("CommentaryRef", "FootnoteRef", "MarginNoteRef"))
_LINKS = frozenset(f"{LEG}{name}" for name in ("InternalLink", "CitationSubRef", "ExternalLink"))
_MARKED = frozenset((f"{LEG}Citation", f"{LEG}Term"))
_CLASSES = {
    "WelshNationalAssemblyAct": "anaw",
    "WelshParliamentAct": "asc",
    "WelshAssemblyMeasure": "mwa",
    "UnitedKingdomPublicGeneralAct": "ukpga",
    "WelshStatutoryInstrument": "wsi",
    "UnitedKingdomStatutoryInstrument": "uksi",
}


@dataclass(slots=True)
class Words:
    """``annotations`` are the ids of the commentaries that the words refer to; ``citations`` are ids by what is named."""

    text: str = ""
    links: tuple[Link, ...] = ()
    terms: tuple[str, ...] = ()
    annotations: tuple[str, ...] = ()
    citations: dict[str, str] = field(default_factory=dict)


def words_of(element: etree._Element, footnotes: Callable[[str], str | None] = lambda _: None) -> Words:
    """The words of ``element``. ``footnotes`` gives the id of the instrument that a footnote names, by the footnote's own id."""
    said = list(_said(element))
    raw = "".join(piece for piece, _ in said)
    text, places = _cleaned(raw)
    found = Words(text)
    at, cited = 0, ""
    for piece, node in said:
        span = Span(places[at], max(places[at], places[at + len(piece)]))
        at += len(piece)
        if node is None:
            cited = piece.rstrip() or cited
            continue
        if note := node.get("CommentaryRef") or (node.tag == f"{LEG}CommentaryRef" and node.get("Ref")):
            found.annotations += (note,)
        if node.tag == f"{LEG}Term":
            found.terms += (span.of(text),)
        elif node.tag == f"{LEG}FootnoteRef" and (id_ := footnotes(node.get("Ref", ""))):
            found.citations[cited] = id_
        elif node.tag == f"{LEG}Citation" and (id_ := _cited(node)):
            found.citations[span.of(text)] = id_
        elif node.tag in _LINKS and (target := provision_at(node.get("URI") or node.get("IdURI") or "")):
            found.links += (Link(span, target),)
    return found


def _said(element: etree._Element) -> Iterator[tuple[str, etree._Element | None]]:
    """Each piece of text; with the element itself for one that says more than its words."""
    if element.text:
        yield normalise(element.text), None
    for child in element:
        if not isinstance(child.tag, str):
            pass
        elif child.tag in _SILENT:
            yield "", child
        elif child.tag in _LINKS or child.tag in _MARKED:
            yield "".join(piece for piece, _ in _said(child)), child
        else:
            yield from _said(child)
            if child.get("CommentaryRef"):
                yield "", child
        if child.tail:
            yield normalise(child.tail), None


def _cleaned(raw: str) -> tuple[str, list[int]]:
    """The text with its spaces as printed, and where each character of ``raw`` has come to stand in it."""
    kept, places, length, position = list[str](), list[int](), 0, 0
    for match in _SPACES.finditer(raw):
        places.extend(range(length, length + match.start() - position))
        length += match.start() - position
        kept.append(raw[position : match.start()])
        places.extend([length] * len(match[0]))
        if match["space"] and length:
            kept.append(" ")
            length += 1
        position = match.end()
    places.extend(range(length, length + len(raw) - position))
    kept.append(raw[position:])
    text = "".join(kept).rstrip()
    return text, [min(place, len(text)) for place in (*places, length + len(raw) - position)]


def _cited(node: etree._Element) -> str | None:
    series = _CLASSES.get(node.get("Class", ""))
    id_ = f"{series}-{node.get('Year')}-{node.get('Number')}"
    return id_ if LEGISLATION.fullmatch(id_) else None


def provision_at(address: str) -> Provision | None:
    """The provision that an address on legislation.gov.uk is of, whatever the version; None for any other address."""
    found = _ADDRESS.search(address)
    if not found:
        return None
    series, year, number, *steps = [step for step in found["path"].split("/") if step]
    source_id = f"{series}-{year}-{number}"
    if not LEGISLATION.fullmatch(source_id):
        return None
    try:
        return Provision("/".join((source_id, *(step for step in steps if not _VERSION.fullmatch(step)))))
    except CorpusError:
        return None
