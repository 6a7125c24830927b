"""Conditions: what a duty in the law is subject to, in its own section and elsewhere, found by its cross-references."""

import re
from collections.abc import Iterator, Sequence

from assistant.quoting import Draft, Quoted, draft_of, openings, units_of
from corpus.duties import Force
from corpus.passages import Passage
from corpus.provisions import Provision
from ingestion.index import Index

_SUBJECT_TO = re.compile(
    r"\b(?:unless|subject to|except|oni bai|yn ddarostyngedig i|ac eithrio)\b[^.;—]*$", re.IGNORECASE
)
_OWN = re.compile(
    r"(?:But )?(?:this section|this regulation|subsections?|paragraphs?)\b[^.;—]{0,60}\b(?:does|do) not apply\b"
    r"|Nid yw(?:’r| ) ?(?:adran hon|rheoliad hwn|is-adran)[^.;—]{0,60}\byn gymwys\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:does not|do not|ceases? to) apply\b|\b(?:yn peidio â bod yn|nid yw[^.;—]{0,80}yn) gymwys\b", re.IGNORECASE
)
_WHERE = re.compile(r"\bappl(?:y|ies) where\b|\byn gymwys pan\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:refus\w*|declin\w*|exempt\w*|except\w*|excus\w*|unless|not have to|(?:don|doesn|do|does)(?:'|’)?t have to|need(?:n(?:'|’)t| not)"
    r"|no duty|(?:does|do) not apply|get out of|opt out|gwrthod|eithriad\w*|oni bai|esempt\w*|nid oes rhaid|dim rhaid)\b",
    re.IGNORECASE,
)
MOST = 6
_MARK = len("(iii) ")


