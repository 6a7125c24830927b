"""Sections of an instrument: one for each subsection, or for a short clause whole."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from corpus.legislation import Reference
from corpus.provisions import Provision
from ingestion.parsing.law.definitions import define
from ingestion.parsing.law.instrument import Clause, Instrument
from ingestion.parsing.law.items import Item
from ingestion.parsing.law.references import resolve
from ingestion.parsing.sections import Block, Section

SHORT = 600


def sections(instrument: Instrument) -> Iterator[Section]:
    """What becomes passages: matters as they are, clauses with their cross-references resolved and their terms found."""
    resolve(instrument)
    define(instrument)
    for content in instrument.contents:
        if isinstance(content, Clause):
            yield from _of_clause(content)
        else:
            yield Section(path=content.path, label=content.label, blocks=content.blocks, headings=content.headings)


def _of_clause(clause: Clause) -> Iterator[Section]:
    blocks = tuple(_block(item, clause) for item in clause.items)
    numbers = [item.steps[0] if item.steps and item.steps[0][0].isdigit() else "" for item in clause.items]
    if not any(numbers) or (_alike(clause) and _section(clause, (), range(len(blocks)), blocks).length <= SHORT):
        yield _section(clause, (), range(len(blocks)), blocks)
        return
    for number, members in groupby(range(len(blocks)), key=lambda index: numbers[index]):
        yield _section(clause, (number,) if number else (), list(members), blocks)


def _alike(clause: Clause) -> bool:
    """Whether all of a clause is in the same state and under the same heading, so that it can be read as one."""
    return len({(item.currency, item.group) for item in clause.items}) == 1


def _section(clause: Clause, steps: tuple[str, ...], indexes: range | list[int], blocks: tuple[Block, ...]) -> Section:
    items = [clause.items[index] for index in indexes]
    provision = _below(clause.provision, steps)
    path = "/".join((clause.path, *steps))
    return Section(
        path=path,
        label=provision.label if provision else clause.headings[-1] if clause.headings else path,
        headings=(*clause.headings, *filter(None, [items[0].group])),
        blocks=tuple(_shifted(blocks[index], indexes[0]) for index in indexes),
        provision=provision,
        divisions=clause.parts,
        currency=items[0].currency or clause.currency,
        annotations=tuple(dict.fromkeys((*clause.annotations, *(note for item in items for note in item.annotations)))),
    )


def _block(item: Item, clause: Clause) -> Block:
    return Block(
        prose=item.whole,
        mark=item.mark,
        opening=item.opening,
        whole=True,
        provision=_below(clause.provision, item.steps),
        force=item.force,
        references=tuple(Reference(one.span, one.targets) for one in item.found if one.targets),
        defines=item.defines,
    )


def _below(provision: Provision | None, steps: tuple[str, ...]) -> Provision | None:
    return Provision("/".join((provision.id, *steps))) if provision else None


def _shifted(block: Block, first: int) -> Block:
    opening = block.opening
    return replace(block, opening=opening - first if opening is not None and opening >= first else None)
