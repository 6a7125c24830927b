"""Spelling: the words of the notes that no dictionary knows, by aspell, where it and its dictionary are installed."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache

from corpus.notes import NOTES, Note

DICTIONARIES = {"en": "en_GB", "cy": "cy"}
_WORD = re.compile(r"[^\W\d_]{3,}")  # what an apostrophe joins is two words, and the shortest are the clitics


def checks(language: str) -> bool:
    """Whether aspell and its dictionary of the language are here."""
    return DICTIONARIES[language] in _installed()


def unknown(notes: Sequence[Note], language: str) -> tuple[dict[str, Note], frozenset[str]]:
    """Words that neither the dictionary nor the reviewed exceptions know, with a note that has them; and exceptions not needed.

    Titles, questions and sentences are read; other wordings are how people write in haste.
    """
    found = dict[str, Note]()
    for note in notes:
        if note.language == language:
            for word in _WORD.findall(" ".join((note.title, note.question, note.passage.text))):
                found.setdefault(word, note)
    strange = _strange(sorted(found), language)
    allowed = exceptions(language)
    known = {word for word in strange if word in allowed or word.lower() in allowed}
    needed = known | {word.lower() for word in known}
    return {word: found[word] for word in sorted(strange - known)}, frozenset(allowed - needed)


def exceptions(language: str) -> frozenset[str]:
    """The words that a reader has passed though the dictionary has not, from ``notes/spelling.<language>.txt``."""
    lines = (NOTES / f"spelling.{language}.txt").read_text("utf-8").splitlines()
    words = (line.partition("#")[0].strip() for line in lines)
    return frozenset(word for word in words if word)


def _strange(words: Sequence[str], language: str) -> frozenset[str]:
    command = ["aspell", f"--lang={DICTIONARIES[language]}", "--encoding=utf-8", "list"]
    answer = subprocess.run(
        command, input="\n".join(words), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return frozenset(answer.stdout.split())


@cache
def _installed() -> frozenset[str]:
    if not shutil.which("aspell"):
        return frozenset()
    listed = subprocess.run(["aspell", "dicts"], capture_output=True, text=True, check=True, encoding="utf-8")
    return frozenset(listed.stdout.split())
