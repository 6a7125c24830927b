"""Acts and regulations in their Markdown form, as public copies of legislation.gov.uk have them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.provisions import Provision
from corpus.sources import Kind, Source
from ingestion.parsing.law.instrument import Clause, Instrument, Matter
from ingestion.parsing.law.markdown_items import items_of
from ingestion.parsing.law.names import names_in, numbered
from ingestion.parsing.lines import Line, lines_of
from ingestion.parsing.markup import MARKDOWN, front_matter, heading
from ingestion.parsing.prose import clean
from ingestion.parsing.sections import Block

_UNIT = re.compile(r"(?:[Ss]ection|[Rr]egulation|[Aa]rticle|[Pp]aragraph)?\s*(?P<number>[0-9]+[A-Z]*)\.?")
_SCHEDULE = re.compile(r"(?:(?i:the )?(?i:schedule|atodlen))\s*(?P<number>[0-9]+[A-Z]*)?\b.*")
_PART = re.compile(r"(?:PART|RHAN)\s+(?P<number>\w+)\b.*", re.IGNORECASE)
_CHAPTER = re.compile(r"(?:CHAPTER|PENNOD)\s+(?P<number>\w+)\b.*", re.IGNORECASE)
_NOTE = re.compile(r"explanatory note|nodyn esboniadol", re.IGNORECASE)
_FOOTNOTE = re.compile(r"^\s*(?P<mark>\[\^[^\]]+\]):\s*(?P<note>.*)$", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"(?P<mark>\[\^[^\]]{1,60}\])")
_BRACKETED = re.compile(r"\([^()]*\)")
_UNIT_LEVEL = 5


def is_markdown_law(text: str, source: Source) -> bool:
    return source.kind in (Kind.ACT, Kind.REGULATIONS) and any(
        found and _is_unit(found) for found in map(heading, lines_of(text))
    )


def instrument(text: str, source: Source) -> Instrument:
    """The introduction, each provision under its Part, Chapter and headings, and the explanatory note."""
    read = Instrument(source_id=source.id, language=source.language, citations=_in_footnotes(text))
    for part in _divided(front_matter(list(lines_of(text)))[1], source):
        if part.provision and (items := items_of(part.lines)):
            clause = Clause(
                provision=part.provision,
                path=part.provision.id.partition("/")[2],
                headings=part.place.headings,
                items=items,
                parts=part.place.parts,
            )
            read.contents.append(clause)
        elif part.path and (blocks := _plain_blocks(part.lines)):
            label = part.path.replace("-", " ").capitalize()
            read.contents.append(Matter(path=part.path, label=label, blocks=blocks))
    return read


def _in_footnotes(text: str) -> dict[str, str]:
    """The ids of instruments whose numbers stand in footnotes, by the name that the footnote's mark follows."""
    notes = {found["mark"]: numbered(found["note"]) for found in _FOOTNOTE.finditer(text)}
    ends = {found.start(): notes.get(found["mark"]) for found in _FOOTNOTE_MARK.finditer(text)}
    cited = ((name.text, ends.get(name.end)) for name in names_in(text))
    return {name: id_ for name, id_ in cited if id_}


def _is_unit(found: tuple[int, str]) -> bool:
    return found[0] >= _UNIT_LEVEL and bool(_UNIT.fullmatch(found[1]))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the instrument the reader is."""

    base: str
    schedule: str = ""
    part: str = ""
    chapter: str = ""
    cross_heading: str = ""
    heading: str = ""
    parts: tuple[Provision, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.schedule, self.part, self.chapter, self.cross_heading, self.heading)))

    def under(self, level: int, title: str) -> "_Place":
        source_id = self.base.partition("/")[0]
        schedule = _SCHEDULE.fullmatch(title)
        if schedule and level < _UNIT_LEVEL - 1:
            whole = Provision("/".join(filter(None, (source_id, "schedule", schedule["number"]))))
            return _Place(f"{whole.id}/paragraph", schedule=title, parts=(whole,))
        if part := _PART.fullmatch(title):
            above = self.parts[:1] if self.schedule else ()
            within = above[0].id if above else source_id
            own = Provision(f"{within}/part/{part['number']}")
            return replace(self, part=title, chapter="", cross_heading="", heading="", parts=(*above, own))
        if chapter := _CHAPTER.fullmatch(title):
            above = tuple(p for p in self.parts if "chapter" not in p.steps)
            own = Provision(f"{above[-1].id if above else source_id}/chapter/{chapter['number']}")
            return replace(self, chapter=title, cross_heading="", heading="", parts=(*above, own))
        if level == _UNIT_LEVEL - 1:
            return replace(self, heading=title)
        return replace(self, cross_heading=title, heading="")


@dataclass(slots=True)
class _Part:
    """The lines under one heading: a provision's, a part's that has none (``path``), or nothing to keep."""

    place: _Place
    provision: Provision | None = None
    path: str = ""
    lines: list[Line] = field(default_factory=list)


def _divided(lines: list[Line], source: Source) -> Iterator[_Part]:
    place = _Place(f"{source.id}/{'section' if source.kind is Kind.ACT else 'regulation'}")
    part = _Part(place, path="introduction")
    for line in lines:
        found = heading(line)
        if not found:
            part.lines.append(line)
            continue
        if found[0] == 1:
            continue
        yield part
        if _is_unit(found):
            number = _UNIT.fullmatch(found[1])
            part = _Part(place, Provision(f"{place.base}/{number['number'] if number else ''}"))
        else:
            place = place.under(*found)
            part = _Part(place, path="explanatory-note" if _NOTE.fullmatch(found[1]) else "")
    yield part


def _plain_blocks(lines: list[Line]) -> tuple[Block, ...]:
    said = [clean(line.bare, line.start + line.indent, MARKDOWN) for line in lines if not line.bare.startswith("[^")]
    return tuple(Block(prose=prose) for prose in said if prose.text and not _BRACKETED.fullmatch(prose.text))
