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
POOLED = 5
POOLED_NEAR = 0.3
RANK_COSTS = 0.15
FEWEST_WORDS = 4
WHOLE_LIST = 8


class Composer(Protocol):
    def compose(self, question: str, named: Sequence[Provision], ranked: Sequence[Ranked]) -> list[Draft]: ...


class ExtractiveComposer:
    """Quotes, never writes: the sentences of one passage in their own order; of the notes, those that answer best among the first few."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._conditions = Conditions(index, trusted=lambda source_id: source_id in register.load().entries)

    def compose(self, question: str, named: Sequence[Provision], ranked: Sequence[Ranked]) -> list[Draft]:
        if not ranked:
            return []
        chosen = self._standing_on(named, ranked) if named else []
        if not chosen:
            chosen = (
                self._pooled(question, ranked)
                if self._is_note(ranked[0]) and not named
                else self._best(question, ranked)
            )
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

    def _is_note(self, ranked: Ranked) -> bool:
        return self._index.source_of(ranked.candidate.passage).kind is Kind.NOTE

    def _pooled(self, question: str, ranked: Sequence[Ranked]) -> list[Quoted]:
        """The lines that answer best of the first few notes in the lead's language, with the lead's first: a note gives its answer there.

        Notes overlap, as situations and subjects do, so the line that is asked for may stand in another than the first.
        """
        language = ranked[0].candidate.passage.language
        notes = [r.candidate for r in ranked[:POOLED] if self._is_note(r) and not r.superseded]
        notes = [note for note in notes if note.passage.language == language]
        scored = sorted(
            (
                (score - RANK_COSTS * rank, -rank, -at)
                for rank, note in enumerate(notes)
                for at, score in enumerate(self._scores(question, note))
            ),
            reverse=True,
        )
        near = [(-rank, -at) for score, rank, at in scored if score >= scored[0][0] - POOLED_NEAR]
        chosen = {(0, 0), *near[: MOST - 1]}
        spare = [(0, -at) for _, rank, at in scored if rank == 0 and (0, -at) not in chosen]
        chosen.update(spare[: max(0, FEWEST - len(chosen))])
        quoted = [Quoted(notes[rank].passage, at) for rank, at in sorted(chosen)]
        return list({q.text: q for q in reversed(quoted)}.values())[::-1]

    def _best(self, question: str, ranked: Sequence[Ranked]) -> list[Quoted]:
        """The best sentences of the lead, and when they are few those of the next that answer about as well."""
        lead, *others = [r.candidate for r in ranked]
        scores = self._scores(question, lead)
        order = sorted(range(len(scores)), key=lambda i: -scores[i])
        near = [i for i in order if scores[i] >= max(scores) - NEAR and _is_said(lead.passage, i)]
        chosen = [Quoted(lead.passage, i) for i in sorted(_with_lists(lead.passage, near[: MOST - 1] or order[:1]))]
        if len(chosen) < FEWEST:
            chosen += [q for other in others[:2] for q in self._close(question, other, lead)][: FEWEST - len(chosen)]
        return chosen

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
        for at, cosine in enumerate(map(max, candidate.units, candidate.asked)):
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


def _is_said(passage: Passage, at: int) -> bool:
    return len(passage.quote(at).split()) >= FEWEST_WORDS


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
