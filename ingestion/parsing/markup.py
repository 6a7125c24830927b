"""Markdown's marks: what to drop from a line, and front matter."""

import re

from ingestion.parsing.lines import Line

# Emphasis, footnote references, code marks, the brackets and addresses of links, and the spaces inside “ these ”.
MARKDOWN = re.compile(
    r"(?<=“)\s+|\s+(?=”)|\[\^[^\]]{1,60}\]|(?<=\S)[*`]+|[*`]+(?=\S)"
    r"|!?\[(?=[^\]]{0,300}\]\()|\]\([^)]{0,2000}\)|(?P<space>\s+)"
)
FENCE = re.compile(r"\s*(?:```|~~~)")
_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})\s+(?P<title>.*?)\s*#*\s*")
_FRONT = ("---", "+++")


def heading(line: Line) -> tuple[int, str] | None:
    """The level and words of a heading, as in ``## PART 2 — …``."""
    found = _HEADING.fullmatch(line.text)
    if not found:
        return None
    return len(found["level"]), " ".join(MARKDOWN.sub(lambda m: " " if m["space"] else "", found["title"]).split())


def front_matter(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the front matter, if there is any, and the lines after it."""
    if lines and lines[0].bare in _FRONT:
        for index, line in enumerate(lines[1:], start=1):
            if line.bare == lines[0].bare:
                return lines[1:index], lines[index + 1 :]
    return [], lines
