"""Homoglyphs: letters of another script, or of a mathematical alphabet, that pass for Latin ones."""

import re
import unicodedata

_LOOKS_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсхуԁһӏ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι",
    "ABESIJKMHOPCTXYaesijopcxydhl" + "ABEZHIKMNOPTYXovi",
)
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-zÀ-ÿŵŷŴŶ]")
_STYLED = re.compile("[\U0001d400-\U0001d7ff\uff21-\uff5a\u2100-\u214f\u24b6-\u24e9]")


def read_as_seen(text: str) -> str:
    """The text as a person reads it: styled letters as plain ones; a look-alike as the Latin letter, in a word that has any.

    A word wholly in another script stays: it is that language.
    """
    plain = _STYLED.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _WORD.sub(lambda match: _as_latin(match[0]), plain)


def _as_latin(word: str) -> str:
    return word if word.isascii() or not _LATIN.search(word) else word.translate(_LOOKS_LIKE)
