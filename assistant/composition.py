"""The extractive composer: two to five sentences that answer, chosen from the best passages."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from assistant.conditions import Conditions
from assistant.quoting import Draft, Quoted, joined, openings, units_of
from assistant.ranking import Ranked
from corpus import register
from corpus.passages import Passage
from corpus.provisions import Provision
from corpus.sources import Kind
from ingestion.candidates import Candidate
from ingestion.index import Index

MOST = 5
FEWEST = 3
NEAR = 0.16
FEWEST_WORDS = 4
WHOLE_LIST = 8


class Composer(Protocol):
    def compose(self, question: str, named: Sequence[Provision], ranked: Sequence[Ranked]) -> list[Draft]: ...


class ExtractiveComposer:
    """Quotes, never writes: prefers the sentences of one passage, in their own order, to a mosaic."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._conditions = Conditions(index, trusted=lambda source_id: source_id in register.load().entries)

    def compose(self, question: str, named: Sequence[Provision], ranked: Sequence[Ranked]) -> list[Draft]:
        if not ranked:
            return []
        lead, *others = [r.candidate for r in ranked]
        chosen = self._standing_on(named, ranked) if named else []
        if not chosen:
            chosen = self._best(question, lead)
        if len(chosen) < FEWEST and not named:
            chosen += [q for other in others[:2] for q in self._close(question, other, lead)][: FEWEST - len(chosen)]
        drafts = [self._backed(draft) for draft in joined(chosen)][:MOST]
        return self._conditions.brought_to(question, drafts, named=bool(named))

    def _standing_on(self, named: Sequence[Provision], ranked: Sequence[Ranked]) -> list[Quoted]:
        """The law's own units of the provisions that the question names, in its order; else what the best note says of them."""
        passages = [r.candidate.passage for r in ranked]
        law = sorted((p for p in passages if p.provision), key=lambda p: (p.source_id, p.span.start))
        quoted = [q for p in law for q in units_of(p) if _inside(q, named)]
        if quoted:
            return quoted
        around = [q for p in law for q in units_of(p) if _holding(q, named)]
        return around or self._note_on(named, passages)

    def _note_on(self, named: Sequence[Provision], passages: Sequence[Passage]) -> list[Quoted]:
        """What the note that says most of the named provisions says of them; else of what they stand in."""
        for rests in (_inside, _holding):
            said = [[q for q in units_of(passage) if rests(q, named)] for passage in passages]
            most = max(said, key=len, default=[])
            if most:
                return most
        return []

    def _best(self, question: str, candidate: Candidate) -> list[Quoted]:
        scores = self._scores(question, candidate)
        best = max(scores)
        order = sorted(range(len(scores)), key=lambda i: -scores[i])
        chosen = [
            i for i in order if scores[i] >= best - NEAR and len(candidate.passage.quote(i).split()) >= FEWEST_WORDS
        ]
        chosen = chosen[: MOST - 1] or order[:1]
        if self._index.source_of(candidate.passage).kind is Kind.NOTE:
            chosen.append(0)  # a note gives the answer first
            chosen += [i for i in order if i not in chosen][: max(0, FEWEST - len(set(chosen)))]
        return [Quoted(candidate.passage, i) for i in sorted(set(_with_lists(candidate.passage, chosen)))]

    def _close(self, question: str, other: Candidate, lead: Candidate) -> list[Quoted]:
        """The best sentence of another passage, when it answers about as well as the lead's."""
        scores, bar = self._scores(question, other), max(self._scores(question, lead)) - NEAR
        at = max(range(len(scores)), key=lambda i: scores[i])
        return [Quoted(other.passage, at)] if scores[at] >= bar else []

    def _scores(self, question: str, candidate: Candidate) -> list[float]:
        """How well each unit answers: its cosine, and how much of the question's rare words it holds."""
        language = candidate.passage.language
        asked = self._index.rarities(question, language)
        total = sum(asked.values()) or 1.0
        scores = []
        for at, cosine in enumerate(candidate.units):
            held = self._index.terms(candidate.passage.with_opening(at), language)
            scores.append(cosine + 0.5 * sum(weight for term, weight in asked.items() if term in held) / total)
        return scores

    def _backed(self, draft: Draft) -> Draft:
        """The draft with the law's own words beside the note's: of the provisions that it rests on, the one that says most of it."""
        backing = [law for q in draft.quotes for p in q.unit.provisions if (law := self._law_of(p, q.passage))]
        if not backing:
            return draft
        said = self._index.rarities(draft.text)
        best = max(backing, key=lambda q: sum(said.get(term, 0.0) for term in self._index.terms(q.text)))
        return replace(draft, quotes=(*draft.quotes, *openings(best), best))

    def _law_of(self, provision: Provision, citing: Passage) -> Quoted | None:
        """The unit of the law that is ``provision``, when the index holds the law itself and ``citing`` is not it."""
        if citing.source_id == provision.source_id:
            return None
        texts = (self._index.text_of(provision, language) for language in dict.fromkeys((citing.language, "en")))
        held = (q for passages in texts for passage in passages if _stands(passage) for q in units_of(passage))
        return next((q for q in held if provision in q.unit.provisions), None)


def _stands(passage: Passage) -> bool:
    return passage.currency is None or passage.currency.standing is None


def _inside(q: Quoted, named: Sequence[Provision]) -> bool:
    """Whether a quote rests on a named provision or on a unit of it."""
    return any(n.contains(own) for n in named for own in q.unit.provisions)


def _holding(q: Quoted, named: Sequence[Provision]) -> bool:
    """Whether a quote is of a unit that contains a named one: as near as the text at hand goes."""
    return any(own.contains(n) for n in named for own in q.unit.provisions if len(own.steps) > 1)


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
