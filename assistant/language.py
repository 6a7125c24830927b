"""Which language a question is in: English, Welsh, or another that we cannot answer."""

import re
from functools import cache
from typing import Any

_WORD = re.compile(r"[\w'’]+")
_ENGLISH = frozenset(
    """
    the is are was were what how who when does did of my and must should which where why with they we our you your i'm it
    school council child pupil plan law code act help thanks hello
    """.split()
)
_WELSH = frozenset(
    """
    yw ydy ydi beth faint pwy sut pryd ble oes mae maen sydd sy'n yn gan gyda ei eu fy ein i'r a'r o'r y yr ar am rhaid
    caiff dylai os nad hawl ysgol plentyn cyngor cynllun bore diolch helo
    """.split()
)
_SURE = 0.9


def of(text: str) -> str | None:
    """``en`` or ``cy``; None when the text is surely in another language.

    The small words decide: short questions full of names and abbreviations look like anything to a detector of
    languages, so it is asked only about a text with none of them, and a doubtful text counts as English.
    """
    words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    english, welsh = (sum(word in known for word in words) for known in (_ENGLISH, _WELSH))
    if english or welsh:
        return "cy" if welsh > english else "en"
    ranked = _detector().compute_language_confidence_values(text)
    name, confidence = ranked[0].language.name, ranked[0].value
    if confidence < _SURE or len(words) < 2:
        return "en"
    return {"ENGLISH": "en", "WELSH": "cy"}.get(name)


@cache
def _detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder

    near = (Language.ENGLISH, Language.WELSH, Language.FRENCH, Language.GERMAN, Language.SPANISH, Language.ITALIAN)
    far = (Language.PORTUGUESE, Language.POLISH, Language.ROMANIAN, Language.ARABIC, Language.UKRAINIAN)
    asian = (Language.CHINESE, Language.BENGALI, Language.URDU)
    return LanguageDetectorBuilder.from_languages(*near, *far, *asian).with_low_accuracy_mode().build()
