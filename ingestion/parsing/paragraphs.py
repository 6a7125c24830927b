"""Paragraphs of plain text: wrapped lines joined, each item of a list by itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ingestion.parsing.lines import Line, is_furniture, width_of
from ingestion.parsing.marks import Mark, is_row, mark_of
from ingestion.parsing.prose import PLAIN, Prose, clean, join


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """``number`` is what its mark says; ``alone`` is whether blank lines stand before and after a single line."""

    mark: Mark
    prose: Prose
    number: str = ""
    indent: int = 0
    alone: bool = False

    @property
    def text(self) -> str:
        return self.prose.text


_ENDED = re.compile(r"[.?!:;…][\"”’')\]]*$|[.?!:;]-$")
_ITEM_ENDED = re.compile(r"(?:[.?!…][\"”’')\]]*|;|; and|; or|;and|;or)$")
_UNFINISHED = re.compile(r"(?:,|\b(?:a|an|and|any|as|at|by|for|from|in|its|of|on|or|our|that|the|their|to|with))$")
_SHORT_LINE = 50
_LONE_NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,3})+")
_HYPHEN = re.compile(r"(\w+)-$")


def paragraphs_of(lines: Iterable[Line], drops: re.Pattern[str] = PLAIN) -> list[Paragraph]:
    """The paragraphs that the lines make, without page numbers and bare marks; ``drops`` as for ``clean``."""
    kept = [line.blank() if is_furniture(line) else line for line in lines]
    words = frozenset(re.findall(r"\w+", "\n".join(line.text for line in kept).lower()))
    groups = list(_grouped(kept, width_of(kept)))
    apart = [blank or _opens(above[0], group[0]) for (above, _), (group, blank) in pairwise(groups)] + [True]
    joiner = _Joiner(words, drops)
    made = (joiner.paragraph(group, before and after) for (group, before), after in zip(groups, apart, strict=False))
    return list(_listed(paragraph for paragraph in made if paragraph.text))


def _grouped(lines: list[Line], width: int) -> Iterator[tuple[list[Line], bool]]:
    """Lines that belong together, and whether a blank line stands before them."""
    group, apart, blank = list[Line](), True, True
    for line in lines:
        if not line.bare:
            blank = True
            continue
        if group and _breaks(group, line, blank, width):
            yield group, apart
            group, apart = [], blank
        group.append(line)
        blank = False
    if group:
        yield group, apart


def _breaks(group: list[Line], line: Line, blank: bool, width: int) -> bool:
    before = group[-1].bare
    if len(group) == 1 and _LONE_NUMBER.fullmatch(before):
        return mark_of(line)[0] is Mark.PARAGRAPH_NUMBER
    if is_row(line.bare) or is_row(before):
        return True
    if mark_of(line)[0] is not Mark.NONE and (blank or _may_start(before, line) or _opens(group[0], line)):
        return True
    if blank:
        return not _unfinished(before, line.bare)
    fits = len(before) + 1 + len(line.bare.split()[0]) <= width
    return fits and (bool(_ITEM_ENDED.search(before)) or _is_title(group, line, width))


def _may_start(before: str, line: Line) -> bool:
    """A wrapped line may begin with what looks like a number; a dash or bullet is always meant."""
    return mark_of(line)[0] is Mark.BULLET or bool(_ENDED.search(before)) or bool(_ITEM_ENDED.search(before))


def _opens(heading: Line, line: Line) -> bool:
    """Whether ``line`` is the first paragraph under a numbered heading, as 3.1 is under "3. Premises"."""
    (mark, number, _), (first, under, _) = mark_of(heading), mark_of(line)
    return mark is Mark.NUMBER and first is Mark.PARAGRAPH_NUMBER and under == f"{number}.1"


def _unfinished(before: str, after: str) -> bool:
    """Whether a sentence goes on past a blank line, as at the foot of a page."""
    runs_on = after[0].islower() and len(before) > _SHORT_LINE
    return not _ENDED.search(before) and (runs_on or bool(_UNFINISHED.search(before)))


def _is_title(group: list[Line], line: Line, width: int) -> bool:
    numbered = mark_of(group[0])[0] in (Mark.NUMBER, Mark.LETTER)
    return len(group) == 1 and numbered and len(group[0].bare) < 0.8 * width and line.bare[0].isupper()


@dataclass(frozen=True, slots=True)
class _Joiner:
    """Makes one paragraph of its lines. ``words`` are the document's own: they tell a broken word from a hyphen."""

    words: frozenset[str]
    drops: re.Pattern[str]

    def paragraph(self, lines: list[Line], apart: bool) -> Paragraph:
        mark, number, at = mark_of(lines[0])
        indent = lines[0].indent
        if mark is Mark.NONE and is_row(lines[0].bare):
            mark = Mark.ROW
        first, *rest = [lines[0].after(at), *(line.after(line.indent) for line in lines[1:])]
        pieces = [first, *rest] if first.bare else rest or [lines[0]]
        return Paragraph(
            mark=mark, prose=self._joined(pieces), number=number, indent=indent, alone=apart and len(pieces) == 1
        )

    def _joined(self, lines: list[Line]) -> Prose:
        cleaned = [clean(line.text.rstrip("| "), line.start, self.drops) for line in lines]
        pieces = [piece for piece in cleaned if piece.text] or cleaned[:1]
        for index, (piece, after) in enumerate(pairwise(pieces)):
            broken = _HYPHEN.search(piece.text)
            if not broken:
                pieces[index] = piece.then(" ")
            elif (broken[1] + _first_word(after.text)).lower() in self.words:
                pieces[index] = piece.cut(0, len(piece.text) - 1)
        return join(pieces, "")


def _first_word(text: str) -> str:
    return re.split(r"\W", text, maxsplit=1)[0]


def _listed(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """A list that lost its bullets goes on in small letters after a colon."""
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if before and paragraph.mark is Mark.NONE and paragraph.text[:1].islower() and _goes_on(before):
            paragraph = replace(paragraph, mark=Mark.BULLET)
        yield paragraph
        before = paragraph


def _goes_on(before: Paragraph) -> bool:
    return before.text.endswith(":") or (before.mark is Mark.BULLET and not before.text.endswith("."))
