"""Which files to take in: a source has one text in each language, and CLML is better than Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from corpus.errors import CorpusError
from corpus.sources import Source
from ingestion.describing import Description, describe
from ingestion.errors import IngestionError


@dataclass(frozen=True, slots=True)
class Choice:
    """``taken`` are the files to ingest; ``left`` are lines about files whose text another has better, ``refused`` about unusable ones."""

    taken: tuple[Path, ...]
    left: tuple[str, ...]
    refused: tuple[str, ...]


def choose(files: Iterable[Path], description: Description) -> Choice:
    """The best file of each source and language. Of two that are equally good, the first is taken and the other refused."""
    taken, left, refused, described = list[Path](), list[str](), list[str](), list[tuple[Source, Path]]()
    for file in files:
        try:
            described.append((describe(file, description), file))
        except (IngestionError, CorpusError) as error:
            refused.append(" ".join(str(error).split()))
    for source, rivals in _grouped(described):
        best, *others = sorted(rivals, key=lambda file: not is_better(file))
        taken.append(best)
        for file in others:
            if is_better(best) and not is_better(file):
                left.append(f"{file}: left out, {best.name} has the same text in CLML")
            else:
                refused.append(f"{file}: another file would be the same source {source.id}; give it another name")
    return Choice(tuple(sorted(taken)), tuple(left), tuple(refused))


def _grouped(described: Sequence[tuple[Source, Path]]) -> Iterable[tuple[Source, list[Path]]]:
    """The files of each source and language, in the order given."""
    ordered = sorted(described, key=lambda one: (one[0].id, one[0].language))
    for _, members in groupby(ordered, key=lambda one: (one[0].id, one[0].language)):
        of_source = list(members)
        yield of_source[0][0], [file for _, file in of_source]


def is_better(file: Path) -> bool:
    """Whether a file has the publisher's own form, which tells provisions apart where Markdown has them all on one level."""
    return file.suffix.lower() == ".xml"
