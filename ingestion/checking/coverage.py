"""Coverage: which sections and regulations the notes rest on, and how often."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.notes import Note
from corpus.provisions import Provision

_PER_ROW = 10


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many English notes cite each clause of an instrument, in the order of its text."""

    title: str
    notes: dict[Provision, int]

    @property
    def uncited(self) -> tuple[Provision, ...]:
        return tuple(clause for clause, count in self.notes.items() if not count)

    def rows(self) -> list[str]:
        """The table: ten clauses a row, each with the number of notes that cite it."""
        cells = [f"{clause.steps[-1]:>4}:{count:<3}" for clause, count in self.notes.items()]
        return ["".join(cells[at : at + _PER_ROW]) for at in range(0, len(cells), _PER_ROW)]


def coverage(notes: Sequence[Note], clauses: Sequence[Provision], title: str) -> Coverage:
    counts = Counter(
        clause
        for note in notes
        if note.language == "en"
        for clause in {Provision(id_).clause for id_ in note.provisions}
    )
    return Coverage(title, {clause: counts[clause] for clause in clauses})
