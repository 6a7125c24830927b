"""How legislation writes its cross-references: "sections 12 and 14(2)", "paragraph (b) or (d) of subsection (2)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.spans import Span

# Words for a unit, with the unit's name in ids; paragraphs and the like have none of their own below a clause.
_UNITS = {
    r"sub-?sections?|is-adran(?:nau)?": "subsection",
    r"sections?|adran(?:nau)?": "section",
    r"sub-?paragraphs?|is-b?aragraff(?:au)?": "sub-paragraph",
    r"paragraphs?|(?:pa|ba|pha|mha)ragraff(?:au)?": "paragraph",
    r"regulations?|rh?eoliad(?:au)?": "regulation",
    r"articles?|erthygl(?:au)?": "article",
    r"rules?": "rule",
    r"Schedules?|Atodlen(?:ni)?": "schedule",
    r"Parts?|Rh?an(?:nau)?": "part",
    r"Chapters?|(?:P|B|Ph|Mh)en(?:nod|odau)": "chapter",
}
_HEAD = re.compile("|".join(rf"(?<![\w-])(?:{word})(?=\s)" for word in _UNITS), re.IGNORECASE)
_KIND = [(re.compile(word, re.IGNORECASE), kind) for word, kind in _UNITS.items()]
_ITEM = re.compile(
    r"(?P<number>[0-9]+[A-Z]{0,3}[0-9]?(?!\w|\.[0-9])|[IVX]+(?![\w.]))?"
    r"(?P<brackets>(?:(?<=[0-9A-Z]) \([0-9]{1,3}[A-Z]?\))?(?:\([0-9a-zA-Z]{1,5}\))*)"
)
_SEPARATOR = re.compile(
    r"\s*(?P<dash>–)\s*(?=[0-9(])|\s*,\s*(?:(?:and|or|a|ac|neu)\s+)?|\s+(?P<to>to|i|hyd at)\s+|\s+(?:and|or|a|ac|neu)\s+"
)
_NOTE = re.compile(r"\s*\((?:[^()]|\([^()]*\)){3,300}\)")
_BRACKET = re.compile(r"\(([^()]+)\)")
_OF = re.compile(
    r"\s*(?:\((?:[^()]|\([^()]*\)){3,300}\)\s*)?,?\s*(?:of|to|o|i)(?:\s+|['’])(?:the\s+|r\s+)?", re.IGNORECASE
)
_SAME = re.compile(
    r"(?P<which>this|that|these|those)\s+(?P<what>sub-?section|section|paragraph|regulation|article|rule|provision|Schedule|Part|Chapter|Act|Regulations|Order|Measure)\b",
    re.IGNORECASE,
)
_WELSH_SAME = re.compile(
    r"(?P<what>is-adran|adran|paragraff|baragraff|is-baragraff|rh?eoliad|erthygl|Atodlen|Rh?an|Pennod|Bennod|Dd?eddf|Rh?eoliadau)\s+"
    r"(?P<which>honno|hwnnw|hynny|hon|hwn|hyn)\b"
)
_ENGLISH = {
    "is-adran": "subsection",
    "adran": "section",
    "paragraff": "paragraph",
    "baragraff": "paragraph",
    "is-baragraff": "sub-paragraph",
    "rheoliad": "regulation",
    "reoliad": "regulation",
    "erthygl": "article",
    "atodlen": "schedule",
    "rhan": "part",
    "ran": "part",
    "pennod": "chapter",
    "bennod": "chapter",
    "deddf": "act",
    "ddeddf": "act",
    "rheoliadau": "regulations",
    "reoliadau": "regulations",
}
_ARTICLE = re.compile(r"\bthe (?=[A-Z0-9])|\b(?=Dd?eddf [0-9])")
_FOREIGN = re.compile(r"of the (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
_DEFINITION = re.compile(r"definition\b", re.IGNORECASE)
_BRIEF = re.compile(r"(?:[0-9]{4} (?:Act|Regulations|Order|Measure)|Act|Regulations|Dd?eddf(?: [0-9]{4})?)\b")


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a run; ``through`` is whether all between the one before and this one is meant."""

    span: Span
    number: str
    brackets: tuple[str, ...]
    through: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Units of one kind named together. ``of`` is where the words begin that say what they are of; None: nothing says it."""

    kind: str
    numbers: tuple[Number, ...]
    of: int | None

    @property
    def start(self) -> int:
        return self.numbers[0].span.start


def runs_in(text: str) -> Iterator[Run]:
    for head in _HEAD.finditer(text):
        run = run_at(text, head)
        if run:
            yield run


def run_from(text: str, at: int) -> Run | None:
    """The run that begins exactly at ``at``."""
    head = _HEAD.match(text, at)
    return run_at(text, head) if head else None


def run_at(text: str, head: re.Match[str]) -> Run | None:
    kind = next(kind for word, kind in _KIND if word.fullmatch(head[0]))
    at, numbers, through = _spaces(text, head.end()), list[Number](), False
    while True:
        item = _ITEM.match(text, at)
        if not item or item.end() == at or (numbers and not _goes_on(item, kind)):
            break
        start = head.start() if not numbers else at
        brackets = tuple(_BRACKET.findall(item["brackets"]))
        numbers.append(Number(Span(start, item.end()), item["number"] or "", brackets, through))
        separator = _SEPARATOR.match(text, item.end()) or _past_note(text, item.end(), head[0])
        if not separator:
            break
        at, through = separator.end(), bool(separator["to"] or separator["dash"])
    if not numbers or (numbers[0].number.isalpha() and kind not in ("part", "schedule", "chapter")):
        return None
    of = _OF.match(text, numbers[-1].span.end)
    return Run(kind, tuple(numbers), of.end() if of else None)


def _past_note(text: str, at: int, head: str) -> re.Match[str] | None:
    """The separator behind a note in brackets: "sections 17 (duty to refer) and 18"."""
    note = _NOTE.match(text, at)
    separator = _SEPARATOR.match(text, note.end()) if note else None
    if not separator:
        return None
    more = _ITEM.match(text, separator.end())
    plural = head.lower().endswith(("s", "au"))
    return separator if more and (more["brackets"] or (more["number"] and plural)) else None


def _goes_on(item: re.Match[str], kind: str) -> bool:
    """A later number of a run is a number again, or brackets alone; a bare numeral in a list of brackets is none."""
    return bool(item["brackets"]) or (bool(item["number"]) and kind not in ("subsection", "sub-paragraph"))


def _spaces(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def same_at(text: str, at: int) -> tuple[str, str] | None:
    """``("that", "section")`` where such words, or the Welsh ones for them, stand at ``at``."""
    found = _SAME.match(text, at)
    if found:
        return found["which"].lower().replace("these", "this").replace("those", "that"), found["what"].lower()
    welsh = _WELSH_SAME.match(text, at)
    if welsh:
        return "this" if welsh["which"] in ("hon", "hwn", "hyn") else "that", _ENGLISH[welsh["what"].lower()]
    return None


def definition_at(text: str, at: int) -> bool:
    return bool(_DEFINITION.match(text, at))


def brief_at(text: str, at: int) -> str | None:
    """A short name of an instrument at ``at``, as in "the 1996 Act", or "Deddf 1996" in Welsh; ``at`` is past its article."""
    found = _BRIEF.match(text, at)
    if not found:
        return None
    return found[0].replace("Ddeddf", "Deddf") if "eddf" in found[0] else f"the {found[0]}"


def foreign_at(text: str, at: int) -> str | None:
    """A proper name at ``at`` behind "of the", as in "Part 1 of the Convention"."""
    found = _FOREIGN.search(text, max(0, at - len("of the ")), at + 80)
    return found["name"] if found and found.start("name") == at else None


def briefs_in(text: str) -> Iterator[tuple[int, str]]:
    """Each short name of an instrument, as in "the 1996 Act", with its place."""
    for found in _ARTICLE.finditer(text):
        words = brief_at(text, found.end())
        if words:
            yield found.end(), words
