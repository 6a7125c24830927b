"""Reading a passage in its context: what stands before and after it, and what has become of it."""

from assistant.wire_passages import NeighbourJson, PassageJson, SourceJson, SupersededJson, UnitJson, address
from corpus.passages import Passage
from corpus.register import Register
from ingestion.index import Index

_REACH = 2


def reading(index: Index, register: Register, id_: str, language: str) -> PassageJson | None:
    """The passage of this id, or the one that contains the unit of this id; None when there is neither."""
    passage = _passage(index, id_)
    if passage is None:
        return None
    source, passages = index.sources[passage.source_id]
    superseded = register.superseded(passage.id)
    before, after = index.neighbours(passage.id, _REACH)
    return PassageJson(
        id=passage.id,
        source_id=source.id,
        label=passage.label,
        headings=list(passage.headings),
        provision=passage.provision.id if passage.provision else None,
        text=passage.text,
        url=address(passage, source),
        language=passage.language,
        anchor=id_ if id_ != passage.id else None,
        source=SourceJson.of(source, passages),
        superseded=SupersededJson.of(superseded, language) if superseded else None,
        units=[UnitJson.of(unit) for unit in passage.units],
        before=[NeighbourJson.of(p) for p in before],
        after=[NeighbourJson.of(p) for p in after],
    )


def _passage(index: Index, id_: str) -> Passage | None:
    """The passage itself, or the nearest container that a longer id names."""
    steps = id_.split("/")
    for depth in range(len(steps), 1, -1):
        found = index.passage("/".join(steps[:depth]))
        if found:
            return found
    return None
