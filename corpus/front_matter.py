"""The front matter of a practice note: TOML between ``+++`` lines, validated."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError

_FENCE = "+++"
_KEYS: dict[str, type] = {"id": str, "title": str, "question": str, "wordings": list, "as_at": date, "read": list}


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a finding of the linter stands: ``line`` is how the sentence begins, ``check`` what was found at fault."""

    line: str
    check: str
    why: str


def front_matter(path: Path, lines: list[str], language: str) -> tuple[dict[str, Any], int]:
    """The validated header and the index of the first body line."""
    if not lines or lines[0].strip() != _FENCE:
        raise CorpusError(f"{path}:1: a note begins with a line {_FENCE}")
    end = next((i for i, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE), None)
    if end is None:
        raise CorpusError(f"{path}:{len(lines)}: the front matter has no closing {_FENCE}")
    try:
        header = tomllib.loads("\n".join(lines[1:end]))
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{path}:1: the front matter is not TOML: {error}") from None
    for key, kind in _KEYS.items():
        if not isinstance(header.get(key), kind) or not header[key]:
            raise CorpusError(f"{path}:1: {key} is missing or not a non-empty {kind.__name__}")
    if language == "cy" and not isinstance(header.get("checked_by"), str):
        raise CorpusError(f'{path}:1: checked_by names the Welsh speaker who checked the note; "" until someone has')
    if unknown := set(header) - set(_KEYS) - {"explained"} - ({"checked_by"} if language == "cy" else set()):
        raise CorpusError(f"{path}:1: unknown key {', '.join(sorted(unknown))}")
    for key in ("wordings", "read"):
        if not all(isinstance(item, str) and item.strip() for item in header[key]):
            raise CorpusError(f"{path}:1: {key} is not a list of texts")
    return header | {"explained": _explained(path, header.get("explained", []))}, end + 1


def _explained(path: Path, tables: object) -> tuple[Explained, ...]:
    try:
        entries = tuple(Explained(**table) for table in tables)  # type: ignore[attr-defined]
    except TypeError:
        raise CorpusError(f"{path}:1: explained: each has a line, a check and a why, and no more") from None
    for entry in entries:
        if not all(isinstance(value, str) and value.strip() for value in (entry.line, entry.check, entry.why)):
            raise CorpusError(f"{path}:1: explained: line, check and why each say something")
    return entries
