"""Questions and answers under numbers, as in ``6 Health`` and ``6.3 What will be …?``"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingestion.parsing.blocks import blocks_of
from ingestion.parsing.lines import Line, is_furniture, lines_of, width_of
from ingestion.parsing.paragraphs import paragraphs_of
from ingestion.parsing.prose import Prose, clean, join
from ingestion.parsing.sections import Block, Section

_CHAPTER = re.compile(r"\s*(?P<number>[0-9]{1,2})(?:\.?\s+(?P<title>[A-Z].*))?\s*")
_ENTRY = re.compile(r"\s*(?P<chapter>[0-9]{1,2})\.(?P<number>[0-9]{1,3})(?:\.?\s+(?P<words>[“‘\"'(]*[A-Z].*))?\s*")
_SENTENCE_END = re.compile(r"[.?!][\"”’')]*$")
_LONGEST_QUESTION = 8
_LOOK_AHEAD = 3


@dataclass(slots=True)
class _Entry:
    """A number with the lines under it, as they are gathered."""

    number: str
    chapter: str
    lines: list[Line]


def is_faq(text: str) -> bool:
    """Whether two or more numbered entries begin with a question."""
    entries = _entries(list(lines_of(text)))
    width = width_of(list(lines_of(text)))
    return sum(bool(_question(entry.lines, width)[0]) for entry in entries if entry.number) >= 2


def faq(text: str, *, label: str = "") -> Iterator[Section]:
    """The introduction, then one section for each question with its answer."""
    lines = list(lines_of(text))
    width = width_of(lines)
    for entry in _entries(lines):
        section = _answer(entry, width, label) if entry.number else _introduction(entry.lines)
        if section:
            yield section


def _entries(lines: list[Line]) -> list[_Entry]:
    entries, chapter, title, at = [_Entry("", "", [])], 0, "", 0
    while at < len(lines):
        opened = _chapter(lines, at, chapter + 1) if lines[at].bare[:1].isdigit() else None
        if opened:
            chapter, (title, at) = chapter + 1, opened
            continue
        started = _entry(lines[at], entries[-1].number, chapter)
        if started:
            entries.append(_Entry(started[0], title, [lines[at].after(started[1])]))
        else:
            entries[-1].lines.append(lines[at])
        at += 1
    return entries


def _chapter(lines: list[Line], at: int, expected: int) -> tuple[str, int] | None:
    """The title of the chapter that begins here, and the line of its first entry: a page number has none after it."""
    found = _CHAPTER.fullmatch(lines[at].text)
    if not found or int(found["number"]) != expected:
        return None
    title, ahead = [found["title"] or ""], at + 1
    while ahead < len(lines) and len(title) <= _LOOK_AHEAD:
        entry = _ENTRY.fullmatch(lines[ahead].text)
        if entry and (entry["chapter"], entry["number"]) == (found["number"], "1"):
            return " ".join(" ".join(title).split()), ahead
        title.extend([lines[ahead].bare] if lines[ahead].bare else [])
        ahead += 1
    return None


def _entry(line: Line, last: str, chapter: int) -> tuple[str, int] | None:
    """The number of the entry that begins on this line, and where its words begin."""
    found = _ENTRY.fullmatch(line.text)
    if not found or int(found["chapter"]) != chapter:
        return None
    before = int(last.partition(".")[2]) if last.startswith(f"{chapter}.") else 0
    if found["words"] and not before < int(found["number"]) <= before + 2:
        return None
    return f"{chapter}.{found['number']}", found.start("words") if found["words"] else len(line.text)


def _introduction(lines: list[Line]) -> Section | None:
    """What stands before the first chapter; a first paragraph that does not end as a sentence does is its title."""
    paragraphs = paragraphs_of(lines)
    titled = len(paragraphs) > 1 and not _SENTENCE_END.search(paragraphs[0].text)
    blocks = blocks_of(paragraphs[1:] if titled else paragraphs)
    if not blocks:
        return None
    headings = (paragraphs[0].text,) if titled else ()
    return Section(path="introduction", label="Introduction", headings=headings, blocks=blocks)


def _answer(entry: _Entry, width: int, label: str) -> Section | None:
    question, answer = _question(entry.lines, width)
    blocks = blocks_of(paragraphs_of(answer)) or tuple(Block(prose=words) for words in question)
    if not blocks:
        return None
    questions = tuple(words.text for words in question)
    headings = tuple(filter(None, (entry.chapter, *questions)))
    return Section(
        path=entry.number, label=f"{label}{entry.number}", headings=headings, questions=questions, blocks=blocks
    )


def _question(lines: list[Line], width: int) -> tuple[list[Prose], list[Line]]:
    """The question, if there is one, and the lines of the answer."""
    said = [index for index, line in enumerate(lines) if line.bare and not is_furniture(line)]
    for count, index in enumerate(said[:_LONGEST_QUESTION], start=1):
        asked = [lines[i] for i in said[:count]]
        after = lines[said[count]].bare if count < len(said) else ""
        if _ends(asked, after, width):
            return [join([clean(line.bare, line.start + line.indent) for line in asked])], lines[index + 1 :]
    return [], lines


def _ends(asked: Sequence[Line], after: str, width: int) -> bool:
    """At a line that ends with ``?``, or, past a question, at the short last line of a paragraph."""
    last = asked[-1].bare
    if last.endswith("?"):
        return True
    short = bool(_SENTENCE_END.search(last)) and len(last) + 1 + len(after.partition(" ")[0]) <= width
    return short and any("?" in line.bare for line in asked)
