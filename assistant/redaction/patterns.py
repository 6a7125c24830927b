"""Personal data that has a form: numbers, addresses, dates of birth. Every repetition in a pattern is bounded."""

import re
from collections.abc import Callable, Iterator

from assistant.redaction.addresses import addresses
from assistant.redaction.kinds import Personal, Span
from assistant.redaction.phones import phones

_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_MENTION = re.compile(
    r"<@[A-Z0-9]{5,20}(?:\|[^<>]{0,80})?>|(?<![\w.@])@(?!(?:here|channel|everyone)\b)[^\W_][\w.-]{0,38}\w"
)
_PROFILE = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?:facebook|fb|instagram|twitter|x|tiktok|snapchat|linkedin|threads)\.com/"
    r"(?:in/|add/|profile\.php\?id=|@)?[\w.-]{0,60}\w",
    re.IGNORECASE,
)
_UPN = re.compile(r"\b[A-Za-z](?: ?\d){11} ?[\dA-Za-z]\b")
_NI = re.compile(r"\b[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]\b")
_TEN = re.compile(r"(?<![\d.+/-])[1-9]\d{2}[ -]?\d{3}[ -]?\d{4}(?![\d/-])")
_NHS_CUE = re.compile(r"\b(?:nhs|gig|health service)\b(?:\s+(?:number|no|num|id|rhif))?[\s.:#is-]{0,6}$", re.IGNORECASE)
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b|\b[a-z]{1,2}\d[a-z\d]? ?\d(?!(?:st|nd|rd|th)\b)[abd-hjlnp-uw-z]{2}\b"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|fawrth|fai|fehefin|orffennaf|fedi|dachwedd|ragfyr)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?"
_DATE = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})|\d{{4}}-\d{{2}}-\d{{2}}|{_NTH} (?:of |o )?{_MONTH},?(?: \d{{4}})?"
    rf"|{_MONTH} {_NTH}(?:,? \d{{4}})?|{_MONTH} \d{{4}})\b"
)
_BIRTH_CUE = (
    r"\b(?:d\.?o\.?b\b\.?|dates? of birth|birth ?dates?|birthday|born|dyddiad geni|ganwyd|ganed|(?:ph|b)en-?blwydd)"
)
_BORN = re.compile(rf"{_BIRTH_CUE}(?P<gap>[^\d\n?!]{{0,30}}?)(?P<date>{_DATE})", re.IGNORECASE)
_BORN_AFTER = re.compile(rf"(?P<date>{_DATE})[ (,:=-]{{1,3}}(?:d\.?o\.?b\b|date of birth|dyddiad geni)", re.IGNORECASE)
_A_LAWS = re.compile(r"\b(?:after|before|between|since|until|ar ôl|cyn|rhwng)\b", re.IGNORECASE)


def patterns(text: str) -> list[Span]:
    """In the order of how sure a form is; of two that overlap the surer one stands."""
    found: list[Span] = []
    for kind, finder in _FINDERS:
        for start, end in finder(text):
            span = Span(kind=kind, start=start, end=end)
            if not any(span.overlaps(other) for other in found):
                found.append(span)
    return found


def _every(pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    return lambda text: (match.span() for match in pattern.finditer(text))


def _where(sign: str, pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Only texts with the sign are read."""
    return lambda text: (match.span() for match in (pattern.finditer(text) if sign in text else ()))


def _nhs(text: str) -> Iterator[tuple[int, int]]:
    for match in _TEN.finditer(text):
        if _checks(match[0]) or _NHS_CUE.search(text[max(0, match.start() - 30) : match.start()]):
            yield match.span()


def _checks(number: str) -> bool:
    """The tenth digit by modulus 11 (NHS Data Dictionary: NHS NUMBER)."""
    digits = [int(character) for character in number if character.isdigit()]
    return (sum(digit * (10 - at) for at, digit in enumerate(digits[:9])) + digits[9]) % 11 == 0


def _births(text: str) -> Iterator[tuple[int, int]]:
    for match in _BORN.finditer(text):
        if not _A_LAWS.search(match["gap"]):
            yield match.span("date")
    for match in _BORN_AFTER.finditer(text):
        yield match.span("date")


_FINDERS: tuple[tuple[Personal, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    (Personal.EMAIL, _where("@", _EMAIL)),
    (Personal.USERNAME, _where("@", _MENTION)),
    (Personal.USERNAME, _where(".com/", _PROFILE)),
    (Personal.UPN, _every(_UPN)),
    (Personal.NI, _every(_NI)),
    (Personal.BIRTH, _births),
    (Personal.NHS, _nhs),
    (Personal.PHONE, phones),
    (Personal.ADDRESS, addresses),
    (Personal.POSTCODE, _every(_POSTCODE)),
)
