"""Acts, instruments and explanatory notes in CLML, the XML that legislation.gov.uk publishes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from corpus.legislation import Currency
from corpus.provisions import Provision
from corpus.sources import Source
from ingestion.parsing.errors import ParseError
from ingestion.parsing.law.clml_items import items_of
from ingestion.parsing.law.clml_reading import Reading, currency, name
from ingestion.parsing.law.clml_text import provision_at
from ingestion.parsing.law.explanatory import explanatory_notes
from ingestion.parsing.law.instrument import Clause, Instrument, Matter
from ingestion.parsing.law.names import numbered
from ingestion.parsing.law.xml import LEG, about, parsed
from ingestion.parsing.sections import Block

_DIVISIONS = {"Part": "part", "Chapter": "chapter", "Schedule": "schedule", "Group": "group", "Appendix": "appendix"}
_HEADED = (*_DIVISIONS, "Pblock", "PsubBlock", "P1group")
_PASSED = frozenset(
    "Primary Secondary Body Schedules ScheduleBody AppendixBody Legislation IncludedDocument EUBody".split()
)
_PRELIMS = ("PrimaryPrelims", "SecondaryPrelims")
_SKIPPED = frozenset(
    "Metadata Contents Number Title TitleBlock Subtitle Reference Commentaries CommentaryRef Footnotes SignedSection"
    " EarlierOrders Versions Resources Annotations MarginNotes Pnumber Include".split()
)
_UNITS = {"wsi": "regulation", "uksi": "regulation"}
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z.]{0,11}")
_DIGITS = re.compile(r"[0-9IVXLC]+[A-Z]*$")


def instrument(text: str, source: Source) -> Instrument:
    """The instrument that ``text`` is. Raises ParseError when it cannot be read as CLML, or is that of another source."""
    root = parsed(text)
    said = about(root)
    if (said.source.id, said.source.language) != (source.id, source.language):
        raise ParseError(f"it is the text of {said.source.id} ({said.source.language}), not of {source.id}")
    reading = Reading(commentaries=_commentaries(root), footnotes=_footnotes(root))
    reader = _Reader(source.id, _UNITS.get(said.type, "section"), reading)
    read = Instrument(source_id=source.id, language=source.language, citations=reading.citations)
    if name(root) == "Legislation":
        read.contents = list(reader.read(root, _Place(state=currency(root, None))))
    else:
        read.contents = list(explanatory_notes(root, reading))
    if not read.contents:
        raise ParseError("it holds no text: a table of contents is not enough")
    read.warnings = [f"line {line}: {said}" for line, said in sorted(reading.warnings)]
    return read


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the instrument the reader is."""

    headings: tuple[str, ...] = ()
    parts: tuple[Provision, ...] = ()
    annotations: tuple[str, ...] = ()
    state: Currency | None = None


