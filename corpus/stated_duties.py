"""Duties as a text states them: each modal verb with who stands before it, and the words for both in two languages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.duties import Bearer, Force


@dataclass(frozen=True, slots=True)
class Duty:
    """A force with those who may bear it; ``named`` when they stand before the verb itself, and not as "it"."""

    force: Force
    bearers: frozenset[Bearer]
    named: bool


_B = Bearer
_NAMES: dict[Bearer, str] = {
    _B.HOME_AUTHORITY: r"home authorit\w+|awdurdod(?:au)? cartref",
    _B.LOCAL_AUTHORITY: r"local authorit\w+|councils?|authorit(?:y|ies)|(?:h?awdurdod(?:au)?|cynghorau|cyngor)(?: lleol)?",
    _B.LOCAL_HEALTH_BOARD: r"local health boards?|health boards?|(?:b|f|m)wrdd iechyd(?: lleol)?|byrddau iechyd(?: lleol)?|fyrddau iechyd",
    _B.NHS_BODY: r"nhs (?:body|bodies|trusts?)|health bod(?:y|ies)|(?:ch?|g|ngh)(?:orff|yrff) (?:gig|iechyd)|ymddiriedolaeth(?:au)? gig",
    _B.GOVERNING_BODY: r"governing bod(?:y|ies)|maintained schools?|schools?|(?:chorff|corff|gorff|cyrff|chyrff|gyrff) llywodraethu|(?:h?ysgol|ysgolion)(?: a gynhelir)?",
    _B.FEI: r"institutions? in the further education sector|further education institutions?|feis?|colleges?|sefydliad(?:au)? (?:yn y sector )?addysg bellach|sab|sabau|coleg(?:au)?|goleg(?:au)?",
    _B.EARLY_YEARS_OFFICER: r"(?:early years )?(?:additional learning needs |aln )?lead officers?|swyddog(?:ion)? arweiniol (?:anghenion dysgu ychwanegol|ady)(?: y)? blynyddoedd cynnar",
    _B.DECLO: r"(?:designated education clinical lead )?officers?|declos?|swyddog(?:ion)?(?: arweiniol clinigol addysg(?: dynodedig)?)?",
    _B.ALNCO: r"additional learning needs co-?ordinators?|aln co-?ordinators?|alncos?|(?:ch|g)?\w*ydlynydd(?: anghenion dysgu ychwanegol| ady)?|cady|chady|gady",
    _B.INDEPENDENT_REVIEWING_OFFICER: r"independent reviewing officers?|(?:swyddog|swyddogion) adolygu annibynnol",
    _B.TRIBUNAL: r"(?:education )?tribunal|president|(?:t|d|nh|th)ribiwnlys(?: addysg)?|llywydd",
    _B.WELSH_MINISTERS: r"welsh ministers|ng?weinidogion cymru|gweinidogion cymru|weinidogion cymru|(?:the|a|aln) code|regulations|y cod|cod ady|o[’']r cod|rheoliadau",
    _B.PROPRIETOR: r"proprietors?|(?:ph|b|m)?erchennog|perchennog|perchnogion",
    _B.PERSON_IN_CHARGE: r"persons? in charge|(?:ph|b|m)?erson â gofal|y? ?sawl sy[’']n gyfrifol|pherson sydd â gofal",
    _B.CASE_FRIEND: r"case friends?|(?:ch|g|ngh)?\w*yfaill achos|cyfeillion achos",
    _B.REPRESENTATIVE: r"representatives?|(?:g|ngh|ch)?\w*ynrychiolydd|cynrychiolwyr",
    _B.APPELLANT: r"appellants?|appeals?|apelydd|apelwyr|apêl|apelau|hapêl",
    _B.PARTY: r"part(?:y|ies)|(?:ph|b|m)arti|(?:ph|b|m)artïon|parti|partïon",
    _B.YOUNG_PERSON: r"young (?:persons?|people)|detained (?:persons?|young persons?|people)|(?:ph|b|m)erson ifanc|person ifanc|(?:ph|b|m)obl ifanc|pobl ifanc|hwythau|students?|claimants?",
    _B.PARENT: r"parents?|(?:rh|r)iant|rieni|rhieni",
    _B.CHILD: r"child(?:ren)?|(?:ph|b|m)lentyn|plentyn|(?:ph|b|m)lant|plant|pupils?|disgybl(?:ion)?|ddisgybl(?:ion)?",
    _B.RELEVANT_PERSON: r"persons?|(?:every|any)one|bodies|people|those who exercise|(?:ph|b|m)erson|(?:ph|b|m)ersonau|phawb|pawb|bawb|corff|cyrff|body|unrhyw un|pwy bynnag|bwy bynnag",
    _B.MAINTAINING_BODY: r"(?:body|bodies)(?: that maintains?)?|(?:corff|chorff|gorff|cyrff)(?: sy[’']n cynnal)?",
    _B.REQUESTED_BODY: r"(?:persons?|bod(?:y|ies))|(?:ph|b|m)?erson|(?:corff|chorff|gorff|cyrff)",
}  # fmt: skip
_MENTION = re.compile("|".join(rf"(?P<{bearer}>\b(?:{words})\b)" for bearer, words in _NAMES.items()), re.IGNORECASE)
_SAME: dict[Bearer, frozenset[Bearer]] = {
    _B.FEI: frozenset({_B.GOVERNING_BODY}),
    _B.MAINTAINING_BODY: frozenset({_B.GOVERNING_BODY, _B.LOCAL_AUTHORITY, _B.FEI, _B.HOME_AUTHORITY, _B.RELEVANT_PERSON}),
    _B.HOME_AUTHORITY: frozenset({_B.LOCAL_AUTHORITY}),
    _B.LOCAL_HEALTH_BOARD: frozenset({_B.NHS_BODY}),
    _B.NHS_BODY: frozenset({_B.LOCAL_HEALTH_BOARD}),
    _B.EARLY_YEARS_OFFICER: frozenset({_B.DECLO}),
    _B.REQUESTED_BODY: frozenset({_B.RELEVANT_PERSON, _B.NHS_BODY, _B.GOVERNING_BODY, _B.LOCAL_AUTHORITY}),
    _B.RELEVANT_PERSON: frozenset({_B.GOVERNING_BODY, _B.LOCAL_AUTHORITY, _B.NHS_BODY, _B.FEI}),
    _B.PERSON_IN_CHARGE: frozenset({_B.RELEVANT_PERSON}),
    _B.CHILD_PARENT_OR_YOUNG_PERSON: frozenset({_B.CHILD, _B.PARENT, _B.YOUNG_PERSON, _B.CASE_FRIEND, _B.RELEVANT_PERSON}),
    _B.APPELLANT: frozenset({_B.CHILD, _B.PARENT, _B.YOUNG_PERSON}),
    _B.PARTY: frozenset({_B.RELEVANT_PERSON, _B.LOCAL_AUTHORITY, _B.GOVERNING_BODY, _B.PARENT, _B.CHILD, _B.YOUNG_PERSON, _B.APPELLANT}),
    _B.CHILD: frozenset({_B.RELEVANT_PERSON}),
    _B.PARENT: frozenset({_B.RELEVANT_PERSON}),
    _B.YOUNG_PERSON: frozenset({_B.RELEVANT_PERSON}),
}  # fmt: skip
_FORCES: dict[Force, str] = {
    Force.MUST_NOT: r"must not|may not|may only|not exercisable|ni chaiff|na chaiff|ni cheir|ni chânt|na cheir|peidio(?: [âa])?",
    Force.MUST: r"must|is to be|are to be|shall|has? a duty|have a duty|under a duty|duty|rhaid|mae[’']n ofynnol|bod yn ofynnol|dyletswydd|ddyletswydd",
    Force.SHOULD: r"should|dylai|dylid|dylent|ddylai|ddylid|ddylent",
    Force.MAY: r"may|requests|makes a request|refers|asks|directs|orders|caiff|gaiff|ceir|gellir|cânt|gânt|chaiff|cewch|gall|gallant|gallai",
}  # fmt: skip
_FORCE = re.compile("|".join(rf"(?P<{force}>\b(?:{words})\b)" for force, words in _FORCES.items()), re.IGNORECASE)
_ONLY = re.compile(r"may only|\bmay\b.*\bonly\b", re.IGNORECASE)
_NO = re.compile(r"^\s*\(?\w*\)?\s*no\b", re.IGNORECASE)
_BY = re.compile(r"^ (?:be )?\w+(?: to be \w+)? by\b")
_GENERIC = frozenset({Bearer.RELEVANT_PERSON, Bearer.REQUESTED_BODY, Bearer.MAINTAINING_BODY})
_POSSIBILITY = re.compile(
    r"(?:\bthat|\bwhich|\bit) $|^ (?:have|call|benefit|affect|be (?:required\b|(?!\w+(?:ed|en|ade|ought|eld|aid)\b)))\b"
)
_BREAK = re.compile(r"[,;:—–.]|\b(?:if|where|when|unless|but)\b")
_JOINED = re.compile(
    r"^[\s,]*(?:(?:or|and|a|an|the|of|in|by|’s|'s|other|each|every|that|institution|school|responsible|for)\b[\s,]*){0,6}$"
)


def mentions(text: str) -> frozenset[Bearer]:
    """Everyone whom a text names."""
    return frozenset(bearer for _, _, bearer in _mentions(text))


def mentioned(text: str) -> list[Bearer]:
    """Everyone whom a text names, each time that it does, in its order."""
    return [bearer for _, _, bearer in _mentions(text)]


def strengths(text: str) -> list[Force]:
    """The force of each verb of a text that has one, in its order."""
    return [Force(str(match.lastgroup)) for match in _FORCE.finditer(text)]


def is_named(bearer: Bearer, named: Iterable[Bearer]) -> bool:
    """Whether a duty of those who are named can be that of ``bearer``."""
    return bool(({bearer} | _SAME.get(bearer, frozenset())) & set(named))


def says(force: Force, text: str) -> bool:
    """Whether a sentence, in either language, holds a verb of this force."""
    return any(match.lastgroup == force.value for match in _FORCE.finditer(text))


def duties(units: Iterable[str]) -> Iterator[Duty]:
    """Each modal verb in the units of a provision, with who stands before it; a pronoun stands for all named before."""
    before = frozenset[Bearer]()
    for unit in units:
        for match in _FORCE.finditer(unit):
            if match.lastgroup == Force.MAY and _is_possibility(unit, match):
                continue
            segment, after = _BREAK.split(unit[: match.start()])[-1], unit[match.end() :]
            subject = _subject(after if _BY.match(after) else segment)
            borne_by = subject - _GENERIC or before | mentions(unit[: match.start()]) | subject
            for force in _forces(Force(str(match.lastgroup)), segment, match[0] + after):
                yield Duty(force, borne_by, named=bool(subject - _GENERIC))
        before |= mentions(unit)


def _forces(force: Force, segment: str, rest: str) -> Iterator[Force]:
    """What a verb says, and what it implies: who may do a thing only so must not do it otherwise."""
    if force is Force.MAY and _NO.match(segment):
        yield Force.MUST_NOT
        return
    yield force
    if force is Force.MAY and _ONLY.match(rest):
        yield Force.MUST_NOT
    if force is Force.MUST_NOT and _ONLY.match(rest):
        yield Force.MAY


def _is_possibility(unit: str, match: re.Match[str]) -> bool:
    around = unit[max(0, match.start() - 6) : match.start()], unit[match.end() : match.end() + 20]
    return any(_POSSIBILITY.search(part) for part in around)


def _subject(segment: str) -> frozenset[Bearer]:
    """The first named in some words, with those who are joined to it."""
    found, end = set[Bearer](), 0
    for start, stop, bearer in _mentions(segment):
        if found and not _JOINED.match(segment[end:start]):
            break
        found.add(bearer)
        end = stop
    return frozenset(found)


def _mentions(text: str) -> Iterator[tuple[int, int, Bearer]]:
    for match in _MENTION.finditer(text):
        yield match.start(), match.end(), Bearer(str(match.lastgroup))
