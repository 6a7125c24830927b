"""Reading a passage in its context: its section or what stands around it, where it points, and what has become of it."""

from collections.abc import Iterable

from assistant.meanings import Meanings
from assistant.wire_law import (
    CurrencyJson,
    MatterJson,
    MeaningJson,
    NeighbourJson,
    ReferenceJson,
    ReferrerJson,
    TargetJson,
)
from assistant.wire_passages import PassageJson, SourceJson, SupersededJson, UnitJson, address
from corpus import matters
from corpus.errors import CorpusError
from corpus.passages import Passage
from corpus.provisions import Provision
from corpus.register import Register
from ingestion.index import Index

_REACH = 2
_MOST_REFERRERS = 20


def reading(index: Index, register: Register, id_: str, language: str) -> PassageJson | None:
    """The passage of this id, or the one that contains the unit of this id; None when there is neither."""
    passage = _passage(index, id_)
    if passage is None:
        return None
    source, passages = index.sources[passage.source_id]
    superseded = register.superseded(passage.id)
    before, after = _around(index, passage)
    marked = _Marker(index, passage)
    own = id_.removesuffix("/welsh")
    return PassageJson(
        id=passage.id,
        source_id=source.id,
        label=passage.label,
        headings=list(passage.headings),
        provision=passage.provision.id if passage.provision else None,
        text=passage.text,
        references=marked.references(passage),
        definitions=marked.definitions(passage),
        url=address(passage, source),
        language=passage.language,
        anchor=own if id_ != passage.id and own != passage.id else None,
        source=SourceJson.of(source, passages, register.supersedes(source.id)),
        superseded=SupersededJson.of(superseded, language) if superseded else None,
        units=[UnitJson.of(unit) for unit in passage.units],
        before=[marked.neighbour(p) for p in before],
        after=[marked.neighbour(p) for p in after],
        currency=CurrencyJson.of(passage.currency) if passage.currency else None,
        annotations=list(passage.annotations),
        referred_to_by=list(_referrers(index, passage)),
        matters=[MatterJson.of(matter, language) for matter in matters.load().about([own, passage.id])],
    )


def _passage(index: Index, id_: str) -> Passage | None:
    """The passage itself, or the nearest container that a longer id names."""
    welsh = "/welsh" if id_.endswith("/welsh") else ""
    steps = id_.removesuffix("/welsh").split("/")
    for depth in range(len(steps), 1, -1):
        found = index.passage("/".join(steps[:depth]) + welsh)
        if found:
            return found
    return _first_inside(index, steps, "cy" if welsh else "en")


def _first_inside(index: Index, steps: list[str], language: str) -> Passage | None:
    """The first passage of a section that is not one passage itself."""
    try:
        wanted = Provision("/".join(steps))
    except CorpusError:
        return None
    return next(iter(index.text_of(wanted, language)), None) if len(steps) > 2 else None


def _around(index: Index, passage: Passage) -> tuple[list[Passage], list[Passage]]:
    """The rest of its section for a provision; its neighbours for any other passage."""
    if passage.provision is None:
        return index.neighbours(passage.id, _REACH)
    clause = index.text_of(passage.provision.clause, passage.language)
    at = [p.id for p in clause].index(passage.id)
    return clause[:at], clause[at + 1 :]


class _Marker:
    """Marks the cross-references and the defined terms of passages of one text."""

    def __init__(self, index: Index, passage: Passage) -> None:
        self._index = index
        self._language = passage.language
        self._meanings = Meanings(index, passage.source_id, passage.language)

    def neighbour(self, passage: Passage) -> NeighbourJson:
        return NeighbourJson(
            id=passage.id,
            label=passage.label,
            text=passage.text,
            references=self.references(passage),
            definitions=self.definitions(passage),
        )

    def references(self, passage: Passage) -> list[ReferenceJson]:
        return [
            ReferenceJson(start=r.span.start, end=r.span.end, targets=[self._target(t) for t in r.targets])
            for unit in passage.units
            for r in unit.references
        ]

    def definitions(self, passage: Passage) -> list[MeaningJson]:
        taken = [r.span for unit in passage.units for r in unit.references]
        found = self._meanings.of(passage)
        return [
            MeaningJson.of(m) for m in found if not any(m.span.start < t.end and t.start < m.span.end for t in taken)
        ]

    def _target(self, target: Provision) -> TargetJson:
        held = bool(self._index.text_of(target, self._language))
        return TargetJson(id=target.id, label=target.label, url=target.url, held=held)


def _referrers(index: Index, passage: Passage) -> Iterable[ReferrerJson]:
    """What points at the provision's section from outside it, first what points at the passage itself."""
    if passage.provision is None:
        return
    own = passage.provision
    elsewhere = [
        (not _points_into(own, p, at), p, at)
        for p, at in index.referring_to(own.clause)
        if p.language == passage.language and (p.provision is None or p.provision.clause != own.clause)
    ]
    for _, referrer, at in sorted(elsewhere, key=lambda one: one[0])[:_MOST_REFERRERS]:
        given = referrer.units[at].provisions[:1] or filter(None, [referrer.provision])
        unit = next(iter(given), None)
        yield ReferrerJson(
            id=unit.id if unit else referrer.id,
            label=unit.label if unit else referrer.label,
            heading=referrer.headings[-1] if referrer.headings else None,
            text=referrer.with_opening(at),
        )


def _points_into(own: Provision, referrer: Passage, at: int) -> bool:
    return any(own.contains(t) for r in referrer.units[at].references for t in r.targets)
