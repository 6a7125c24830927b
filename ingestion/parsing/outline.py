"""Plain text by its outline: numbered headings, lettered ones, numbered paragraphs, and lines that are headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingestion.parsing.blocks import blocks_of
from ingestion.parsing.lines import lines_of
from ingestion.parsing.marks import Mark
from ingestion.parsing.paragraphs import Paragraph, paragraphs_of
from ingestion.parsing.sections import Section

_LONGEST_HEADING = 90
_NO_HEADING = re.compile(r"[.;,!]$|[.:]-$|^[a-z]|^[\[(“‘\"]|https?:|\t")
_SLUG = re.compile(r"[a-z0-9]+(?:\.[a-z0-9]+)*")


@dataclass(slots=True)
class Leaf:
    """What stands under one number or heading, as it is gathered."""

    label: str
    headings: tuple[str, ...]
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def section(self) -> Section:
        path = slug(self.label.replace("(", "").replace(")", ""))
        return Section(path=path, label=self.label, headings=self.headings, blocks=blocks_of(self.paragraphs))


def slug(label: str) -> str:
    return "-".join(_SLUG.findall(label.lower()))[:60].strip("-.") or "text"


def is_outlined(text: str) -> bool:
    """Whether numbers divide the text: two or more headings or paragraphs that have one."""
    outline = _Outline()
    outline.read(paragraphs_of(lines_of(text)))
    return outline.numbered >= 2


def outlined(text: str) -> Iterator[Section]:
    """A section for each numbered paragraph, agenda item or heading."""
    outline = _Outline()
    outline.read(paragraphs_of(lines_of(text)))
    for leaf in outline.leaves:
        if leaf.paragraphs:
            yield leaf.section


def is_heading(paragraph: Paragraph) -> bool:
    """A short line of its own that does not end as a sentence does, or is in capitals."""
    text = paragraph.text
    if not paragraph.alone or len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
        return False
    return text.isupper() or not _NO_HEADING.search(text)


def title_of(paragraph: Paragraph) -> str:
    return paragraph.text.rstrip(".:- ")


def title_run(paragraphs: Sequence[Paragraph], at: int) -> int:
    """How many lines from ``at`` on look like headings without a number."""
    end = at
    while end < len(paragraphs) and paragraphs[end].mark is Mark.NONE and is_heading(paragraphs[end]):
        end += 1
    return end - at


def headings_in(paragraphs: Sequence[Paragraph], at: int) -> int:
    """How many of them are headings: of more than two, or of those at the end, all but the first are text."""
    run = title_run(paragraphs, at)
    if at + run == len(paragraphs):
        return min(1, run - 1)
    return run if run <= 2 else 1


class _Outline:
    """Reads paragraphs into leaves, knowing the numbers reached so far."""

    def __init__(self) -> None:
        self.leaves = [Leaf("Introduction", ())]
        self.top, self.top_title, self.numbered = 0, "", 0

    def read(self, paragraphs: Sequence[Paragraph]) -> None:
        at = 0
        while at < len(paragraphs):
            at += self._take(paragraphs, at)

    def _take(self, paragraphs: Sequence[Paragraph], at: int) -> int:
        """Read on from ``at``; how many paragraphs that took."""
        paragraph = paragraphs[at]
        titles = headings_in(paragraphs, at) if paragraph.mark is Mark.NONE else 0
        if titles:
            titled = tuple(title_of(p) for p in paragraphs[at : at + titles])
            self._open(self._named(titled), titled)
            self.leaves[-1].paragraphs.extend(paragraphs[at + titles : at + title_run(paragraphs, at)])
            return title_run(paragraphs, at)
        if not self._numbered(paragraph):
            self.leaves[-1].paragraphs.append(paragraph)
        return 1

    def _named(self, titled: tuple[str, ...]) -> str:
        return titled[-1] if self.numbered else "Introduction"

    def _numbered(self, paragraph: Paragraph) -> bool:
        """Open a leaf when the paragraph is a numbered heading, or begins with a number of its own."""
        match paragraph.mark:
            case Mark.PARAGRAPH_NUMBER:
                self._open(paragraph.number, (self.top_title,), paragraph)
            case Mark.NUMBER if self._is_next(paragraph):
                self._top(paragraph)
            case Mark.LETTER if self.top and is_heading(paragraph) and not self._in_a_list():
                self._open(f"{self.top}({paragraph.number})", (self.top_title, title_of(paragraph)))
            case _:
                return False
        self.numbered += 1
        return True

    def _is_next(self, paragraph: Paragraph) -> bool:
        return int(paragraph.number) == self.top + 1 and not self._in_a_list()

    def _in_a_list(self) -> bool:
        before = self.leaves[-1].paragraphs
        return bool(before) and before[-1].text.endswith((":", ":-", ";"))

    def _top(self, paragraph: Paragraph) -> None:
        self.top = int(paragraph.number)
        titled = is_heading(paragraph)
        self.top_title = title_of(paragraph) if titled else ""
        self._open(paragraph.number, (self.top_title,), *([] if titled else [paragraph]))

    def _open(self, label: str, headings: tuple[str, ...], *paragraphs: Paragraph) -> None:
        self.leaves.append(Leaf(label, tuple(filter(None, headings)), list(paragraphs)))