class Conditions:
    """Reads what one index holds of the law."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def brought_to(self, question: str, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts with what stands in the way of the first duty that they quote from the law, when the question asks that.

        Each sentence is the law's own. Its circumstances come first, then where its section does not apply, then what the
        law puts in its place, then where another section ends it.
        """
        at = next((at for at, draft in enumerate(drafts) if any(map(_is_duty, draft.quotes))), None)
        if at is None or not _ASKED.search(question):
            return list(drafts)
        brought = self._of(next(q for q in drafts[at].quotes if _is_duty(q)))
        quoted = {q for draft in brought for q in draft.quotes}
        others = [draft for draft in drafts[at + 1 :] if not quoted.issuperset(q for q in draft.quotes if _is_law(q))]
        return [*drafts[: at + 1], *brought, *others]

    def _of(self, duty: Quoted) -> list[Draft]:
        circumstances = [self._whole(q) for q in self._circumstances(duty)]
        excluded = list(self._excluded(duty))
        instead = [*self._seen(excluded, duty), *self._parallel(circumstances, duty)]
        groups = [*circumstances, *([q] for q in excluded), *instead, *self._ended(duty)]
        return list({draft.text: draft for draft in map(draft_of, groups)}.values())[:MOST]

    def _circumstances(self, duty: Quoted) -> Iterator[Quoted]:
        """The units that the duty's words make it subject to ("unless any of the circumstances in subsection (3) apply")."""
        for reference in duty.unit.references:
            before = duty.passage.text[duty.unit.span.start : reference.span.start]
            if _SUBJECT_TO.search(before):
                for target in reference.targets:
                    yield from self._first(target, duty.passage)

    def _excluded(self, duty: Quoted) -> Iterator[Quoted]:
        """Units of its own section that say where it does not apply."""
        for passage in self._clause(duty.unit.provisions[0], duty.passage):
            for q in units_of(passage):
                said = _OWN.match(q.text)
                if said and (
                    " section" in said[0] or "regulation" in said[0] or "hon" in said[0] or _points_at(q, duty)
                ):
                    yield q

    def _seen(self, excluded: Sequence[Quoted], duty: Quoted) -> Iterator[list[Quoted]]:
        """The duties that those units refer to in its place ("see section 17")."""
        for q in excluded:
            for target in (t for r in q.unit.references for t in r.targets):
                if target.source_id == duty.passage.source_id and target.clause != duty.unit.provisions[0].clause:
                    yield from self._duty_in(self._index.text_of(target, duty.passage.language))

    def _parallel(self, circumstances: Sequence[list[Quoted]], duty: Quoted) -> Iterator[list[Quoted]]:
        """Other duties on which the law enters in the words of one of the circumstances."""
        for q in (q for group in circumstances for q in group):
            for passage, at in self._index.in_the_same_words(q.passage, q.index):
                opening = passage.units[at].opening
                if opening is None or not _WHERE.search(passage.quote(opening)):
                    continue
                targets = [t for r in passage.units[opening].references for t in r.targets]
                if any(t.clause == passage.units[at].provisions[0].clause for t in targets) and passage != duty.passage:
                    for target in targets[:1]:
                        yield from self._duty_in(self._index.text_of(target, passage.language))

    def _ended(self, duty: Quoted) -> Iterator[list[Quoted]]:
        """Units elsewhere that end the duty or keep it from applying, with the place in their list that names it."""
        own = duty.unit.provisions[0]
        for passage, at in self._index.referring_to(own.clause):
            q = Quoted(passage, at)
            if (
                passage.language != duty.passage.language
                or q.unit.provisions[0].clause == own.clause
                or not _points_at(q, duty)
            ):
                continue
            if _ENDS.search(passage.with_opening(at)):
                yield [*openings(q), q]
            elif _is_named(q):
                yield from ([*self._whole(end), *openings(q), q] for end in self._ending(q))

    def _ending(self, named: Quoted) -> Iterator[Quoted]:
        """The units of the same section that end what a list names, by referring to the list."""
        around = openings(named)
        if not around:
            return
        for passage, at in self._index.referring_to(around[0].unit.provisions[0]):
            if passage.language == named.passage.language and _ENDS.search(passage.quote(at)):
                yield Quoted(passage, at)

    def _duty_in(self, passages: Sequence[Passage]) -> Iterator[list[Quoted]]:
        """The first duty in a section, behind where it applies when that stands before it."""
        for passage in passages:
            for q in units_of(passage):
                if q.unit.force in (Force.MUST, Force.MUST_NOT) and q.unit.opening is None:
                    yield [*self._applying(q), *self._whole(q)]
                    return

    def _applying(self, duty: Quoted) -> list[Quoted]:
        """The unit that says where a duty applies ("Subsection (2) applies where—"), with its list."""
        for passage, at in self._index.referring_to(duty.unit.provisions[0]):
            if passage.language == duty.passage.language and _WHERE.search(passage.quote(at)):
                return self._whole(Quoted(passage, at))
        return []

    def _first(self, target: Provision, near: Passage) -> Iterator[Quoted]:
        """The first unit of a provision: its own words, which open its list."""
        for passage in self._index.text_of(target, near.language)[:1]:
            yield from [q for q in units_of(passage) if target.contains(q.unit.provisions[0])][:1]

    def _whole(self, q: Quoted) -> list[Quoted]:
        """A unit behind its opening words, with all of the list that it opens."""
        inside = [other for other in units_of(q.passage) if other.index != q.index and q in openings(other)]
        return [*openings(q), q, *inside]

    def _clause(self, provision: Provision, near: Passage) -> list[Passage]:
        return self._index.text_of(provision.clause, near.language)


def _is_duty(q: Quoted) -> bool:
    return _is_law(q) and q.unit.force is Force.MUST


def _is_law(q: Quoted) -> bool:
    return bool(q.unit.provisions) and q.unit.provisions[0].source_id == q.passage.source_id


def _is_named(q: Quoted) -> bool:
    """Whether a paragraph names a provision rather than speaks of it: "(a) section 11 (duty to decide)"."""
    return q.unit.opening is not None and q.unit.references[0].span.start - q.unit.span.start <= _MARK


def _points_at(q: Quoted, duty: Quoted) -> bool:
    return any(t.contains(duty.unit.provisions[0]) for r in q.unit.references for t in r.targets)
