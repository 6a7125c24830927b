"""Passages of sections: the text, its units and their places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from corpus.duties import Force, force_of
from corpus.legislation import Reference
from corpus.passages import Passage, Span, Unit
from corpus.sources import Kind, Source
from ingestion.parsing.sections import Block, Section
from ingestion.parsing.sentences import sentences
from ingestion.parsing.splitting import Numbered, parts

_ORDINALS = ("", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_SPEAKS_OF_DUTIES = (Kind.CODE, Kind.GUIDANCE)


def passages(sections: Iterable[Section], source: Source) -> Iterator[Passage]:
    """The passages of each section in order, under ids that are all different."""
    taken = set[str]()  # in lower case: ids differ by more than case
    for section in sections:
        ordinal = next(o for o in _ordinals() if _path(section, o).lower() not in taken)
        path = _path(section, ordinal)
        taken.add(path.lower())
        label = section.label + (f" ({ordinal})" if ordinal else "")
        for number, part in enumerate(parts(section), start=1):
            ending = f"~{number}" if number > 1 else ""
            yield _passage(section, part, source, f"{_id(source, path)}{ending}", label)


def _ordinals() -> Iterator[str]:
    yield from _ORDINALS
    yield from map(str, count(len(_ORDINALS) + 1))


def _path(section: Section, ordinal: str) -> str:
    return section.path + (f"-{ordinal}" if ordinal else "")


def _id(source: Source, path: str) -> str:
    return f"{source.id}/{path}" + ("/welsh" if source.language == "cy" else "")


def _passage(section: Section, part: Sequence[Numbered], source: Source, id: str, label: str) -> Passage:
    places = [block.prose.span() for _, block in part]
    carried = _missing_openings(section, part)
    quotable = [(at, replace(block, references=(), defines=())) for at, block in carried if block.whole]
    said = [*quotable, *part]
    return Passage(
        id=id,
        source_id=source.id,
        label=label,
        text="\n".join(block.printed for _, block in said),
        units=tuple(_units(said, source)),
        span=Span(min(place.start for place in places), max(place.end for place in places)),
        headings=(*section.headings, *(_last_sentence(block) for _, block in carried if not block.whole)),
        questions=section.questions,
        provision=section.provision,
        language=source.language,
        divisions=section.divisions,
        currency=section.currency,
        annotations=section.annotations,
    )


def _units(part: Sequence[Numbered], source: Source) -> Iterator[Unit]:
    last_unit, offset, made = dict[int, int](), 0, 0
    for index, block in part:
        opening = None if block.opening is None else last_unit.get(block.opening)
        first = offset + len(block.printed) - len(block.prose.text)
        for span in _quotable(block):
            yield Unit(
                span=Span(offset if _lettered(block) else first + span.start, first + span.end),
                provisions=(block.provision,) if block.provision else (),
                force=block.force or _force(block, span, source),
                opening=opening,
                references=tuple(Reference(r.span.moved(first), r.targets) for r in block.references),
                defines=block.defines,
            )
            opening, made = None, made + 1
        last_unit[index] = made - 1
        offset += len(block.printed) + 1


def _quotable(block: Block) -> Iterable[Span]:
    if block.whole:
        return (Span(0, len(block.prose.text)),)
    return sentences(block.prose.text)


def _lettered(block: Block) -> bool:
    """Whether the quote keeps its printed mark: a paragraph of a statutory list is read by its letter."""
    return block.whole and block.opening is not None


def _force(block: Block, span: Span, source: Source) -> Force | None:
    """Only what binds or guides says ``must``; a report's or an FAQ's ``must`` is no duty of its own."""
    if block.whole or source.kind not in _SPEAKS_OF_DUTIES:
        return None
    return force_of(span.of(block.prose.text))


def _missing_openings(section: Section, part: Sequence[Numbered]) -> list[Numbered]:
    """The blocks, outermost first, that open a list which goes on in this part and was opened in an earlier one.

    A statute's are said again, so that no paragraph stands without them; any other's are told in the headings.
    """
    present = {index for index, _ in part}
    opening, found = part[0][1].opening, list[Numbered]()
    while opening is not None and opening not in present:
        found.insert(0, (opening, section.blocks[opening]))
        opening = section.blocks[opening].opening
    return found


def _last_sentence(block: Block) -> str:
    words = block.prose.text
    return list(sentences(words))[-1].of(words)
