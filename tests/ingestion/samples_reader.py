"""Reads the sample documents that stand beside the tests."""

from pathlib import Path

from corpus.passages import Passage
from corpus.sources import Kind, Source
from ingestion.parsing import parse
from ingestion.parsing.law.xml import identify
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


def law(name: str) -> dict[str, Passage]:
    """The passages of the CLML sample, by what follows the source's id in theirs."""
    return of_clml(read_text(FOLDER / "clml" / name))


def of_clml(text: str) -> dict[str, Passage]:
    passages = parse(text, identify(text), name="a.xml")
    return {passage.id.partition("/")[2]: passage for passage in passages}


def clml(body: str) -> str:
    """An invented Act in CLML that has ``body`` for its body: it begins on line 3."""
    address = "http://www.legislation.gov.uk/id/asc/2099/9"
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"'
        f' IdURI="{address}"><Primary><Body>\n{body}\n</Body></Primary></Legislation>\n'
    )


def section(number: str, content: str) -> str:
    """A section in CLML, on one line."""
    return f"<P1><Pnumber>{number}</Pnumber><P1para>{content}</P1para></P1>"


def provisions(passage: Passage) -> list[str]:
    """What each unit's provision is below the source."""
    return [provision.id.partition("/")[2] for unit in passage.units for provision in unit.provisions]


def references(passage: Passage) -> list[tuple[str, list[str]]]:
    """The words of each cross-reference, with the ids of what they point at."""
    found = [reference for unit in passage.units for reference in unit.references]
    return [(one.span.of(passage.text), [target.id for target in one.targets]) for one in found]
