"""The items of one clause in CLML: P1 to P7, lists, definitions, tables, and the text that is put into other enactments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from corpus.legislation import Currency
from ingestion.parsing.law.clml_reading import Reading, currency, name
from ingestion.parsing.law.clml_text import Words
from ingestion.parsing.law.items import Item, finish
from ingestion.parsing.law.xml import LEG

_NUMBERED = re.compile(r"P[1-7]")
_AROUND = re.compile(
    r"P[1-7]para|P[2-7]group|P|Para|ListItem|BlockText|Proviso|FragmentNumber|IncludedDocument|Division|DecoratedGroup|Form|Formula|Figure|KeyList|KeyListItem|Key|Where"
)
_TITLES = ("Title", "Subtitle", "Number", "TitleBlock")
_TABLES = ("Tabular",)
_LISTS = ("OrderedList", "UnorderedList")
_AMENDMENTS = ("BlockAmendment", "BlockExtract")
_SKIPPED = ("Pnumber", "CommentaryRef", "Reference", "Decoration", "Include")
_MARK = re.compile(r"[0-9A-Za-z][0-9A-Za-z.]{0,7}")
_LEFT_OVER = re.compile(r"[^\w\s]{1,3}(?:\s*(?:and|or|a|ac|neu))?")
_MARKS = {"alpha": "abcdefghijklmnopqrstuvwxyz", "alphaupper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()


def items_of(clause: etree._Element, reading: Reading, state: Currency | None) -> list[Item]:
    """The items in order, each with its steps below the clause."""
    reader = _Reader(reading)
    reader.read(clause, _Place(state=state))
    finish(reader.items)
    return reader.items


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the clause the reader is: ``opening`` is the item whose list it is in, ``mark`` that of words yet to come."""

    steps: tuple[str, ...] = ()
    mark: str = ""
    opening: int | None = None
    group: str = ""
    annotations: tuple[str, ...] = ()
    state: Currency | None = None


