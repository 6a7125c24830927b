"""Markdown: a section for the text under each heading, with lists, tables and code kept as text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ingestion.parsing.blocks import blocks_of
from ingestion.parsing.headings import slug
from ingestion.parsing.lines import Line, lines_of
from ingestion.parsing.marks import Mark
from ingestion.parsing.markup import FENCE, MARKDOWN, front_matter, heading
from ingestion.parsing.paragraphs import Paragraph, paragraphs_of
from ingestion.parsing.prose import Prose, clean
from ingestion.parsing.sections import Section

_UNDERLINE = {"=": 1, "-": 2}
_QUOTE = re.compile(r"\s*>[>\s]*")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def is_markdown(text: str, name: str) -> bool:
    """By the file's suffix; without a name, by a heading or front matter on the first line."""
    if name:
        return name.lower().endswith((".md", ".markdown"))
    return text.startswith(("---\n", "+++\n", "# "))


def markdown(text: str) -> Iterator[Section]:
    """One section for each heading that has text; numbered paragraphs are sections of their own."""
    parts = list(_parts(text))
    for part, following in zip(parts, [*parts[1:], _Part(())], strict=True):
        title = part.path[-1] if part.path else "Introduction"
        for number, paragraphs in _by_number(part.paragraphs() or part.untold(following)):
            label = number or title
            yield Section(
                path=slug(label),
                label=label,
                headings=part.path,
                questions=(title,) if title.endswith("?") and not number else (),
                blocks=blocks_of(paragraphs),
            )


@dataclass(slots=True)
class _Part:
    """A heading's path, and the runs of lines under it: text, or code that is kept as it stands."""

    path: tuple[str, ...]
    title: Paragraph | None = None
    runs: list[tuple[bool, list[Line]]] = field(default_factory=list)

    def add(self, line: Line, code: bool) -> None:
        if not self.runs or self.runs[-1][0] != code:
            self.runs.append((code, []))
        self.runs[-1][1].append(line)

    def paragraphs(self) -> list[Paragraph]:
        return [p for code, lines in self.runs for p in (_code(lines) if code else paragraphs_of(lines, MARKDOWN))]

    def untold(self, following: "_Part") -> list[Paragraph]:
        """A heading with nothing under it is text itself, unless it heads the part that follows."""
        heads = following.path[: len(self.path)] == self.path
        return [self.title] if self.title and self.title.text and not heads else []


def _code(lines: Iterable[Line]) -> Iterator[Paragraph]:
    for line in lines:
        if line.bare:
            end = line.start + len(line.text)
            yield Paragraph(mark=Mark.ROW, prose=Prose(line.text.rstrip(), ((0, line.start),), end))


def _parts(text: str) -> Iterator[_Part]:
    titles, part, code = dict[int, str](), _Part(()), False
    for line, after in pairwise([*_without_comments(text), Line("", len(text))]):
        if FENCE.match(line.text):
            code = not code
            continue
        found = None if code else heading(line) or _underlined(line, after)
        if not found:
            part.add(line if code else _unquoted(line), code)
            continue
        level, title = found
        titles = {depth: above for depth, above in titles.items() if depth < level} | {level: title}
        yield part
        words = clean(line.text.lstrip("# "), line.start + len(line.text) - len(line.text.lstrip("# ")), MARKDOWN)
        part = _Part(tuple(filter(None, titles.values())), Paragraph(mark=Mark.NONE, prose=words))
    yield part


def _without_comments(text: str) -> list[Line]:
    hidden = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    return front_matter(list(lines_of(hidden)))[1]


def _underlined(line: Line, after: Line) -> tuple[int, str] | None:
    """A heading that a row of ``=`` or ``-`` underlines."""
    rule = after.bare
    if len(rule) < 3 or set(rule) not in ({"="}, {"-"}) or not line.bare or line.bare.startswith(("-", "|", ">")):
        return None
    return _UNDERLINE[rule[0]], " ".join(line.bare.split())


def _unquoted(line: Line) -> Line:
    quote = _QUOTE.match(line.text)
    return line.after(quote.end()) if quote else line


def _by_number(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, list[Paragraph]]]:
    number, group = "", list[Paragraph]()
    for paragraph in paragraphs:
        if paragraph.mark is Mark.PARAGRAPH_NUMBER:
            if group:
                yield number, group
            number, group = paragraph.number, []
        group.append(paragraph)
    if group:
        yield number, group
