"""Plain text by its outline: numbered headings, lettered ones, numbered paragraphs, and lines that are headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from ingestion.parsing.blocks import blocks_of
from ingestion.parsing.headings import headings_in, is_heading, slug, title_of
from ingestion.parsing.lines import lines_of
from ingestion.parsing.marks import Mark
from ingestion.parsing.paragraphs import Paragraph, paragraphs_of
from ingestion.parsing.sections import Section


@dataclass(slots=True)
class Leaf:
    """What stands under one number or heading, as it is gathered."""

    label: str
    headings: tuple[str, ...]
    paragraphs: list[Paragraph] = field(default_factory=list)
    title: Paragraph | None = None

    def section(self, following: tuple[str, ...]) -> Section | None:
        """A heading with nothing under it is text itself, unless it heads the leaf whose headings follow."""
        said = self.paragraphs
        if not said and self.title and following[: len(self.headings)] != self.headings:
            said = [replace(self.title, mark=Mark.NONE)]
        if not said:
            return None
        path = slug(self.label.replace("(", "").replace(")", ""))
        return Section(path=path, label=self.label, headings=self.headings, blocks=blocks_of(said))


def is_outlined(text: str) -> bool:
    """Whether numbers divide the text: two or more headings or paragraphs that have one."""
    outline = _Outline()
    outline.read(paragraphs_of(lines_of(text)))
    return outline.numbered >= 2


def outlined(text: str) -> Iterator[Section]:
    """A section for each numbered paragraph, agenda item or heading."""
    outline = _Outline()
    outline.read(paragraphs_of(lines_of(text)))
    for leaf, following in zip_longest(outline.leaves, outline.leaves[1:]):
        section = leaf.section(following.headings if following else ())
        if section:
            yield section


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
        titles, lines = headings_in(paragraphs, at)
        if titles > 0:
            titled = paragraphs[at : at + titles]
            self._open(self._named(titled[-1]), tuple(map(title_of, titled)), title=titled[-1])
            self.leaves[-1].paragraphs.extend(paragraphs[at + titles : at + titles + lines])
            return titles + lines
        if not self._numbered(paragraphs[at]):
            self.leaves[-1].paragraphs.append(paragraphs[at])
        return 1

    def _named(self, title: Paragraph) -> str:
        return title_of(title) if self.numbered else "Introduction"

    def _numbered(self, paragraph: Paragraph) -> bool:
        """Open a leaf when the paragraph is a numbered heading, or begins with a number of its own."""
        match paragraph.mark:
            case Mark.PARAGRAPH_NUMBER:
                self._open(paragraph.number, (self.top_title,), paragraph)
            case Mark.NUMBER if self._is_next(paragraph):
                self._top(paragraph)
            case Mark.LETTER if self.top and is_heading(paragraph) and not self._in_a_list():
                headings = (self.top_title, title_of(paragraph))
                self._open(f"{self.top}({paragraph.number})", headings, title=paragraph)
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
        if is_heading(paragraph):
            self.top_title = title_of(paragraph)
            self._open(paragraph.number, (self.top_title,), title=paragraph)
        else:
            self.top_title = ""
            self._open(paragraph.number, (), paragraph)

    def _open(
        self, label: str, headings: tuple[str, ...], *paragraphs: Paragraph, title: Paragraph | None = None
    ) -> None:
        self.leaves.append(Leaf(label, tuple(filter(None, headings)), list(paragraphs), title))
