"""The glossary: the field's terms in English and Welsh, with their abbreviations."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError

GLOSSARY = Path(__file__).parent / "glossary.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term in both languages."""

    en: str
    cy: str
    en_short: tuple[str, ...] = ()
    cy_short: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


class Glossary:
    """Terms by their abbreviations."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._short = {short.lower(): term for term in terms for short in (*term.en_short, *term.cy_short)}
        self._abbreviation = _any_of(self._short)

    def spelt_out(self, text: str, language: str) -> str:
        """The text with each abbreviation in full, in its language: a model of language knows words, not our letters."""
        return self._abbreviation.sub(
            lambda m: self._short[m["term"].lower()].name(language) + (m["plural"] or ""), text
        )


def _any_of(written: Mapping[str, Term]) -> re.Pattern[str]:
    """Any of these as whole words, the longest first."""
    ordered = sorted(written, key=len, reverse=True)
    return re.compile(rf"(?<![\w’'])(?P<term>{'|'.join(map(re.escape, ordered))})(?P<plural>s)?(?!\w)", re.IGNORECASE)


@cache
def load(path: Path = GLOSSARY) -> Glossary:
    """The glossary in ``path``. Raises CorpusError naming the entry at fault."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))["term"]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise CorpusError(f"{path}: not a TOML file of terms: {error}") from None
    return Glossary(tuple(_term(path, table) for table in tables))


def _term(path: Path, table: dict[str, Any]) -> Term:
    entries: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    try:
        return Term(**entries)
    except TypeError as error:
        raise CorpusError(f"{path}: term {table.get('en', '(no name)')}: {error}") from None