@dataclass
class _Reader:
    reading: Reading
    items: list[Item] = field(default_factory=list)

    def read(self, element: etree._Element, place: _Place) -> int | None:
        """Read what ``element`` holds; gives the index of the item with its own words, which open the lists in it."""
        own: int | None = None
        for child in element:
            kind = name(child)
            if not kind or kind in _SKIPPED or kind in _TITLES:
                continue
            if kind in ("Text", "AppendText", "Character"):
                own = self._text(child, place, own)
            elif _NUMBERED.fullmatch(kind):
                self._numbered(child, _within(place, own))
            elif kind in _LISTS:
                self._list(child, _within(place, own))
            elif kind in _AMENDMENTS:
                self._amendment(child, place)
            elif kind in _TABLES:
                self._table(child, _within(place, own))
            else:
                own = self._around(child, kind, place, own)
        return own

    def _around(self, child: etree._Element, kind: str, place: _Place, own: int | None) -> int | None:
        """Elements that only hold others; one that is unknown is read for its words, and said to be unknown."""
        if not _AROUND.fullmatch(kind):
            self.reading.warn(child, f"unknown element {kind}: its words are read as text")
            if not len(child):
                return self._text(child, place, own)
        title = child.find(f"{LEG}Title")
        inner = place if own is None else _within(place, own)
        if title is not None:
            inner = replace(inner, group=self.reading.words(title).text)
        found = self.read(child, replace(inner, state=currency(child, inner.state)))
        return own if own is not None else found

    def _text(self, element: etree._Element, place: _Place, own: int | None) -> int | None:
        words = self.reading.words(element)
        if not words.text:
            return own
        last = self.items[-1] if self.items else None
        if last and last.quoted and not last.tail and _LEFT_OVER.fullmatch(words.text):
            last.tail = words.text
            return own
        if own is None:
            return self._add(words, place, place.mark, place.opening)
        if self.items[own] is not last or last.opens:
            self._add(words, place, "", own)
        elif place.opening is not None and words.text[0].islower():
            # Words that go on from a list, though they stand in its last paragraph, close what opened the list.
            self._add(words, replace(place, steps=self.items[place.opening].steps), "", place.opening)
        else:
            self._add(words, place, "", None)
        return own

    def _add(self, words: Words, place: _Place, mark: str, opening: int | None) -> int:
        self.items.append(
            Item(
                prose=self.reading.prose(words.text),
                steps=place.steps,
                mark=mark,
                opening=opening,
                group=place.group,
                links=words.links,
                terms=words.terms,
                annotations=self.reading.notes((*place.annotations, *words.annotations)),
                currency=place.state,
            )
        )
        return len(self.items) - 1

    def _numbered(self, element: etree._Element, place: _Place) -> None:
        given = element.find(f"{LEG}Pnumber")
        number = self.reading.words(given) if given is not None else Words()
        mark = number.text.strip("().[] ")
        named = bool(_MARK.fullmatch(mark))
        if not named:
            said = (
                f"a {name(element)} whose number “{mark}” names no unit"
                if mark
                else f"a {name(element)} without a number"
            )
            self.reading.warn(element, f"{said} stands in what is around it")
        self.read(
            element,
            replace(
                place,
                steps=(*place.steps, mark) if named else place.steps,
                mark=f"({mark})" if mark else "",
                annotations=number.annotations,
                state=currency(element, place.state),
            ),
        )

    def _list(self, element: etree._Element, place: _Place) -> None:
        marks = _marks(element)
        for child in element:
            if name(child) == "ListItem":
                usual = next(marks, "")
                given = child.get("NumberOverride", "").strip("().[] ")
                mark = given or usual
                self.read(child, replace(place, mark=_decorated(mark, element) if mark else ""))

    def _amendment(self, element: etree._Element, place: _Place) -> None:
        """Its words are quoted by the item before it: they are provisions of the enactment that it changes."""
        quoted = [words for words in _quoted(element, self.reading) if words]
        if not self.items and quoted:
            self._add(Words(quoted.pop(0)), place, place.mark, place.opening)
        for words in quoted:
            self.items[-1].quoted.append(self.reading.prose(words))

    def _table(self, element: etree._Element, place: _Place) -> None:
        for row in element.iter("{*}tr"):
            cells = [self.reading.words(cell) for cell in row if name(cell) in ("td", "th")]
            if said := "; ".join(cell.text for cell in cells if cell.text):
                self._add(Words(said), place, "", place.opening)


def _within(place: _Place, own: int | None) -> _Place:
    """The place of a list that the item ``own`` opens."""
    return replace(place, mark="", opening=place.opening if own is None else own, annotations=())


def _marks(element: etree._Element) -> Iterator[str]:
    """The letters or numbers that a list's items have without being given one."""
    type_ = element.get("Type", "").lower()
    if name(element) == "UnorderedList":
        return
    plain = _MARKS.get(type_) or (_ROMAN if type_.startswith("roman") else [str(n) for n in range(1, 100)])
    yield from (mark.upper() if type_ == "romanupper" else mark for mark in plain)


def _decorated(mark: str, element: etree._Element) -> str:
    """A mark as the list prints it: (a), or a. for a list with stops."""
    return f"{mark}." if element.get("Decoration") == "period" else f"({mark})"


def _quoted(element: etree._Element, reading: Reading) -> Iterator[str]:
    """Each text in an amendment, behind the number that it is given there."""
    waiting = ""
    for child in element.iter(
        f"{LEG}Pnumber", f"{LEG}Number", f"{LEG}Title", f"{LEG}Text", f"{LEG}AppendText", "{*}td", "{*}th"
    ):
        words = reading.words(child).text
        if name(child) == "Pnumber":
            waiting = f"{waiting} ({words.strip('()')})".strip()
        elif name(child) == "AppendText" and _LEFT_OVER.fullmatch(words):
            continue
        else:
            yield f"{waiting} {words}".strip()
            waiting = ""
