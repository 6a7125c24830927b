"""The stages in which the Act came into force, for answers as at a day. The data is in stages.toml."""

import tomllib
from dataclasses import dataclass, fields
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
        if not (self.by and self.en.strip() and self.cy.strip() and self.evidence.strip()):
            raise CorpusError("by, en, cy and evidence each say something")

    def text(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True, slots=True)
class Stages:
    """Stages in the order of their days; ``before_en`` and ``before_cy`` are what held before the first."""

    stages: tuple[Stage, ...]
    before_en: str
    before_cy: str

    def __post_init__(self) -> None:
        if not (self.before_en.strip() and self.before_cy.strip()):
            raise CorpusError("before_en and before_cy each say something")
        starts = [stage.start for stage in self.stages]
        if starts != sorted(set(starts)):
            raise CorpusError("the stages stand in the order of their days, one for a day")

    def before(self, language: str) -> str:
        return self.before_cy if language == "cy" else self.before_en

    def as_at(self, day: date) -> Stage | None:
        """The last stage that had begun by ``day``; None before the first."""
        begun = [stage for stage in self.stages if stage.start <= day]
        return begun[-1] if begun else None

    def told(self, day: date, language: str) -> str:
        """How far the Act had come into force on ``day``, for a person to read."""
        stage = self.as_at(day)
        return stage.text(language) if stage else self.before(language)


@cache
def load(path: Path = STAGES) -> Stages:
    """The stages in ``path``. Raises CorpusError naming the file and the entry at fault."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: not a TOML file of stages: {error}") from None
    if set(tables) != {"stage", "before_en", "before_cy"}:
        raise CorpusError(f"{path}: before_en, before_cy and stage entries are needed, and nothing else")
    stages = tuple(_stage(path, table) for table in tables["stage"])
    try:
        return Stages(stages, tables["before_en"], tables["before_cy"])
    except CorpusError as error:
        raise CorpusError(f"{path}: {error}") from None


def _stage(path: Path, table: dict[str, Any]) -> Stage:
    place = f"{path}: stage {table.get('start', '(no start)')}"
    unknown = set(table) - {field.name for field in fields(Stage)}
    if unknown:
        raise CorpusError(f"{place}: unknown key {', '.join(sorted(unknown))}")
    try:
        by = tuple(Provision(name) for name in table["by"])
        return Stage(**{**table, "start": date.fromisoformat(table["start"]), "by": by})
    except KeyError as error:
        raise CorpusError(f"{place}: {error.args[0]} is missing") from None
    except (TypeError, ValueError) as error:
        raise CorpusError(f"{place}: {error}") from None
