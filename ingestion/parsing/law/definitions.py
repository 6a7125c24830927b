"""Defined terms: the words that a provision gives a meaning, and the part of the instrument in which they have it."""

import re
from collections.abc import Iterator

from corpus.legislation import Definition
from corpus.provisions import Provision
from ingestion.parsing.law.instrument import Clause, Instrument
from ingestion.parsing.law.items import Item

_TERM = r"(?<!\()(?<!” and )(?<!” ac )(?<!words )“(?P<term>[^“”]{2,80})[”“]?"
_TWIN = r"(?:\s*\(“[^()]{1,120}\))?"
_MEANING = (
    r"(?:means?|has the (?:same )?meaning|have the (?:same )?meaning|includes?|does not include|is a reference|are to be"
    r"|is to be|refers? to|is(?=—)|is (?:a|an|the|any|one)\b|are (?:a|the|any)\b|yw\b|mae i|mae’n|mae'n|—)"
)
_GAP = r"(?:,[^“”—]{3,160},|,? (?:for|in relation to|in respect of) [^“”—]{3,200}?)?(?:\s*,)?"
_FORMAL = re.compile(rf"{_TERM}{_TWIN}{_GAP}\s*{_MEANING}")
_KNOWN_AS = re.compile(r"\b(?:known|referred to(?: in this [A-Z]\w+)?) as (?:an? |the )?“(?P<term>[^“”]{2,80})”")
_WELSH_FORMAL = re.compile(rf"(?:[Yy]styr|[Mm]ae i|[Mm]ae)\s+{_TERM}{_TWIN}")
_TOGETHER = re.compile(
    rf"“[^“”]{{2,80}}”{_TWIN}(?:(?:, | and | or | a | ac | neu )“[^“”]{{2,80}}”{_TWIN})+,?\s*{_MEANING}"
)
_EACH = re.compile(r"(?<!\()“([^“”]{2,80})”")
_ALSO = re.compile(rf"(?<=and ){_TERM}{_TWIN}(?= \((?:and other related|“)|\s*\)? means)")
_ALIAS = re.compile(
    r"(?<![”“] )(?<![”“])\((?:the |an? |(?:in|for) [^“”()]{3,80}, )?“(?P<term>[^“”]{2,60})”[^()]{0,60}(?:\([^()]*\))?\)"
)
_APPLIES = re.compile(
    r"\bappl(?:y|ies) for the purposes of this (?P<unit>Act|Part|Chapter|Schedule|Measure|Order)\b|\bappl(?:y|ies) for the purposes of these (?P<more>Regulations)"
)
_INTERPRETS = re.compile(r"\b(?:interpretation|meaning|definition|dehongli|ystyr)", re.IGNORECASE)
_ENACTMENT = re.compile(r"[0-9]{4} (?:Act|Measure|Regulations|Order)|Deddf [0-9]{4}")
_SCOPE = re.compile(
    r"\b(?:this|these) (?P<unit>section|subsection|regulation|paragraph|Part|Chapter|Schedule|Act|Regulations|Order|Measure)\b"
    r"|\b[Ii]n (?P<within>subsections?|paragraphs?) \("
    r"|\b(?P<welsh>yr adran hon|y rheoliad hwn|y Rhan hon|y Bennod hon|yr Atodlen hon|y Ddeddf hon|y Rheoliadau hyn|y Mesur hwn)"
)
_WELSH_UNITS = {
    "yr adran hon": "section",
    "y rheoliad hwn": "regulation",
    "y Rhan hon": "part",
    "y Bennod hon": "chapter",
    "yr Atodlen hon": "schedule",
    "y Ddeddf hon": "act",
    "y Rheoliadau hyn": "regulations",
    "y Mesur hwn": "measure",
}


def define(instrument: Instrument) -> None:
    """Give each item the terms that it defines. What a quoted amendment defines is defined in another enactment.

    A label in brackets, as in (“the new body”), is taken to hold in its own clause, but for that of an enactment.
    """
    for clause in instrument.clauses:
        usual = _of_clause(clause)
        for item in clause.items[: clause.own]:
            within = _within(item, clause, usual)
            terms = dict.fromkeys(
                (*_terms(item.text, _FORMAL, _WELSH_FORMAL, _ALSO, _KNOWN_AS), *_together(item.text)), within
            )
            marked = (term.removeprefix("the ") for term in item.terms if f"(“{term}" not in item.text)
            terms |= {term: within for term in marked if term not in terms}
            for label in _terms(item.text, _ALIAS):
                terms.setdefault(label, () if _ENACTMENT.fullmatch(label) else _units("section", clause))
            item.defines = tuple(Definition(term, units) for term, units in terms.items())


def _terms(text: str, *patterns: re.Pattern[str]) -> Iterator[str]:
    for pattern in patterns:
        for found in pattern.finditer(text):
            quoted = pattern is _ALIAS and text.count("“", 0, found.start()) > text.count("”", 0, found.start())
            if not quoted:
                yield found["term"].removeprefix("the ").strip(" (")


def _together(text: str) -> Iterator[str]:
    """Terms that one sentence defines together: “swan” and “cygnet” have the meaning…"""
    for found in _TOGETHER.finditer(text):
        yield from _EACH.findall(found[0])


def _within(item: Item, clause: Clause, usual: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """The units that a definition is limited to by its own words, or by those that open its list; else the ``usual`` ones."""
    said: Item | None = item
    while said is not None:
        phrase = said.text.partition("“")[0]
        scope = _SCOPE.search(phrase)
        if scope:
            named = (t for one in said.found if one.span.end <= len(phrase) for t in one.targets)
            others = tuple(t for t in named if clause.provision and t.source_id == clause.provision.source_id)
            if scope["within"]:
                return others or _units("section", clause)
            units = _units((scope["unit"] or _WELSH_UNITS[scope["welsh"]]).lower(), clause)
            return (*units, *others) if units else ()
        said = None if said.opening is None else clause.items[said.opening]
    return usual


def _of_clause(clause: Clause) -> tuple[Provision, ...]:
    """Where no words limit a term: its own clause, unless that says more of itself or is there to give meanings."""
    applies = (_APPLIES.search(item.text) for item in clause.items)
    said = next((found for found in applies if found), None)
    if said:
        return _units((said["unit"] or said["more"]).lower(), clause)
    meanings = clause.headings and _INTERPRETS.search(clause.headings[-1])
    return () if meanings else _units("section", clause)


def _units(unit: str, clause: Clause) -> tuple[Provision, ...]:
    if unit in ("part", "chapter", "schedule"):
        return tuple(p for p in clause.parts if p.division == unit)[-1:]
    if unit in ("act", "regulations", "order", "measure") or clause.provision is None:
        return ()
    return (clause.provision,)
