"""Figures: the numbers, time limits, dates and sums in a sentence, in a form that can be compared."""

import re

_WORDS = {
    word: str(value)
    for value, words in enumerate(
        "one un|two dau dwy|three tri tair|four pedwar pedair|five pum pump|six chwe chwech|seven saith|eight wyth"
        "|nine naw|ten deg|eleven|twelve deuddeg".split("|"),
        start=1,
    )
    for word in words.split()
}
_TIME = {
    "day": "days? diwrnod ddiwrnod niwrnod diwrnodau ddiwrnodau dydd",
    "week": "weeks? wythnos wythnosau",
    "month": "months? mis fis mis[oe]edd fisoedd",
    "year": "years? blwyddyn flwyddyn flynedd blynedd mlynedd blynyddoedd",
    "hour": "hours? awr oriau",
}
_QUALIFIERS = {
    "school": "school", "working": "working", "term time": "term time", "term-time": "term time", "calendar": "calendar",
    "ysgol": "school", "gwaith": "working", "amser tymor": "term time", "calendr": "calendar",
}  # fmt: skip
_MONTHS = {
    name: number
    for number, names in enumerate(
        "january ionawr|february chwefror|march mawrth|april ebrill|may mai|june mehefin|july gorffennaf|august awst"
        "|september medi|october hydref|november tachwedd|december rhagfyr".split("|"),
        start=1,
    )
    for name in names.split()
}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_ANY_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_ANY_TIME = "|".join(word for words in _TIME.values() for word in words.split())
_QUALIFIER = "|".join(sorted(_QUALIFIERS, key=len, reverse=True))
_QUANTITY = re.compile(
    rf"\b(?P<number>(?!(?:19|20)\d\d\b){_NUMBER}|{_ANY_WORD})[ -](?:o )?(?:(?P<before>{_QUALIFIER})[ -])?(?P<time>{_ANY_TIME})\b(?: (?P<after>ysgol|gwaith|amser tymor|calendr)\b)?",
    re.IGNORECASE,
)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|ain|af|eg)? )?(?P<month>{_MONTH})(?:,? (?P<year>\d{{4}}))?\b", re.IGNORECASE)  # fmt: skip
_SUM = re.compile(rf"£\s?(?P<number>{_NUMBER})\s?(?P<scale>million|m\b|miliwn|filiwn|billion|bn\b|k\b)?", re.IGNORECASE)
_SCALES = {"million": "m", "miliwn": "m", "filiwn": "m", "m": "m", "billion": "bn", "bn": "bn", "k": "k"}
_BARE = re.compile(rf"(?<![\w£.,-]){_NUMBER}(?:%| per cent| y cant)?(?![\w])(?!\.\d)")

_PLACE = r"\d+[A-Z]?(?:\.\d+)*(?:[a-z]\b)?(?:\s?\(\w{1,4}\))*"
_UNITS = (
    r"sections?|subsections?|regulations?|paragraphs?|articles?|questions?|schedules?|parts?|chapters?|items?|rules?"
    r"|(?:is-)?adran(?:nau)?|rheoliad(?:au)?|reoliad(?:au)?|pharagraff(?:au)?|b?m?h?paragraff(?:au)?|erthygl(?:au)?|cwestiwn|chwestiwn|gwestiwn|cwestiynau"
    r"|atodlen(?:ni)?|rhan(?:nau)?|ran(?:nau)?|pennod|bennod|penodau|eitem"
)
_REFERENCE = re.compile(
    rf"\b(?:{_UNITS})\s+{_PLACE}(?:(?:,? (?:and|or|to|a|ac|neu|i|hyd)|,|–|-)\s?(?:{_PLACE}|(?:\(\w{{1,4}}\))+))*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b(?:(?:19|20)\d\d (?:Act|FAQ|minutes|report|statement|Regulations|Order|Code)|(?:Act|Regulations|Order|Code|Deddf|Ddeddf|Rheoliadau|Reoliadau|Gorchymyn|FAQ)(?: [A-Za-z()]+){0,4} (?:19|20)\d\d"
    r"|version \d\.\d|v\d\.\d|(?:Welsh Government|FAQ|Cwestiynau Cyffredin|Cod \w+) ?(?:of |o )?(?:19|20)\d\d)|\[20\d\d\] UKUT \d+|\b[12][A-D](?:\.\d)?\b"
    r"|\bW?SI \d{4}/\d+|\b(?:Step|Cam) \d+\b|\b(?:Year|Blwyddyn|Flwyddyn|Mlwyddyn) \d+"
)


def figures(sentence: str) -> frozenset[str]:
    """The figures that a sentence states; the numbers of provisions and the years in names are left out."""
    return _figures(_NAME.sub(" ", _REFERENCE.sub(" ", sentence)))


def stated(text: str) -> frozenset[str]:
    """Every figure that a text may be said to give: those it states, each number by itself, and the parts of its dates."""
    numbers = {match[0] for match in _BARE.finditer(text)} | {match[0] for match in re.finditer(_NUMBER, text)}
    words = {_WORDS[w] for w in re.findall(r"\w+", text.lower()) if w in _WORDS}
    dates = {part for match in _DATE.finditer(text) for part in _parts(match)}
    return _figures(text) | {n.replace(",", "") for n in numbers} | words | dates


def _figures(text: str) -> frozenset[str]:
    found = set[str]()

    def take(kind: re.Pattern[str], rest: str) -> str:
        found.update(filter(None, (_NORMAL[kind](match) for match in kind.finditer(rest))))
        return kind.sub(lambda match: " " if _NORMAL[kind](match) else match[0], rest)

    rest = take(_DATE, text)
    for kind in (_SUM, _QUANTITY, _BARE):
        rest = take(kind, rest)
    return frozenset(found)


def _date(match: re.Match[str]) -> str:
    if not (match["day"] or match["year"]):
        return ""
    return "-".join(filter(None, [match["year"], f"{_MONTHS[match['month'].lower()]:02}", match["day"] and f"{int(match['day']):02}"]))  # fmt: skip


def _parts(match: re.Match[str]) -> list[str]:
    month = f"{_MONTHS[match['month'].lower()]:02}"
    day = f"{int(match['day']):02}" if match["day"] else ""
    return [f"{match['year']}-{month}", f"{month}-{day}", *filter(None, [match["year"]])]


def _sum(match: re.Match[str]) -> str:
    return f"£{match['number'].replace(',', '')}{_SCALES.get((match['scale'] or '').lower(), '')}"


def _quantity(match: re.Match[str]) -> str:
    number = _WORDS.get(match["number"].lower(), match["number"].replace(",", ""))
    time = next(unit for unit, words in _TIME.items() if any(re.fullmatch(word, match["time"], re.IGNORECASE) for word in words.split()))  # fmt: skip
    qualifier = _QUALIFIERS.get((match["before"] or match["after"] or "").lower(), "")
    return " ".join(filter(None, [number, qualifier, time]))


def _bare(match: re.Match[str]) -> str:
    return match[0].replace(",", "").replace(" per cent", "%").replace(" y cant", "%")


_NORMAL = {_DATE: _date, _SUM: _sum, _QUANTITY: _quantity, _BARE: _bare}
