"""Blocks of paragraphs: bullets tied to the words that open their list."""

from collections.abc import Iterable, Sequence

from ingestion.parsing.marks import Mark
from ingestion.parsing.paragraphs import Paragraph
from ingestion.parsing.sections import BULLET, Block

_OPENS = (":", ":-", "—", "–", ",")


def opens_a_list(text: str) -> bool:
    return text.endswith(_OPENS) or text[-1:].isalnum()


def blocks_of(paragraphs: Iterable[Paragraph]) -> tuple[Block, ...]:
    """One block for each paragraph; a list's items know the block with its opening words."""
    blocks, lists = list[Block](), list[tuple[int, int | None]]()
    for paragraph in paragraphs:
        if not is_item(paragraph):
            lists = [(-1, len(blocks))]
            blocks.append(Block(prose=paragraph.prose, whole=paragraph.mark is Mark.ROW))
            continue
        opening = _opening(paragraph, lists, blocks)
        blocks.append(Block(prose=paragraph.prose, mark=_printed(paragraph), opening=opening))
        lists.append((paragraph.indent, len(blocks) - 1))
    return tuple(blocks)


def is_item(paragraph: Paragraph) -> bool:
    return paragraph.mark in (Mark.BULLET, Mark.NUMBER, Mark.LETTER)


def _printed(paragraph: Paragraph) -> str:
    match paragraph.mark:
        case Mark.NUMBER:
            return f"{paragraph.number}."
        case Mark.LETTER:
            return f"({paragraph.number})"
        case _:
            return BULLET


def _opening(paragraph: Paragraph, lists: Sequence[tuple[int, int | None]], blocks: Sequence[Block]) -> int | None:
    """The nearest block before it, further to the left, that ends as opening words do."""
    for indent, index in reversed(lists):
        if index is None or indent >= paragraph.indent:
            continue
        text = blocks[index].prose.text
        if indent < 0:
            return index if opens_a_list(text) else None
        if text.endswith(_OPENS[:-1]):
            return index
    return None