@dataclass
class _Reader:
    source_id: str
    unit: str
    reading: Reading
    unnumbered: int = 0
    seen: set[str] = field(default_factory=set)

    def read(self, element: etree._Element, place: _Place) -> Iterator[Clause | Matter]:
        loose = list[etree._Element]()
        for child in element:
            kind = name(child)
            if kind == "P1":
                yield from self._clause(child, place)
            elif kind in _HEADED:
                yield from self.read(child, self._under(child, kind, place))
            elif kind in _PASSED:
                yield from self.read(child, replace(place, state=currency(child, place.state)))
            elif kind in _PRELIMS:
                yield from self._matter(child, "introduction", "Introduction")
            elif kind == "ExplanatoryNotes":
                yield from self._matter(child, "explanatory-note", "Explanatory note")
            elif kind and kind not in _SKIPPED:
                loose.append(child)
        if loose:
            yield from self._loose(element, loose, place)

    def _under(self, element: etree._Element, kind: str, place: _Place) -> _Place:
        heads = [child for child in element if name(child) in ("Number", "Title", "TitleBlock")]
        titles = [
            title for head in heads for title in (head.iter(f"{LEG}Title") if name(head) == "TitleBlock" else [head])
        ]
        words = [self.reading.words(title) for title in titles]
        heading = " — ".join(said.text for said in words if said.text)
        notes = self.reading.notes(tuple(ref for said in words for ref in said.annotations))
        parts = place.parts
        if kind in _DIVISIONS and (own := self._division(element, kind, place, words[0].text if words else "")):
            parts = (*((own,) if kind == "Schedule" else (*place.parts, own)),)
        above = place.headings if kind != "Schedule" else ()
        return _Place(
            (*above, *filter(None, [heading])), parts, (*place.annotations, *notes), currency(element, place.state)
        )

    def _division(self, element: etree._Element, kind: str, place: _Place, number: str) -> Provision | None:
        given = provision_at(element.get("IdURI") or element.get("DocumentURI") or "")
        if given and given.source_id == self.source_id and len(given.steps) > 1:
            return given
        found = _DIGITS.search(number)
        above = place.parts[-1].id if place.parts and kind != "Schedule" else self.source_id
        return Provision(f"{above}/{_DIVISIONS[kind]}/{found[0]}") if found else None

    def _clause(self, element: etree._Element, place: _Place) -> Iterator[Clause]:
        state = currency(element, place.state)
        given = element.find(f"{LEG}Pnumber")
        words = self.reading.words(given) if given is not None else None
        provision = self._provision(element, place, words.text.strip("(). ") if words else "")
        if provision is None:
            self.unnumbered += 1
            self.reading.warn(element, "a provision without a number or an address: it cannot be cited by one")
        notes = self.reading.notes(words.annotations) if words else ()
        items = items_of(element, self.reading, state)
        if not items:
            self.reading.warn(element, "a provision without words is left out")
            return
        path = provision.id.partition("/")[2] if provision else f"unnumbered-{self.unnumbered}"
        if path in self.seen:
            self.reading.warn(element, f"{path} stands twice: this one is named as the second")
        self.seen.add(path)
        yield Clause(
            provision=provision,
            path=path,
            headings=place.headings,
            items=items,
            parts=place.parts,
            annotations=tuple(dict.fromkeys((*place.annotations, *notes))),
            currency=state,
        )

    def _provision(self, element: etree._Element, place: _Place, number: str) -> Provision | None:
        """By its address; else by its number in the division that it stands in. Where they differ, as it is numbered."""
        given = provision_at(element.get("IdURI") or element.get("DocumentURI") or "")
        if given and given.source_id != self.source_id:
            self.reading.warn(element, f"the address of {given.id} in a text of {self.source_id}: it is left aside")
        elif given and len(given.steps) > 2:
            if not _NUMBER.fullmatch(number) or given.steps[-1].lower() == number.lower():
                return given
            told = Provision("/".join((*given.steps[:-1], number)))
            self.reading.warn(
                element, f"it is numbered {number} but has the address of {given.id}: it is cited as numbered"
            )
            return told
        if not _NUMBER.fullmatch(number):
            return None
        schedule = next((part for part in place.parts if part.steps[1] == "schedule"), None)
        return Provision(f"{schedule.id}/paragraph/{number}" if schedule else f"{self.source_id}/{self.unit}/{number}")

    def _matter(self, element: etree._Element, path: str, label: str) -> Iterator[Matter]:
        texts = [self.reading.words(text).text for text in element.iter(*_spoken()) if not _inside_head(text, element)]
        blocks = tuple(Block(prose=self.reading.prose(text)) for text in texts if text)
        if blocks:
            yield Matter(path=path, label=label, blocks=blocks)

    def _loose(self, element: etree._Element, children: list[etree._Element], place: _Place) -> Iterator[Clause]:
        """What stands in a division without being a numbered provision: a Schedule's own text, a table, a form."""
        holder = etree.Element(f"{LEG}P1para")
        holder.extend(children)  # the tree is read once, so that it may be taken apart
        items = items_of(holder, self.reading, place.state)
        if not items:
            return
        whole = (
            place.parts[-1] if place.parts and name(element) in ("ScheduleBody", "AppendixBody", "P1group") else None
        )
        path = whole.id.partition("/")[2] if whole else f"{name(element).lower()}-text"
        yield Clause(
            provision=whole,
            path=path,
            headings=place.headings,
            items=items,
            parts=place.parts,
            annotations=place.annotations,
            currency=place.state,
        )


def _spoken() -> tuple[str, ...]:
    return tuple(f"{LEG}{tag}" for tag in ("Text", "LongTitle", "DateText", "Title", "DateOfEnactment"))


def _inside_head(text: etree._Element, element: etree._Element) -> bool:
    """A title of the whole, or the words inside what is read itself."""
    return name(text) == "DateOfEnactment" or (name(text) == "Title" and text.getparent() is element)


def _commentaries(root: etree._Element) -> dict[str, str]:
    """Each editors' note by its id, behind the letter of its kind: F for an amendment, I for a commencement, and so on."""
    found = dict[str, str]()
    for commentary in root.iter(f"{LEG}Commentary"):
        said = " ".join(" ".join("".join(map(str, text.itertext())).split()) for text in commentary.iter(f"{LEG}Text"))
        found[commentary.get("id", "")] = f"{commentary.get('Type', '')}: {said}".removeprefix(": ")
    return found


def _footnotes(root: etree._Element) -> dict[str, str]:
    """The ids of the instruments that footnotes give the numbers of, by the footnote's id."""
    notes = root.iter(f"{LEG}Footnote")
    ids = {note.get("id", ""): numbered(" ".join("".join(map(str, note.itertext())).split())) for note in notes}
    return {note: id_ for note, id_ in ids.items() if id_}
