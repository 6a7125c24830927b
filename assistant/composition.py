"""The extractive composer: two to five sentences that answer, chosen from the best passages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.ranking import Ranked
from corpus.duties import Bearer, Force
from corpus.passages import Passage, Unit
from corpus.provisions import Provision
from corpus.sources import Kind
from ingestion.index import Candidate, Index, Scope

MOST = 5
FEWEST = 2
NEAR = 0.16
OPENING_NEAR = 0.4
WHOLE_LIST = 8


@dataclass(frozen=True, slots=True)
class Quoted:
    """One unit of a passage, taken as a quote."""

    passage: Passage
    index: int

    @property
    def unit(self) -> Unit:
        return self.passage.units[self.index]

    @property
    def text(self) -> str:
        return self.passage.quote(self.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sentence before it is verified, with the quotes that it stands on."""

    text: str
    quotes: tuple[Quoted, ...]
    force: Force | None = None
    bearer: Bearer | None = None


class Composer(Protocol):
    def compose(self, question: str, named: Sequence[Provision], ranked: Sequence[Ranked]) -> list[Draft]: ...


class ExtractiveComposer:
    """Quotes, never writes: prefers the sentences of one passage, in their own order, to a mosaic."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def compose(self, question: str, named: Sequence[Provision], ranked: Sequence[Ranked]) -> list[Draft]:
        if not ranked:
            return []
        lead, *others = [r.candidate for r in ranked]
        if named and lead.passage.provision:
            chosen = self._law(named, [lead, *others])
        else:
            chosen = self._best(question, lead)
            if len(chosen) < FEWEST:
                chosen += [q for other in others[:2] for q in self._close(question, other, lead)][: FEWEST - len(chosen)]
        return [self._backed(draft) for draft in _joined(chosen)][:MOST]

    def _law(self, named: Sequence[Provision], candidates: Sequence[Candidate]) -> list[Quoted]:
        """The units of the provisions that the question names, in the order of the law."""
        passages = [
            c.passage
            for c in candidates
            if c.passage.provision and any(n.contains(c.passage.provision) or c.passage.provision.contains(n) for n in named)
        ]
        quoted = [Quoted(p, i) for p in sorted(passages, key=_place) for i in range(len(p.units))]
        inside = [q for q in quoted if any(n.contains(own) for n in named for own in q.unit.provisions)]
        return inside or quoted

    def _best(self, question: str, candidate: Candidate) -> list[Quoted]:
        scores = self._scores(question, candidate)
        best = max(scores)
        order = sorted(range(len(scores)), key=lambda i: -scores[i])
        chosen = [i for i in order if scores[i] >= best - NEAR][: MOST - 1]
        if self._index.source_of(candidate.passage).kind is Kind.NOTE:
            chosen += [0] if scores[0] >= best - OPENING_NEAR else []
            chosen += [i for i in order if i not in chosen][: max(0, FEWEST - len(set(chosen)))]
        return [Quoted(candidate.passage, i) for i in sorted(set(_with_lists(candidate.passage, chosen)))]

    def _close(self, question: str, other: Candidate, lead: Candidate) -> list[Quoted]:
        """The best sentence of another passage, when it answers about as well as the lead's."""
        scores, bar = self._scores(question, other), max(self._scores(question, lead)) - NEAR
        at = max(range(len(scores)), key=lambda i: scores[i])
        return [Quoted(other.passage, at)] if scores[at] >= bar else []

    def _scores(self, question: str, candidate: Candidate) -> list[float]:
        """How well each unit answers: its cosine, and how much of the question's rare words it holds."""
        asked = self._index.rarities(question)
        total = sum(asked.values()) or 1.0
        scores = []
        for at, cosine in enumerate(candidate.units):
            held = self._index.terms(candidate.passage.with_opening(at))
            scores.append(cosine + 0.5 * sum(weight for term, weight in asked.items() if term in held) / total)
        return scores

    def _backed(self, draft: Draft) -> Draft:
        """The draft with the law's own words beside the note's, where the law is in the index."""
        backing = [law for q in draft.quotes for p in q.unit.provisions if (law := self._law_of(p, q.passage))]
        return Draft(text=draft.text, quotes=(*draft.quotes, *backing[:2]), force=draft.force, bearer=draft.bearer)

    def _law_of(self, provision: Provision, citing: Passage) -> Quoted | None:
        if citing.source_id == provision.source_id:
            return None
        for passage in self._index.standing_on(provision, Scope(source_ids=frozenset({provision.source_id}))):
            for at, unit in enumerate(passage.units):
                if provision in unit.provisions:
                    return Quoted(passage, at)
        return None


def _place(passage: Passage) -> tuple[int, int]:
    return passage.span.start, passage.span.end


def _with_lists(passage: Passage, chosen: Sequence[int]) -> list[int]:
    """The chosen units with the opening words that they need; a short list whose opening is chosen comes whole."""
    found = set(chosen)
    for at in chosen:
        opening = passage.units[at].opening
        while opening is not None:
            found.add(opening)
            opening = passage.units[opening].opening
    for at in tuple(found):
        list_ = [i for i, unit in enumerate(passage.units) if unit.opening == at]
        if list_ and not found.intersection(list_):
            found.update(list_[:WHOLE_LIST])
    return list(found)


def _joined(quoted: Sequence[Quoted]) -> list[Draft]:
    """One draft a sentence: a list's paragraphs go behind their opening words, each its own quote."""
    drafts: list[list[Quoted]] = []
    for q in quoted:
        opening = Quoted(q.passage, q.unit.opening) if q.unit.opening is not None else None
        if opening is not None and drafts and opening in drafts[-1]:
            drafts[-1].append(q)
        else:
            drafts.append([*_openings(q), q])
    return [_draft(group) for group in drafts]


def _openings(q: Quoted) -> list[Quoted]:
    opening = q.unit.opening
    if opening is None:
        return []
    before = Quoted(q.passage, opening)
    return [*_openings(before), before]


def _draft(group: Sequence[Quoted]) -> Draft:
    force = next((q.unit.force for q in group if q.unit.force), None)
    bearer = next((q.unit.bearer for q in group if q.unit.bearer), None)
    return Draft(text=" ".join(q.text for q in group), quotes=tuple(group), force=force, bearer=bearer)
