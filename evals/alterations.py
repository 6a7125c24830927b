"""Altered sentences: what the verifier catches of sentences made wrong in one way, and lets through of harmless rewordings.

Each line of the shipped notes is a sentence with itself as its quote. Wrong ones swap a number, a unit of time, the force, the
bearer, a section, turn a negation, or drop an exception, as a language model might; harmless ones say the same.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from assistant.quoting import Draft, Quoted, draft_of
from assistant.verification import faults
from corpus import glossary, notes

SEED = 2018
_TIME = re.compile(r"\b(\d+)( (?:school |working |term time )?)(days|weeks|months|years)\b")
_TIME_CY = re.compile(r"\b(\d+)( )(diwrnod ysgol|diwrnod gwaith|wythnos|mis)\b")
_UNITS = {"days": "weeks", "weeks": "days", "months": "weeks", "years": "months"}
_UNITS_CY = {"diwrnod ysgol": "wythnos", "diwrnod gwaith": "wythnos", "wythnos": "mis", "mis": "wythnos"}
_SECTION = re.compile(r"\b(section|regulation|adran|rheoliad) (\d+)\b")
_EXCEPTION = re.compile(r",? (?:unless|except|oni bai|ac eithrio)\b[^.;,]*(?=[.;,])")
_BRACKET = re.compile(r" \([^()\d]*\)")
_FORCES = {
    "must → may": (" must ", " may "), "may → must": (" may ", " must "), "must → should": (" must ", " should "),
}  # fmt: skip
_BODIES = (
    ("governing body", "local authority"), ("local authority", "governing body"), ("NHS body", "governing body"),
    ("Welsh Ministers", "Tribunal"), ("corff llywodraethu", "awdurdod lleol"), ("awdurdod lleol", "corff GIG"),
)  # fmt: skip
_NEGATED = (
    (" must not ", " must "), (" may not ", " may "), (" is not ", " is "), (" does not ", " does "),
    (" must ", " must not "), (" is ", " is not "), (" may ", " may not "), (" are ", " are not "),
)  # fmt: skip
_NEGATED_CY = (
    ("Ni chaiff ", "Caiff "), ("Nid yw ", "Mae "), ("Nid oes ", "Mae "), ("Caiff ", "Ni chaiff "),
)  # fmt: skip
Alter = Callable[[str, random.Random], str | None]


@dataclass(frozen=True, slots=True)
class Rate:
    """Of a kind of alteration: how many sentences it fitted, and how many of these the verifier dropped."""

    kind: str
    tried: int
    dropped: int
    harmless: bool

    @property
    def right(self) -> float:
        share = self.dropped / self.tried
        return 1 - share if self.harmless else share

    def __str__(self) -> str:
        what = "let through" if self.harmless else "caught"
        count = self.tried - self.dropped if self.harmless else self.dropped
        return f"{self.kind:<24}{count:>5} of {self.tried:<5} {what} {self.right:7.3f}"


@cache
def rates() -> tuple[Rate, ...]:
    """Every alteration of every line that it fits; it takes seconds, and the check asks twice."""
    drawn = random.Random(SEED)
    tried, dropped = Counter[str](), Counter[str]()
    for draft in _lines():
        language = draft.quotes[0].passage.language
        for kind, alter in (*WRONG.items(), *HARMLESS.items(), ("abbreviations in full", _spelt_out(language))):
            text = alter(draft.text, drawn)
            if text is not None and (text != draft.text or kind == "as it stands"):
                tried[kind] += 1
                dropped[kind] += any(faults(replace(draft, text=text)))
    return tuple(Rate(kind, tried[kind], dropped[kind], kind not in WRONG) for kind in tried)


def printed(found: Iterable[Rate]) -> str:
    found = list(found)
    wrong = [rate for rate in found if not rate.harmless]
    caught, missed = sum(r.dropped for r in wrong), sum(r.tried - r.dropped for r in wrong)
    alarms = sum(r.dropped for r in found if r.harmless)
    return "\n".join(
        [*map(str, found), f"recall {caught / (caught + missed):.3f}  precision {caught / (caught + alarms):.3f}"]
    )


def figures(found: Iterable[Rate]) -> Mapping[str, float]:
    """By kind, the share of the sentences on which the verifier is right."""
    return {rate.kind: round(rate.right, 4) for rate in found}


def _lines() -> Iterator[Draft]:
    for note in notes.load():
        for at in range(len(note.passage.units)):
            yield draft_of([Quoted(note.passage, at)])


def _number(text: str, drawn: random.Random) -> str | None:
    match = _TIME.search(text) or _TIME_CY.search(text)
    return match and _with(text, match, f"{int(match[1]) + drawn.choice((1, 2, 5, 7))}{match[2]}{match[3]}")


def _unit(text: str, _: random.Random) -> str | None:
    match = _TIME.search(text) or _TIME_CY.search(text)
    return match and _with(text, match, f"{match[1]}{match[2]}{(_UNITS | _UNITS_CY)[match[3]]}")


def _force(kind: str) -> Alter:
    said, instead = _FORCES[kind]

    def alter(text: str, _: random.Random) -> str | None:
        return text.replace(said, instead, 1) if said in text and f"{said}not" not in text else None

    return alter


def _first_of(pairs: Iterable[tuple[str, str]]) -> Alter:
    """The first of these words that a sentence holds, with the others instead."""

    def alter(text: str, _: random.Random) -> str | None:
        pair = next((pair for pair in pairs if pair[0] in text), None)
        return text.replace(*pair, 1) if pair else None

    return alter


def _body(text: str, _: random.Random) -> str | None:
    pair = next(((said, instead) for said, instead in _BODIES if said in text and instead not in text), None)
    return text.replace(*pair) if pair else None


def _section(text: str, drawn: random.Random) -> str | None:
    match = _SECTION.search(text)
    return match and _with(text, match, f"{match[1]} {int(match[2]) + drawn.choice((1, 2, 11))}")


def _exception(text: str, _: random.Random) -> str | None:
    return _EXCEPTION.sub("", text, count=1)


def _spelt_out(language: str) -> Alter:
    return lambda text, _: glossary.load().spelt_out(_BRACKET.sub("", text), language)


def _with(text: str, match: re.Match[str], instead: str) -> str:
    return text[: match.start()] + instead + text[match.end() :]


WRONG: dict[str, Alter] = {
    "number": _number,
    "unit of time": _unit,
    **{kind: _force(kind) for kind in _FORCES},
    "negated": _first_of(_NEGATED),
    "negated in Welsh": _first_of(_NEGATED_CY),
    "another body": _body,
    "another section": _section,
    "exception dropped": _exception,
}
HARMLESS: dict[str, Alter] = {
    "as it stands": lambda text, _: text,
    "brackets dropped": lambda text, _: _BRACKET.sub("", text),
}
