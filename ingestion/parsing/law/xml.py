"""XML read safely: no document types, no entities, nothing fetched, bounded depth; and who a file says that it is."""

import re
from dataclasses import dataclass

from lxml import etree

from corpus.errors import CorpusError
from corpus.sources import Kind, Source
from ingestion.parsing.errors import ParseError

LEG = "{http://www.legislation.gov.uk/namespaces/legislation}"
_UKM = "{http://www.legislation.gov.uk/namespaces/metadata}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DOCTYPE = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)")
_ADDRESS = re.compile(
    r"legislation\.gov\.uk/(?:id/)?(?P<type>[a-z]+)/(?P<year>[0-9]{4})/(?P<number>[0-9]+)(?P<rest>/[^?#]*)?$"
)
_INSTRUMENTS = ("wsi", "uksi", "nisr", "ssi", "wdsi")
_NOTES = "ExplanatoryNotes"
_NOTES_ON = "Explanatory Notes: "
_ADVICE = re.compile(r",? (?:use|try) XML_PARSE_HUGE(?: option)?")
_PIECE = 1 << 16
ROOTS = ("Legislation", "EN", _NOTES)


def parsed(text: str) -> etree._Element:
    """The root of a CLML document. Raises ParseError naming the line at fault, or what the document is instead."""
    _refuse_entities(text)
    # A whole text at once, since the parser that takes it in pieces does not say what is wrong with it.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return _checked(etree.fromstring(text.encode(), parser))
    except etree.XMLSyntaxError as error:
        raise ParseError(_complaint(error)) from None


def identify(text: str) -> Source:
    """The source that a document says that it is, read no further than it takes. Raises ParseError."""
    _refuse_entities(text)
    parser = etree.XMLPullParser(
        events=("start", "end"),
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    root: etree._Element | None = None
    try:
        for at in range(0, len(text), _PIECE):
            parser.feed(text[at : at + _PIECE].encode())
            for event, element in parser.read_events():
                assert isinstance(element, etree._Element)
                if root is None:
                    root = _checked(element)
                if event == "end" and element.tag == f"{_UKM}Metadata":
                    return about(root).source
    except etree.XMLSyntaxError as error:
        raise ParseError(_complaint(error)) from None
    return about(parsed(text) if root is None else root).source


def _complaint(error: etree.XMLSyntaxError) -> str:
    """What is wrong and where, in one line, without what the library advises its programmers."""
    said = " ".join((error.msg or "").split())
    line = "" if ", line " in said else f", line {error.lineno}"
    return f"not well-formed XML: {_ADVICE.sub('', said)}{line}"


def _refuse_entities(text: str) -> None:
    if found := _DOCTYPE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise ParseError(f"line {line}: declares a document type or an entity, which no legislation file does")


def _checked(root: etree._Element) -> etree._Element:
    if root.tag not in {LEG + name for name in ROOTS}:
        raise ParseError(f"not legislation in CLML: the root is {root.tag}")
    return root


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself, with its address on legislation.gov.uk."""

    source: Source
    type: str


def about(root: etree._Element) -> About:
    """The source that a document is. Raises ParseError when it does not say."""
    address = next((found for found in map(_ADDRESS.search, _addresses(root)) if found), None)
    if not address:
        raise ParseError("it does not say which legislation it is: no address on legislation.gov.uk")
    notes = etree.QName(root).localname != "Legislation"
    act = address["type"] not in _INSTRUMENTS
    id_ = f"{address['type']}-{address['year']}-{address['number']}"
    try:
        source = Source(
            id=f"{id_}-notes" if notes else id_,
            title=f"{_NOTES_ON if notes else ''}{_said(root, f'{_DC}title') or id_}",
            kind=Kind.GUIDANCE if notes else Kind.ACT if act else Kind.REGULATIONS,
            publisher=_said(root, f"{_DC}publisher"),
            published=None if notes else _made(root),
            language="cy" if _is_welsh(root, address["rest"] or "") else "en",
            url=f"https://www.legislation.gov.uk/{id_.replace('-', '/')}" + ("/notes" if notes else ""),
        )
    except CorpusError as error:
        raise ParseError(str(error)) from None
    return About(source, address["type"])


def _addresses(root: etree._Element) -> list[str]:
    given = [root.get("IdURI"), root.get("DocumentURI"), _said(root, f"{_DC}identifier")]
    return [address for address in given if address]


def _is_welsh(root: etree._Element, rest: str) -> bool:
    said = _said(root, f"{_DC}language") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return (
        said.lower().startswith("cy") or rest.endswith("/welsh") or (root.get("DocumentURI") or "").endswith("/welsh")
    )


def _made(root: etree._Element) -> str | None:
    for name in ("EnactmentDate", "Made"):
        found = root.find(f".//{_UKM}{name}")
        if found is not None and found.get("Date"):
            return found.get("Date")
    return None


def _said(root: etree._Element, tag: str) -> str:
    found = root.find(f".//{tag}")
    return " ".join((found.text or "").split()) if found is not None else ""
