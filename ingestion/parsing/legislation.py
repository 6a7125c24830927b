"""Acts and regulations in their Markdown form: a passage for each subsection, or for a short section whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from corpus.provisions import Provision
from corpus.sources import Kind, Source
from ingestion.parsing.lines import Line, lines_of
from ingestion.parsing.markup import MARKDOWN, front_matter, heading
from ingestion.parsing.prose import clean
from ingestion.parsing.sections import Block, Section
from ingestion.parsing.statute import Item, items_of

SHORT = 600
_UNIT = re.compile(r"(?:[Ss]ection|[Rr]egulation|[Aa]rticle|[Pp]aragraph)?\s*(?P<number>[0-9]+[A-Z]*)\.?")
_SCHEDULE = re.compile(r"(?:(?i:the )?(?i:schedule|atodlen))\s*(?P<number>[0-9]+[A-Z]*)?\b.*")
_PART = re.compile(r"(?:PART|RHAN)\s+\w+\b.*", re.IGNORECASE)
_CHAPTER = re.compile(r"(?:CHAPTER|PENNOD)\s+\w+\b.*", re.IGNORECASE)
_NOTE = re.compile(r"explanatory note|nodyn esboniadol", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]*\)")
_UNIT_LEVEL = 5


def is_legislation(text: str, source: Source) -> bool:
    return source.kind in (Kind.ACT, Kind.REGULATIONS) and any(
        found and _is_unit(found) for found in map(heading, lines_of(text))
    )


def legislation(text: str, source: Source) -> Iterator[Section]:
    """The introduction, each provision under its Part, Chapter and headings, and the explanatory note."""
    for part in _divided(front_matter(list(lines_of(text)))[1], source):
        if part.provision:
            yield from _provisions(part)
        elif part.path and (blocks := _plain_blocks(part.lines)):
            yield Section(path=part.path, label=part.path.replace("-", " ").capitalize(), blocks=blocks)


def _is_unit(found: tuple[int, str]) -> bool:
    return found[0] >= _UNIT_LEVEL and bool(_UNIT.fullmatch(found[1]))


@dataclass(slots=True)
class _Part:
    """The lines under one heading: a provision's, a part's that has none (``path``), or nothing to keep."""

    provision: Provision | None = None
    path: str = ""
    headings: tuple[str, ...] = ()
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the instrument the reader is."""

    base: str
    schedule: str = ""
    part: str = ""
    chapter: str = ""
    cross_heading: str = ""
    heading: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.schedule, self.part, self.chapter, self.cross_heading, self.heading)))

    def under(self, level: int, title: str) -> "_Place":
        schedule = _SCHEDULE.fullmatch(title)
        if schedule and level < _UNIT_LEVEL - 1:
            source_id = self.base.partition("/")[0]
            return _Place(f"{source_id}/schedule/{schedule['number'] or 1}/paragraph", schedule=title)
        if _PART.fullmatch(title):
            return replace(self, part=title, chapter="", cross_heading="", heading="")
        if _CHAPTER.fullmatch(title):
            return replace(self, chapter=title, cross_heading="", heading="")
        if level == _UNIT_LEVEL - 1:
            return replace(self, heading=title)
        return replace(self, cross_heading=title, heading="")


def _divided(lines: list[Line], source: Source) -> Iterator[_Part]:
    place = _Place(f"{source.id}/{'section' if source.kind is Kind.ACT else 'regulation'}")
    part = _Part(path="introduction")
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
            part = _Part(Provision(f"{place.base}/{number['number'] if number else ''}"), headings=place.headings)
        else:
            place = place.under(*found)
            part = _Part(path="explanatory-note" if _NOTE.fullmatch(found[1]) else "")
    yield part


def _provisions(part: _Part) -> Iterator[Section]:
    items = items_of(part.lines)
    if not items or part.provision is None:
        return
    blocks = tuple(_block(item, part.provision) for item in items)
    whole = _section(part.provision, part.headings, blocks)
    numbers = [item.steps[0] if item.steps and item.steps[0][0].isdigit() else "" for item in items]
    if not any(numbers) or whole.length <= SHORT:
        yield whole
        return
    for number, members in groupby(range(len(items)), key=lambda index: numbers[index]):
        indexes = list(members)
        its = tuple(_shifted(blocks[index], indexes[0]) for index in indexes)
        yield _section(_below(part.provision, (number,) if number else ()), part.headings, its)


def _section(provision: Provision, headings: tuple[str, ...], blocks: tuple[Block, ...]) -> Section:
    path = provision.id.partition("/")[2]
    return Section(path=path, label=provision.label, headings=headings, blocks=blocks, provision=provision)


def _block(item: Item, provision: Provision) -> Block:
    return Block(
        prose=item.whole,
        mark=item.mark,
        opening=item.opening,
        whole=True,
        provision=_below(provision, item.steps),
        force=item.force,
    )


def _below(provision: Provision, steps: tuple[str, ...]) -> Provision:
    return Provision("/".join((provision.id, *steps)))


def _shifted(block: Block, first: int) -> Block:
    opening = block.opening
    return replace(block, opening=opening - first if opening is not None and opening >= first else None)


def _plain_blocks(lines: list[Line]) -> tuple[Block, ...]:
    said = [clean(line.bare, line.start + line.indent, MARKDOWN) for line in lines if not line.bare.startswith("[^")]
    return tuple(Block(prose=prose) for prose in said if prose.text and not _BRACKETED.fullmatch(prose.text))
