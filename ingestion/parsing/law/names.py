"""Names of enactments in a text, and the numbers by which legislation.gov.uk knows them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus import register

_END = re.compile(r"\b(?:Act|Measure|Regulations|Order|Rules)\s+(?P<year>[0-9]{4})\b")
_WELSH = re.compile(r"\b(?:Dd?eddf|Mesur|Fesur|Rh?eoliadau|G?orchymyn)\s(?:[\w’'(),-]+\s){0,16}?(?P<year>[0-9]{4})\b")
_WORD = re.compile(r"(?P<word>[\w’'.-]+|\([^()]{1,60}\)),?\s+$")
_JOINS = frozenset("and of the for in to etc etc.".split())
_NUMBER = re.compile(
    r"\s*\((?:(?P<series>c\.|p\.|anaw|asc|dsc|nawm|mccc|mwa|asp|dccc)\s*(?P<number>[0-9]+)"
    r"|(?:S\.I\.|O\.S\.)\s*(?P<si>[0-9]{4}/[0-9]+)(?P<welsh>\s*\((?:W\.|Cy\.)\s*[0-9]+\))?)"
)
_FOOTNOTE_NUMBER = re.compile(
    r"\s*(?P<year>[0-9]{4})\s+(?P<series>c\.|anaw|asc|dsc|nawm|mccc|dccc)\s*(?P<number>[0-9]+)"
    r"|\s*(?:S\.I\.|O\.S\.)\s*(?P<si>[0-9]{4}/[0-9]+)(?P<welsh>\s*\((?:W\.|Cy\.)\s*[0-9]+\))?"
)
_ALIAS = re.compile(r"[^“”]{0,80}\(“(?P<alias>(?:the|Deddf) [^“”]{2,60})”")
_MEANS = re.compile(r"“(?P<alias>(?:the|Deddf) [^“”]{2,60})”(?:\s*\(“[^“”]*”\))?\s+(?:means|yw)\s+(?:the\s+)?$")
_OF_UNIT = re.compile(
    r"\b(?:Parts?|Chapters?|Schedules?|Sections?|Regulations?|Articles?|Rules?) [0-9IVXLC][\w()]* of (?:the )?(?=[A-Z])"
)
_MUTATED = {"Ddeddf": "Deddf", "Fesur": "Mesur", "Reoliadau": "Rheoliadau", "Orchymyn": "Gorchymyn"}
_BY_YEAR = re.compile(r"the ([0-9]{4}) Act")
_MOST = 24
_NEAR = 160
_SERIES = {"c.": "ukpga", "p.": "ukpga", "dsc": "asc", "mccc": "mwa", "nawm": "mwa", "dccc": "anaw"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name that stands at ``start`` to ``end``, with the id of what it names where the text gives its number."""

    start: int
    end: int
    text: str
    id: str | None


def names_in(text: str) -> Iterator[Name]:
    """Each enactment that is named with its year."""
    for found in _END.finditer(text):
        start = _beginning(text, found.start())
        if start < found.start():
            yield _named(text, start, found)
    for found in _WELSH.finditer(text):
        yield _named(text, found.start(), found)


def _named(text: str, start: int, found: re.Match[str]) -> Name:
    number = _NUMBER.match(text, found.end())
    start = max([start, *(unit.end() for unit in _OF_UNIT.finditer(text, start, found.start()))])
    to = text.rfind(" to the ", start, found.start())
    start = start if to < 0 else to + len(" to the ")
    start += len("The ") if text.startswith("The ", start) else 0
    return Name(start, found.end(), _unmutated(text[start : found.end()]), number and _id(found["year"], number))


def _unmutated(name: str) -> str:
    """A Welsh title as it is without the mutation that words before it cause."""
    first, _, rest = name.partition(" ")
    return f"{_MUTATED[first]} {rest}" if first in _MUTATED else name


def _beginning(text: str, at: int) -> int:
    """Where a name begins that goes on to ``at``: back over capitalised words and the small words that join them."""
    start = at
    for _ in range(_MOST):
        before = _WORD.search(text, max(0, at - 80), at)
        if not before:
            break
        word = before["word"]
        if not (word in _JOINS or word[0].isupper() or word[0] == "("):
            break
        at = before.start()
        if word[0].isupper() or (word[0] == "(" and word[1:2].isupper()):
            start = at
    return start


def _id(year: str, number: re.Match[str]) -> str:
    if number["si"]:
        return f"{'wsi' if number['welsh'] else 'uksi'}-{number['si'].replace('/', '-')}"
    return f"{_SERIES.get(number['series'], number['series'])}-{year}-{number['number']}"


def numbered(note: str) -> str | None:
    """The id of the instrument that a footnote gives the number of, as in "1996 c. 56."."""
    found = _FOOTNOTE_NUMBER.match(note)
    return _id(found["year"] or "", found) if found else None


@dataclass(frozen=True, slots=True)
class Known:
    """Ids by name, and by the short name that the text gives; "" for a short name of what has no number here.

    ``principal`` is the Act that the text gives a short name to first: a statutory instrument's bare sections are of that.
    """

    ids: dict[str, str]
    principal: str | None

    def id_of(self, name: str) -> str | None:
        found = self.ids.get(name, self.ids.get(name.removeprefix("the ")))
        return self._by_year(name) if found is None else found

    def _by_year(self, name: str) -> str | None:
        """ "The 1996 Act" is the one Act of that year that the text names."""
        year = _BY_YEAR.fullmatch(name)
        found = {id_ for full, id_ in self.ids.items() if year and full.endswith(f"Act {year[1]}")}
        return found.pop() if len(found) == 1 else None


def known(texts: Iterator[str], cited: Mapping[str, str]) -> Known:
    """What the register has, what ``cited`` adds, and what the texts give numbers or short names to."""
    found = {**register.load().numbers, **cited}
    short = dict[str, str]()
    for text in texts:
        for name in names_in(text):
            if name.id:
                found.setdefault(name.text, name.id)
            alias = _ALIAS.match(text, name.end) or _MEANS.search(text, max(0, name.start - _NEAR), name.start)
            if alias:
                short.setdefault(alias["alias"], name.text)
    aliases = {alias: found.get(name, "") for alias, name in short.items()}
    acts = (id_ for id_ in aliases.values() if id_ and not id_.startswith(("wsi-", "uksi-")))
    return Known(found | aliases, next(acts, None))
