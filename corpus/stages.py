"""The stages in which the Act came into force, for answers as at a day. The data is in stages.toml."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError
from corpus.provisions import Provision

STAGES = Path(__file__).parent / "stages.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What began on a day, for which learners, ``by`` which orders; ``evidence`` is where that was gathered."""

    start: date
    by: tuple[Provision, ...]
    en: str
    cy: str
    evidence: str

    def __post_init__(self) -> None:
        if not all((self.by, self.en.strip(), self.cy.strip(), self.evidence.strip())):
            raise CorpusError("by, en, cy and evidence each say something")

    def text(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True, slots=True)
class Stages:
    """``before_en`` and ``before_cy`` are what held before the first stage."""

    stages: tuple[Stage, ...]
    before_en: str
    before_cy: str

    def as_at(self, day: date) -> Stage | None:
        """The last stage that had begun by ``day``; None before the first."""
        begun = [stage for stage in self.stages if stage.start <= day]
        return begun[-1] if begun else None

    def told(self, day: date, language: str) -> str:
        """How far the Act had come into force on ``day``, for a person to read."""
        stage = self.as_at(day)
        before = self.before_cy if language == "cy" else self.before_en
        return stage.text(language) if stage else before


@cache
def load(path: Path = STAGES) -> Stages:
    """The stages in ``path``, in the order of their days. Raises CorpusError naming the file and the entry at fault."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: not TOML: {error}") from None
    if set(tables) != {"stage", "before_en", "before_cy"}:
        raise CorpusError(f"{path}: before_en, before_cy and stage entries are needed, and nothing else")
    stages = sorted((_stage(path, table) for table in tables["stage"]), key=lambda stage: stage.start)
    return Stages(tuple(stages), tables["before_en"], tables["before_cy"])


def _stage(path: Path, table: dict[str, Any]) -> Stage:
    try:
        by = tuple(Provision(name) for name in table.get("by", []))
        return Stage(**{**table, "start": date.fromisoformat(str(table.get("start"))), "by": by})
    except (TypeError, ValueError, CorpusError) as error:
        raise CorpusError(f"{path}: stage {table.get('start', '(no start)')}: {error}") from None
