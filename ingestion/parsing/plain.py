"""Plain text without numbers: a section for each paragraph, or for a list with the words that open it."""

from collections.abc import Iterator, Sequence

from ingestion.parsing.blocks import blocks_of, is_item, opens_a_list
from ingestion.parsing.headings import headings_in, title_of
from ingestion.parsing.lines import lines_of
from ingestion.parsing.marks import Mark
from ingestion.parsing.paragraphs import Paragraph, paragraphs_of
from ingestion.parsing.sections import Section
from ingestion.parsing.splitting import LIMIT

_LONG_ITEM = 150


def plain(text: str) -> Iterator[Section]:
    """Sections labelled ``paragraph 1`` and on, under the nearest heading."""
    sections = _sections(paragraphs_of(lines_of(text)))
    for number, (headings, paragraphs) in enumerate(sections, start=1):
        yield Section(
            path=f"paragraph-{number}", label=f"paragraph {number}", headings=headings, blocks=blocks_of(paragraphs)
        )


Part = tuple[tuple[str, ...], Sequence[Paragraph]]


def _sections(paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    headings, at = tuple[str, ...](), 0
    while at < len(paragraphs):
        titles, lines = headings_in(paragraphs, at)
        if titles > 0:
            headings = tuple(title_of(p) for p in paragraphs[at : at + titles])
            at += titles
        end = at + lines if titles > 0 and lines else _end(paragraphs, at)
        yield from _listed(headings, paragraphs[at:end])
        at = end


def _end(paragraphs: Sequence[Paragraph], at: int) -> int:
    """Where the section that begins at ``at`` ends: after the list that it opens, or the rows of its table."""
    end = at + 1
    if not (opens_a_list(paragraphs[at].text) or _in_run(paragraphs[at])):
        return end
    while end < len(paragraphs) and _in_run(paragraphs[end]):
        end += 1
    return end


def _in_run(paragraph: Paragraph) -> bool:
    return is_item(paragraph) or paragraph.mark is Mark.ROW


def _listed(headings: tuple[str, ...], paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    """One section; but the items of a list that is too long for a passage each stand under its opening words."""
    items = [p for p in paragraphs if is_item(p)]
    length = sum(len(p.text) for p in paragraphs)
    if length <= LIMIT or not items or sum(len(p.text) for p in items) < _LONG_ITEM * len(items):
        yield headings, paragraphs
        return
    lead = () if is_item(paragraphs[0]) else (title_of(paragraphs[0]),)
    for item in items:
        yield (*headings, *lead), [item]
