"""Cross-references resolved: which provisions the words of each item point at, or why that cannot be told."""

from collections.abc import Iterator, Sequence

from corpus.spans import Span
from ingestion.parsing.law import citing, names
from ingestion.parsing.law.clause_reader import ClauseReader
from ingestion.parsing.law.instrument import Instrument
from ingestion.parsing.law.items import Found, Item, Link
from ingestion.parsing.law.outline import Outline
from ingestion.parsing.law.pointing import Pointing


def resolve(instrument: Instrument) -> None:
    """Give each item of ``instrument`` the cross-references that its words make. Quoted amendments make none of this one."""
    texts = (item.text for clause in instrument.clauses for item in clause.items)
    known = names.known(texts, instrument.citations)
    outline = Outline.of(instrument)
    for clause in instrument.clauses:
        reader = ClauseReader(instrument.source_id, outline, known, clause, clause.own)
        for at, item in enumerate(clause.items):
            item.found = tuple(_read(reader, at, item))


def _read(reader: ClauseReader, at: int, item: Item) -> Iterator[Found]:
    """The references of the clause's item at ``at``, in the order of its words."""
    reader.amends = at >= reader.own
    words = Pointing(reader, item)
    found = [one for run in citing.runs_in(item.text) for one in words.of_run(run)]
    if reader.amends:
        reader.note(at, item, words.near)
    reader.mentioned += [id_ for _, id_ in reader.mentions(item)]
    linked = [_linked(item, link) for link in item.links if not _covers(found, link.span)]
    yield from sorted([*found, *linked], key=lambda one: one.span.start)


def _linked(item: Item, link: Link) -> Found:
    return Found(link.span, link.span.of(item.text), (link.target,))


def _covers(found: Sequence[Found], span: Span) -> bool:
    return any(one.targets and one.span.start < span.end and span.start < one.span.end for one in found)
