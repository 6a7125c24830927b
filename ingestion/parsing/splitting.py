"""Splitting: what is too long for one passage, cut between blocks, else at the ends of sentences."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from corpus.legislation import Reference
from ingestion.parsing.sections import Block, Section

LIMIT = 1200
# Not after an abbreviation or an initial; failing the end of a sentence, at a lesser stop, then at a space.
_SENTENCE = (
    r"(?<=[.?!])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bs\.)(?<!\bss\.)"
    r"(?<!\breg\.)(?<!\bpara\.)(?<!\bNo\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\b[A-Zc]\.) "
)
_ENDS = [_SENTENCE, r"(?<=[;:,]) ", " ", ""]

Numbered = tuple[int, Block]


def parts(section: Section, limit: int = LIMIT) -> list[tuple[Numbered, ...]]:
    """The blocks of each passage, each with its index in the section: as few parts as can be, of about one length."""
    pieces = [(index, piece) for index, block in enumerate(section.blocks) for piece in _cut(block, limit)]
    groups = list(_kept_together(pieces, limit))
    total = sum(map(_length, pieces))
    even = total / max(1, ceil(total / limit))
    return min(_packed(groups, even, limit), _packed(groups, limit, limit), key=len)


def _packed(groups: list[list[Numbered]], goal: float, limit: int) -> list[tuple[Numbered, ...]]:
    """Parts that end once they have reached ``goal``, and before they would pass ``limit``."""
    packed, length = list[tuple[Numbered, ...]](), 0
    for group in groups:
        size = sum(map(_length, group))
        if not packed or length + size > limit or length >= goal:
            packed.append(())
            length = 0
        packed[-1] = (*packed[-1], *group)
        length += size
    return packed


def _length(piece: Numbered) -> int:
    return len(piece[1].printed) + 1


def _kept_together(pieces: list[Numbered], limit: int) -> Iterator[list[Numbered]]:
    """Opening words stay with the first of the list that they open, when both fit."""
    group = list[Numbered]()
    for piece in pieces:
        opened = group and piece[1].opening == group[-1][0]
        if group and not (opened and sum(map(_length, (*group, piece))) <= limit):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _cut(block: Block, limit: int) -> Iterator[Block]:
    text = block.prose.text
    if len(text) <= limit:
        yield block
        return
    position = 0
    for chunk in _chunks(text, limit):
        start = text.index(chunk, position)
        position = start + len(chunk)
        inside = [r for r in block.references if start <= r.span.start and r.span.end <= position]
        yield replace(
            block,
            prose=block.prose.cut(start, position),
            mark=block.mark if start == 0 else "",
            references=tuple(Reference(r.span.moved(-start), r.targets) for r in inside),
            defines=block.defines if start == 0 else (),
        )


def _chunks(text: str, limit: int) -> list[str]:
    # Imported here because it takes a fifth of a second that short documents need not wait for.
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        separators=_ENDS, is_separator_regex=True, keep_separator="end", chunk_size=limit, chunk_overlap=0
    )
    return [chunk for chunk in splitter.split_text(text) if chunk.strip()]
