"""The Code's numbered paragraphs are provisions: they are cited and asked for by number."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.provisions import Provision
from corpus.sources import Source
from ingestion.parsing.sections import Block, Section

_NUMBER = re.compile(r"[0-9]+\.[0-9]+")
_LETTER = re.compile(r"\(([a-z]{1,4})\)")


def as_provisions(sections: Iterable[Section], source: Source) -> Iterator[Section]:
    for section in sections:
        yield _provision(section, source) if _NUMBER.fullmatch(section.label) else section


def _provision(section: Section, source: Source) -> Section:
    provision = Provision(f"{source.id}/{section.label}")
    blocks = tuple(replace(block, provision=_deepest(provision, block)) for block in section.blocks)
    return replace(section, label=f"paragraph {section.label}", provision=provision, blocks=blocks)


def _deepest(provision: Provision, block: Block) -> Provision:
    letter = _LETTER.fullmatch(block.mark)
    return Provision(f"{provision.id}/{letter[1]}") if letter else provision
