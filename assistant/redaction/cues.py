"""What stands beside a name and gives it away, in English and Welsh; each pattern reads a few characters only."""

import re
from enum import IntEnum

_REACH = 64
_KIN = (
    r"(?:step|grand|god)?(?:sons?|daughters?|child|children)|boy|girl|nephew|niece|brother|sister|twins?|wife|husband|partner|kid|lad|pupil"
    r"|student|learner|mum|mam|mother|dad|father|parents?|friend|client|youngster|teen(?:ager)?|[mf]ab|m?ferch|merch|[pbm]h?lentyn"
    r"|dd?isgybl|[bf]achgen|[mf]yfyriwr|(?:d|dd)ysgwr|[gn]?ŵyr|wyres|[nn]ai|nith|brawd|chwaer|ffrind|[gn]?ŵr|g?wraig|g?efeilliaid"
    r"|[rh]{1,2}ieni|assistant|cynorthwyydd"
)
_STRONG = re.compile(
    rf"(?:\b(?:{_KIN})(?:\s+(?:i|ni))?[,:(–-]{{0,2}}\s+(?:(?:is|who is)\s+)?(?:(?:called|named|of|for|yw|o['’]r enw)\s+)?"
    rf"|\b(?:{_KIN})\b[^.?!]{{0,25}}\b(?:called|named|o['’]r enw)\s+"
    r"|\b(?:he|she|they|who)(?:['’]s|\s+is|\s+are)\s+called\s+"
    r"|\b(?:(?:his|her|my|their|child|pupil|son|daughter)(?:['’]s)?\s+(?:full\s+)?name(?:['’]s|\s+is|:)|enw(?:\s+i|\s+o|\s+hi)?\s+(?:yw|ydy|ydi)|enw:)\s+"
    r"|\b(?:foster\s+carer|carer|mum|mam|dad|mother|father|caring|gofalu|looking\s+after|look\s+after)\s+(?:for|to|of|am|i)\s+"
    r")[\"“'‘(]?$",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"(?:\b(?:teach|taught|met|support(?:ing)?|case\s+of|behalf\s+of|ynglŷn\s+â|ynghylch|i['’]m|i\s+am|it['’]s|this\s+is|fy\s+enw|dysgu|regarding|concerning|teulu)\s+"
    r"|^\W{0,3}re:?\s+|(?:^|[.!?\n]\s*)(?:hi|hello|dear|hey|helo|annwyl|haia)\s+)[\"“'‘(]?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:thanks|thank\s+you|cheers|diolch(?:\s+yn\s+fawr)?|regards|wishes|sincerely|cofion(?:\s+gorau|\s+cynnes)?|gywir)[,!\s–-]+$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:$|[,.!(\n])")
_INITIALS = re.compile(
    r"\b(?i:pupil|student|learner|child|boy|girl|son|daughter|initials|dd?isgybl|[pb]lentyn|llythrennau)\b(?:[,:]|\s+(?:is|are|called|yw|initials))?"
    r"\s+(?P<initials>(?:[A-Z]\.\s?){1,3}[A-Z]\b\.?|[A-Z]{2}\b(?!['’/]?[a-z]))",
)
_NOT_INITIALS = frozenset(
    "LA PE IT TA EP HT UK FE HE ID PO KS SA OT SW HR IQ TV ET EY EU WG PP PD MD VI HI MS LD SN CP".split()
)
_YEAR = r"(?:year|yr|y)\.?\s?\d{1,2}\b|reception\b|nursery\b|[mf]lwyddyn\b|blwyddyn\b|dosbarth\b|d(?:d)?erbyn\b"
_AT_SCHOOL = re.compile(
    r"(?:\s*[,(–-]\s*|\s+)(?:(?:who['’]s|who\s+is|is|sydd|sy['’]n|['’]n)\s+)?(?:now\s+)?(?:"
    rf"(?:(?<=[,(–-])|(?<=[,(–-]\s)|(?<=is\s)|(?:in|ym|yn\s+y|yn)\s+)(?:the\s+|our\s+)?(?:{_YEAR})"
    r"|aged?\s+\d|(?<!\d\s)\d{1,2}\s*(?:years\s+old|yrs\s+old|oed\b|mlwydd)|(?<=\()\d{1,2}\)|(?<=is\s)\d{1,2}\b(?!\s*(?:weeks|days|school|months|per|%|/)))",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"['’]s?\s+(?:mum|mam|mother|dad|father|parents?|family|gran|nan|carers?|foster|sister|brother|siblings?|teacher|social\s+worker|teaching"
    r"\s+assistant|diagnosis|autism|adhd|idp|cdu|behaviour|sleep|reading|speech|wheelchair|case)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\s+(?:attends|struggles|refuses|hates|likes|loves|lives|cries|screams|can['’]t\s+(?:read|cope|sit|talk|write)|cannot\s+(?:read|cope|sit|talk|write)"
    r"|has\s+(?:autism|adhd|asd|an\s+idp|dyslexia|epilepsy|down|been\s+(?:diagnosed|excluded|assessed)))\b",
    re.IGNORECASE,
)


_HOUSEHOLD = re.compile(r"\s+(?:family|twins|siblings|brothers|sisters)\b", re.IGNORECASE)
_DOES_ONE = re.compile(r"\b(?:do|does|did|can|could|should|must|will|would|may)\s+$", re.IGNORECASE)
_HAVE = re.compile(
    r"\s+(?:still\s+|also\s+)?(?:have|get|need|qualify|keep|lose|leave|stay|move|attend|speak|refuse|appeal)\b",
    re.IGNORECASE,
)


class Cue(IntEnum):
    """How much it tells: a weak cue makes a name of a doubtful first name or of two words, a strong one of any."""

    NONE = 0
    WEAK = 1
    STRONG = 2


def before(text: str, start: int) -> Cue:
    """What leads up to a name that begins at ``start``."""
    read = text[max(0, start - _REACH) : start]
    if _STRONG.search(read):
        return Cue.STRONG
    return Cue.WEAK if _WEAK.search(read) else Cue.NONE


def signs(text: str, start: int, end: int) -> bool:
    """Is it the name at the foot of a message?"""
    return bool(_ENDS.match(text, end)) and bool(_SIGNED.search(text[max(0, start - 24) : start]))


def asked(text: str, start: int, end: int) -> bool:
    """Does Grace have, Can Bryn get: a question of what a person has."""
    return bool(_HAVE.match(text, end)) and bool(_DOES_ONE.search(text[max(0, start - 12) : start]))


def behind(text: str, end: int) -> Cue:
    """What follows a name that ends at ``end``: a school year or an age, the family, what only a person does."""
    return Cue.WEAK if any(pattern.match(text, end) for pattern in (_AT_SCHOOL, _FAMILY, _DOES)) else Cue.NONE


def at_school(text: str, end: int) -> bool:
    """Does a school year or an age follow?"""
    return bool(_AT_SCHOOL.match(text, end))


def household(text: str, end: int) -> bool:
    """The Davies family."""
    return bool(_HOUSEHOLD.match(text, end))


def initials(text: str) -> list[tuple[int, int]]:
    """Those that stand for a child: "pupil JS"."""
    found = (match for match in _INITIALS.finditer(text) if match["initials"] not in _NOT_INITIALS)
    return [match.span("initials") for match in found]
