"""What the sources at hand say, provision by provision, to hold a note's sentences against."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from corpus.passages import Passage
from corpus.provisions import Provision
from corpus.sources import Kind, Source
from ingestion import shelf
from ingestion.checking.subject import Vocabulary
from ingestion.choosing import choose
from ingestion.describing import Description, describe, recognised
from ingestion.errors import IngestionError
from ingestion.home import Home
from ingestion.parsing import parse
from ingestion.parsing.text import read_text

_CLAUSE = 3  # the steps of a section's or regulation's id


class Texts:
    """The English texts by id: of a source, of each unit, and of all that contains it."""

    def __init__(self, documents: Iterable[tuple[Source, Sequence[Passage]]]) -> None:
        self.sources: dict[str, Source] = {}
        self._exactly: dict[str, list[str]] = {}
        self._inside: dict[str, list[str]] = {}
        self._pointed_at: dict[str, set[str]] = {}
        for source, passages in documents:
            if source.language == "en":
                self.sources[source.id] = source
                for passage in passages:
                    self._take(passage)

    def _take(self, passage: Passage) -> None:
        own = passage.id.partition("~")[0]
        for at, unit in enumerate(passage.units):
            id_ = unit.provisions[-1].id if unit.provisions else own
            self._exactly.setdefault(id_, []).append(passage.quote(at))
            targets = {target.id for reference in unit.references for target in reference.targets}
            for container in _containers(id_):
                self._inside.setdefault(container, []).append(passage.quote(at))
                self._pointed_at.setdefault(container, set()).update(targets)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(words for units in self._exactly.values() for words in units)

    def at_hand(self, provision: Provision) -> bool:
        return provision.source_id in self.sources

    def is_law(self, provision: Provision) -> bool:
        return self.at_hand(provision) and self.sources[provision.source_id].kind in (Kind.ACT, Kind.REGULATIONS)

    def __contains__(self, provision: Provision) -> bool:
        return provision.id in self._inside

    def said(self, provision: Provision) -> list[str]:
        """The words in which a unit is understood: the opening and closing words around it, and all that it holds."""
        around = [id_ for id_ in _containers(provision.id) if id_ != provision.id and id_.count("/") >= _CLAUSE - 1]
        return [words for id_ in reversed(around) for words in self._exactly.get(id_, ())] + self.own(provision)

    def own(self, provision: Provision) -> list[str]:
        """The words of the unit and of all that it holds."""
        return self._inside.get(provision.id, [])

    def clause(self, provision: Provision) -> list[str]:
        """The words of the whole section, regulation or Schedule paragraph in which a unit stands."""
        return self._inside.get(provision.clause.id, [])

    def points_at(self, provision: Provision) -> frozenset[str]:
        """The provisions that a unit refers to."""
        return frozenset(self._pointed_at.get(provision.id, ()))

    def clauses(self, source_id: str) -> list[Provision]:
        """The sections or regulations of an instrument, in the order of its text."""
        found = (Provision(id_) for id_ in self._inside if id_.startswith(f"{source_id}/"))
        return [p for p in found if len(p.steps) == _CLAUSE and p.steps[1] in ("section", "regulation")]


def _containers(id_: str) -> Iterator[str]:
    """The id and the ids of all that holds it, the deepest first, down to the source's own."""
    steps = id_.split("/")
    for depth in range(len(steps), 0, -1):
        yield "/".join(steps[:depth])


def at_hand(originals: Path | None, home: Home) -> Texts:
    """The registered originals below a folder, or what is on the shelf. Raises IngestionError when there is no such folder."""
    return Texts(_shelved(home) if originals is None else _originals(originals))


def _shelved(home: Home) -> Iterator[tuple[Source, Sequence[Passage]]]:
    for document in shelf.documents(home.sources):
        yield document.source, parse(read_text(document.file), document.source, name=document.file.name)


def _originals(folder: Path) -> Iterator[tuple[Source, Sequence[Passage]]]:
    if not folder.is_dir():
        raise IngestionError(f"{folder}: there is no such folder of originals")
    for file in choose(filter(recognised, sorted(folder.rglob("*"))), Description()).taken:
        source = describe(file, Description())
        yield source, parse(read_text(file), source, name=file.name)
