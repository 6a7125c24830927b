"""Headings of plain text, which has no marks for them, and the ids that are made of them."""

import re
from collections.abc import Sequence

from ingestion.parsing.blocks import is_item
from ingestion.parsing.marks import Mark
from ingestion.parsing.paragraphs import Paragraph

_LONGEST_HEADING = 90
_NO_HEADING = re.compile(r"[.;,!]$|[.:]-$|^[a-z]|^[\[(“‘\"]|[.?!] [A-Z]|https?:|\t")
_SLUG = re.compile(r"[a-z0-9]+(?:\.[a-z0-9]+)*")


def is_heading(paragraph: Paragraph) -> bool:
    """A short line of its own that does not end as a sentence does, or is in capitals."""
    text = paragraph.text
    if not paragraph.alone or len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
        return False
    return text.isupper() or not _NO_HEADING.search(text)


def title_of(paragraph: Paragraph) -> str:
    return paragraph.text.rstrip(".:- ")


def headings_in(paragraphs: Sequence[Paragraph], at: int) -> tuple[int, int]:
    """Of the lines from ``at`` on that look like headings, how many are, and how many of the rest are text.

    Of more than two, and of those at the document's end, only the first is one; one that opens a list is not.
    """
    run = 0
    while at + run < len(paragraphs) and _is_unnumbered_heading(paragraphs[at + run]):
        run += 1
    if run and _opens_list(paragraphs, at + run - 1):
        return run - 1, 0
    if at + run == len(paragraphs):
        return min(1, run - 1), run - min(1, run - 1)
    return (run, 0) if run <= 2 else (1, run - 1)


def _is_unnumbered_heading(paragraph: Paragraph) -> bool:
    return paragraph.mark is Mark.NONE and is_heading(paragraph)


def _opens_list(paragraphs: Sequence[Paragraph], at: int) -> bool:
    return paragraphs[at].text.endswith(":") and at + 1 < len(paragraphs) and is_item(paragraphs[at + 1])


def slug(label: str) -> str:
    return "-".join(_SLUG.findall(label.lower()))[:60].strip("-.") or "text"
