"""What is met without looking anything up: a greeting, thanks, a crisis, a child in danger, a case to be decided."""

import re
from dataclasses import dataclass

from assistant.answers import Status

_SMALL_TALK = 6


@dataclass(frozen=True, slots=True)
class Met:
    """``text`` is the key of what is said."""

    status: Status
    text: str


_GREETING = re.compile(
    r"(?:hi+|hiya|hello|hey|helo|shwmae|s['’]?mae|su['’]?mae|good (?:morning|afternoon|evening)|(?:bore|prynhawn|p['’]?nawn|noswaith) da"
    r"|are you there|how are you|who are you|what (?:are you|can you do)|help|pwy (?:wyt ti|ydych chi)|test(?:ing)?)"
    r"(?: (?:there|all|everyone|team|bot|pawb|bawb|chi|both|again))*",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:(?:ok(?:ay)?|great|brilliant|perfect|lovely|many|grand|that['’]?s|very|so|gwych|da iawn) )*"
    r"(?:thanks?(?: you| a lot| so much| very much)?|thank you(?: so much| very much)?|thx|ta|cheers|much appreciated|helpful"
    r"|diolch(?: yn fawr| o galon| i ti| i chi)?|(?:good)?bye|hwyl(?: fawr)?|da bo)"
    r"(?: (?:again|all|iawn|then|for (?:that|your help|the help)|am (?:hynny|eich help|dy help)))*",
    re.IGNORECASE,
)
# Somebody says of themselves or of a child that life is in danger; the words alone, as in "custody" or "abuse of process", do not.
_CRISIS = re.compile(
    r"\b(?:i|i['’]m|im)\b[^.?!]{0,25}\b(?:suicidal|going to (?:kill|harm|hurt) myself|want(?:ing)? to (?:die|end it all|kill myself)"
    r"|can['’]?t go on (?:any ?more|like this|living))"
    r"|\b(?:kill|harm(?:ing)?|hurt(?:ing)?|cut(?:ting)?) (?:myself|himself|herself|themselves|themself)\b"
    r"|\b(?:suicidal|self[- ]harm(?:ing|ed|s)?)\b"
    r"|\b(?:has|have|'ve|has been|have been)? ?(?:tried|threatened|threatening) to (?:kill (?:him|her|them)sel(?:f|ves)|take (?:his|her|their) own li(?:fe|ves))"
    r"|\bdwi (?:eisiau|isio|am) (?:marw|lladd fy hun)|\b(?:lladd|niweidio|brifo) (?:ei|fy|eu) h(?:un|unain)\b|\bhunanladd\w*|\bhunan-?niweid\w*",
    re.IGNORECASE,
)
_SAFEGUARDING = re.compile(
    r"\b(?:disclos(?:ed|ing|ure)|told (?:me|us)|says?|said|saying|think|suspect|worried|afraid|believe|know)\b[^.?!]{0,80}"
    r"\b(?:being (?:abused|beaten|hit|neglected|starved|groomed|hurt)(?: at home| by)?|(?:hits|beats|touches|hurts|abuses|locks) (?:him|her|them|the child)"
    r"|sexually abus\w+|(?:dad|mum|mam|father|mother|step-?dad|step-?mum|uncle|carer|parents?|boyfriend)[^.?!]{0,20} (?:hits?|beats?|abus(?:es?|ing)|hurts?|touch(?:es|ed|ing)))\b"
    r"|\bchild(?:ren)? (?:is|are) (?:in (?:immediate )?danger|being (?:abused|beaten|neglected|groomed)|at risk of (?:significant )?harm)\b"
    r"|\b(?:bruis(?:es|ing) (?:on|all over))\b|\bplentyn mewn perygl\b|\b(?:yn cael|cael) (?:ei|eu) (?:cam-?drin|curo|esgeuluso)\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\bwhat (?:should|would you|do you (?:think|suggest|advise)|shall)\b[^.?!]{0,40}\b(?:i|we|you)\b[^.?!]{0,30}\b(?:do|decide|write|say)\b[^.?!]{0,40}"
    r"\b(?:about|with|for|in) (?:this|my|our|his|her|their) (?:child|pupil|case|son|daughter|boy|girl|learner|student)\b"
    r"|\b(?:does|has) (?:this|my|our) (?:child|pupil|son|daughter|boy|girl|learner)\b[^.?!]{0,40}\b(?:have|got|count as having) (?:aln|adhd|autism)\b(?! (?:if|when|because))"
    r"|(?:^|[.?!] |\b(?:please|can you|could you|will you) )(?:write|draft|fill in) (?:me |us )?(?:an?|the|his|her|their|my) (?:idp|plan|appeal|letter|statement)\b"
    r"|\b(?:diagnose|decide for (?:me|us)|should (?:i|we) appeal)\b"
    r"|\bbeth ddylwn (?:i|ni)\b[^.?!]{0,30}\b(?:am|gyda|efo) (?:y plentyn|fy mhlentyn|y disgybl|fy mab|fy merch)\b",
    re.IGNORECASE,
)


def met(text: str) -> Met | None:
    """How a question is met before anything is looked up; None for one to be answered."""
    said = re.sub(r"[^\w\s'’]+", " ", text).strip()
    said = " ".join(said.split())
    if _CRISIS.search(text):
        return Met(Status.WITHHELD, "crisis")
    if _SAFEGUARDING.search(text):
        return Met(Status.WITHHELD, "safeguarding")
    if len(said.split()) <= _SMALL_TALK:
        if _GREETING.fullmatch(said):
            return Met(Status.OUT_OF_SCOPE, "greeting")
        if _THANKS.fullmatch(said):
            return Met(Status.OUT_OF_SCOPE, "thanks")
    return Met(Status.WITHHELD, "case") if _CASE.search(text) else None
