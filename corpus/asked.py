"""What people ask that one line of a note answers, kept beside the note in ``<id>.asked``: searched, never quoted.

A line that begins with ``>`` says which line of the note is meant, by its first words; the questions follow, one a line.
"""

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import CorpusError

MARK = ">"


def asked(note: Path, sentences: Sequence[str]) -> list[tuple[str, ...]]:
    """The questions for each sentence of ``note``, none where there is no such file. Raises CorpusError naming file and line."""
    path = note.with_suffix(".asked")
    found: list[list[str]] = [[] for _ in sentences]
    here: list[str] | None = None
    for number, text in enumerate(_lines(path), start=1):
        if text.startswith(MARK):
            here = found[_meant(f"{path}:{number}", text.removeprefix(MARK).strip(), sentences)]
        elif here is None:
            raise CorpusError(f"{path}:{number}: a question stands below the line that answers it")
        else:
            here.append(text)
    return [tuple(questions) for questions in found]


def _lines(path: Path) -> list[str]:
    """The lines with text; a blank one becomes none."""
    try:
        return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()] if path.exists() else []
    except UnicodeDecodeError:
        raise CorpusError(f"{path}: not UTF-8 text") from None


def _meant(place: str, beginning: str, sentences: Sequence[str]) -> int:
    meant = [at for at, sentence in enumerate(sentences) if beginning and sentence.startswith(beginning)]
    if len(meant) != 1:
        raise CorpusError(f"{place}: {len(meant) or 'no'} lines of the note begin with {beginning!r}; one must")
    return meant[0]
