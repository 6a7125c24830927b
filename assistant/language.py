"""Which language a question is in: English, Welsh, or another that we cannot answer."""

from functools import cache
from typing import Any

_SURE = 0.9
_ENOUGH_WORDS = 4


def of(text: str) -> str | None:
    """``en`` or ``cy``; None when the text is surely in another language.

    Short questions full of abbreviations look like anything, so a doubtful one counts as English.
    """
    ranked = _detector().compute_language_confidence_values(text)
    name, confidence = ranked[0].language.name, ranked[0].value
    if name == "WELSH" and confidence > 0.5:
        return "cy"
    if name in ("ENGLISH", "WELSH") or confidence < _SURE or len(text.split()) < _ENOUGH_WORDS:
        return "en"
    return None


@cache
def _detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder

    others = (
        Language.FRENCH,
        Language.GERMAN,
        Language.SPANISH,
        Language.ITALIAN,
        Language.PORTUGUESE,
        Language.POLISH,
    )
    more = (Language.ROMANIAN, Language.ARABIC, Language.UKRAINIAN, Language.CHINESE, Language.BENGALI, Language.URDU)
    known = LanguageDetectorBuilder.from_languages(Language.ENGLISH, Language.WELSH, *others, *more)
    return known.with_low_accuracy_mode().build()
