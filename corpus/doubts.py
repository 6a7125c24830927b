"""Doubts: why a practice note waits for a person to read it again."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.provisions import Provision


class Cause(StrEnum):
    """The text of a provision changed since the note was read against it, or is gone; a source was superseded; or no
    Welsh speaker has checked the Welsh."""

    CHANGED = "changed"
    SUPERSEDED = "superseded"
    WELSH = "welsh"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cause with the provision, or the whole source, that it is about; the Welsh of a note is about none."""

    cause: Cause
    about: Provision | None = None
