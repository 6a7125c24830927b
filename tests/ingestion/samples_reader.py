"""Reads the sample documents that stand beside the tests."""

from pathlib import Path

from corpus.passages import Passage
from corpus.sources import Kind, Source
from ingestion.parsing import parse
from ingestion.parsing.text import read_text

FOLDER = Path(__file__).parent / "samples"


def source(kind: Kind, id: str = "sample") -> Source:
    return Source(id=id, title="A sample", kind=kind)


def sample(name: str, kind: Kind, id: str = "sample") -> dict[str, Passage]:
    """The passages of the sample, by what follows the source's id in theirs."""
    passages = parse(read_text(FOLDER / name), source(kind, id), name=name)
    return {passage.id.partition("/")[2]: passage for passage in passages}


def quotes(passage: Passage) -> list[str]:
    return [passage.quote(index) for index in range(len(passage.units))]
