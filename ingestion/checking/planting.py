"""Planted errors: sentences that stand, each made wrong in one way, to see how many the linter catches."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.duties import Bearer, Force
from corpus.notes import Note
from corpus.provisions import Provision
from corpus.register import Register
from ingestion.checking.checks import Claim, claims, verdicts
from ingestion.checking.texts import Texts

SEED = 2018
_UNITS = {"days": "weeks", "weeks": "days", "months": "weeks", "years": "months"}
_TIME = re.compile(r"\b(\d+)( (?:school |working |term time )?)(days|weeks|months|years)\b")
_DATE = re.compile(
    r"\b(\d{1,2})( (?:January|February|March|April|May|June|July|August|September|October|November|December))\b"
)
_MODALS = {Force.MUST: " must ", Force.MUST_NOT: " must not ", Force.MAY: " may ", Force.SHOULD: " should "}
_PARTIES = {
    Bearer.GOVERNING_BODY: ("governing body", "local authority", Bearer.LOCAL_AUTHORITY),
    Bearer.LOCAL_AUTHORITY: ("local authority", "NHS body", Bearer.NHS_BODY),
    Bearer.NHS_BODY: ("NHS body", "governing body", Bearer.GOVERNING_BODY),
    Bearer.WELSH_MINISTERS: ("Welsh Ministers", "local authority", Bearer.LOCAL_AUTHORITY),
}


@dataclass(frozen=True, slots=True)
class Rate:
    """How many errors of a kind were planted, how many were found, and how many more listed for a person to read."""

    kind: str
    planted: int
    caught: int
    listed: int

    def __str__(self) -> str:
        more = f", {self.listed} more listed for a person" if self.listed else ""
        return f"{self.kind:<24}{self.caught:>4} of {self.planted:<4} {self.caught / self.planted:.0%}{more}"


def rates(notes: Sequence[Note], texts: Texts, register: Register) -> list[Rate]:
    """Every kind of error planted in every sentence that it fits and that stands verified as it is."""
    drawn = random.Random(SEED)
    planted, caught, listed = Counter[str](), Counter[str](), Counter[str]()
    for claim in _sound(notes, texts, register):
        for kind, plant in PLANTS.items():
            wrong = plant(claim, drawn, texts)
            if wrong is not None:
                found = verdicts(wrong, texts, register)
                planted[kind] += 1
                caught[kind] += any(verdict.at_fault for verdict in found)
                listed[kind] += bool(found) and not any(verdict.at_fault for verdict in found)
    return [Rate(kind, planted[kind], caught[kind], listed[kind]) for kind in PLANTS if planted[kind]]


def _sound(notes: Sequence[Note], texts: Texts, register: Register) -> Iterator[Claim]:
    """English sentences that rest on law at hand alone and in which nothing was found."""
    for note in notes:
        for claim in claims(note) if note.language == "en" else ():
            if all(texts.is_law(provision) for provision in claim.provisions) and not verdicts(claim, texts, register):
                yield claim


def _number(claim: Claim, drawn: random.Random, texts: Texts) -> Claim | None:
    return _reworded(claim, _TIME, lambda m: f"{int(m[1]) + drawn.choice((1, 2, 7))}{m[2]}{m[3]}")


def _time_unit(claim: Claim, drawn: random.Random, texts: Texts) -> Claim | None:
    return _reworded(claim, _TIME, lambda m: f"{m[1]}{m[2]}{_UNITS[m[3]]}")


def _date(claim: Claim, drawn: random.Random, texts: Texts) -> Claim | None:
    return _reworded(claim, _DATE, lambda m: f"{int(m[1]) % 28 + 1}{m[2]}")


def _no_such_provision(claim: Claim, drawn: random.Random, texts: Texts) -> Claim | None:
    first, *others = claim.provisions
    return _resting_on(claim, [Provision(f"{first.clause.id}/99"), *others])


def _another_section(claim: Claim, drawn: random.Random, texts: Texts) -> Claim | None:
    """Each provision moved to the section after its own, as when a Bill was renumbered."""
    moved = [_next_clause(provision, texts) for provision in claim.provisions]
    return None if None in moved else _resting_on(claim, [provision for provision in moved if provision])


def _next_clause(provision: Provision, texts: Texts) -> Provision | None:
    clauses = texts.clauses(provision.source_id)
    if provision.clause not in clauses[:-1]:
        return None
    return clauses[clauses.index(provision.clause) + 1]


def _section_in_text(claim: Claim, drawn: random.Random, texts: Texts) -> Claim | None:
    return _reworded(claim, re.compile(r"\b(section|regulation) (\d+)\b"), lambda m: f"{m[1]} {int(m[2]) + 9}")


def _force(to: Force) -> Callable[[Claim, random.Random, Texts], Claim | None]:
    def plant(claim: Claim, drawn: random.Random, texts: Texts) -> Claim | None:
        own = claim.unit.force
        if own is None or own is to or _MODALS[own] not in claim.sentence:
            return None
        sentence = claim.sentence.replace(_MODALS[own], _MODALS[to], 1)
        return Claim(sentence, replace(claim.unit, force=to))

    return plant


def _bearer(claim: Claim, drawn: random.Random, texts: Texts) -> Claim | None:
    named = _PARTIES.get(claim.unit.bearer) if claim.unit.bearer else None
    if named is None or named[0] not in claim.sentence:
        return None
    return Claim(claim.sentence.replace(named[0], named[1]), replace(claim.unit, bearer=named[2]))


def _bearer_in_text(claim: Claim, drawn: random.Random, texts: Texts) -> Claim | None:
    """The sentence names another than its braces do."""
    named = _PARTIES.get(claim.unit.bearer) if claim.unit.bearer else None
    if named is None or named[0] not in claim.sentence:
        return None
    return Claim(claim.sentence.replace(named[0], "inspectorate").replace("school", "inspectorate"), claim.unit)


def _reworded(claim: Claim, where: re.Pattern[str], put: Callable[[re.Match[str]], str]) -> Claim | None:
    sentence = where.sub(put, claim.sentence, count=1)
    if sentence == claim.sentence:
        return None
    return Claim(sentence, replace(claim.unit, limit=None))


def _resting_on(claim: Claim, provisions: Sequence[Provision]) -> Claim:
    return Claim(claim.sentence, replace(claim.unit, provisions=tuple(provisions)))


PLANTS: dict[str, Callable[[Claim, random.Random, Texts], Claim | None]] = {
    "number": _number,
    "unit of time": _time_unit,
    "date": _date,
    "no such provision": _no_such_provision,
    "the next section": _another_section,
    "section in the text": _section_in_text,
    "force: must": _force(Force.MUST),
    "force: must not": _force(Force.MUST_NOT),
    "force: may": _force(Force.MAY),
    "bearer": _bearer,
    "bearer in the text": _bearer_in_text,
}
