"""Conditions: what a duty in the law is subject to, in its own section and elsewhere, found by its cross-references."""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.quoting import Draft, Quoted, draft_of, openings, units_of
from corpus.duties import Force
from corpus.passages import Passage
from corpus.provisions import Provision, named_in
from ingestion.index import Index

_SUBJECT_TO = re.compile(
    r"\b(?:unless|subject to|except|oni bai|yn ddarostyngedig i|ac eithrio|circumstances in)\b[^.;—]*$", re.IGNORECASE
)
_ENDS = re.compile(
    r"\b(?:does not|do not|ceases? to) apply\b|^Nor does\b[^.;—]*\bapply\b|\byn peidio â bod yn gymwys\b|^Nid yw[^.;—]{0,120}yn gymwys\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"The (?:circumstances|exceptions|cases|conditions) are\b|Yr amgylchiadau yw\b", re.IGNORECASE)
_LIMITS = re.compile(r"\bmay not rely on\b", re.IGNORECASE)
_WHERE = re.compile(r"\bappl(?:y|ies) where\b|\byn gymwys pan\b", re.IGNORECASE)
_THIS = re.compile(r"^(?:But )?this (?:section|regulation)\b|(?:adran hon|rheoliad hwn)\b", re.IGNORECASE)
# Provisions that apply others in a changed form to some people only are no exceptions of the others.
_MODIFIES = re.compile(r"\bmodif|\bas if\b|\byn gymwys fel pe\b|\baddasiad", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:refus\w*|declin\w*|exempt\w*|except\w*|excus\w*|unless|avoid\w*|say no|not (?:have|need|required|obliged|apply)\b"
    r"|(?:don|doesn|do|does)(?:'|’)?t have to|need(?:n(?:'|’)t| not)|no (?:duty|obligation)|not apply|get out of|opt out"
    r"|gwrthod|eithriad\w*|oni bai|esempt\w*|nid oes rhaid|dim rhaid)\b",
    re.IGNORECASE,
)
MOST = 6
NEAR_ENOUGH = 0.6
_MARK = len("(iii) ")


class Conditions:
    """Reads what one index holds of the law. ``trusted`` says of a source whether what it says can end a duty in another."""

    def __init__(self, index: Index, trusted: Callable[[str], bool]) -> None:
        self._index = index
        self._trusted = trusted

    def brought_to(self, question: str, drafts: Sequence[Draft], named: bool = False) -> list[Draft]:
        """The drafts with what stands in the way of the duty that the first quotes from the law, when the question asks that.

        Each sentence is the law's own. Its circumstances come first, then where its section does not apply, then what the
        law puts in its place, then where another section ends it. ``named`` is whether the question named a provision: it
        is then said as it was asked for.
        """
        drafts = drafts if named else self._with_duty(drafts)
        duty = next((q for draft in drafts[:1] for q in draft.quotes if _is_duty(q)), None)
        if duty is None or not _ASKED.search(question) or not self._is_asked_of(question, drafts[0], duty):
            return list(drafts)
        brought = self._of(duty)
        quoted = {q for draft in brought for q in draft.quotes}
        others = [draft for draft in drafts[1:] if not quoted.issuperset(q for q in draft.quotes if _is_law(q))]
        return [drafts[0], *brought, *others]

    def _with_duty(self, drafts: Sequence[Draft]) -> Sequence[Draft]:
        """The drafts, the duty first where the first is only a list of what it is subject to: that says nothing by itself."""
        first = drafts[0].quotes[0] if drafts else None
        if first is None or not _is_law(first) or not _LIST.match(first.text):
            return drafts
        own = first.unit.provisions[0]
        for passage, at in self._index.referring_to(own):
            duty = Quoted(passage, at)
            if _is_duty(duty) and duty.unit.provisions[0].clause == own.clause and _stands(duty):
                return [draft_of(self._whole(duty)), draft_of(self._whole(first)), *drafts[1:]]
        return drafts

    def _is_asked_of(self, question: str, draft: Draft, duty: Quoted) -> bool:
        """Whether the question is about this duty: it names it, or the draft and the law beside it hold most of its rare words."""
        own = duty.unit.provisions[0]
        if any(named.contains(own) or own.contains(named) for named in named_in(question)):
            return True
        asked = self._index.rarities(_ASKED.sub(" ", question))
        held = self._index.terms(" ".join([draft.text, *(q.text for q in draft.quotes)]))
        return sum(w for term, w in asked.items() if term in held) >= NEAR_ENOUGH * sum(asked.values())

    def _of(self, duty: Quoted) -> list[Draft]:
        circumstances = [self._complete(q) for q in self._circumstances(duty)]
        subsections = {q.unit.provisions[0] for group in circumstances for q in group[:1]}
        excluded = [self._complete(q) for q in self._excluded(duty)]
        limits = [self._complete(q) for q in self._limits(duty, subsections)]
        instead = [*self._seen(excluded, duty), *self._parallel(circumstances, duty)]
        groups = [*circumstances, *limits, *excluded, *instead, *self._ended(duty)]
        return list({draft.text: draft for draft in map(draft_of, groups)}.values())[:MOST]

    def _circumstances(self, duty: Quoted) -> Iterator[Quoted]:
        """The subsections that the duty's words make it subject to ("unless any of the circumstances in subsection (3)")."""
        seen = set[Provision]()
        for q in self._whole(duty):
            for reference in q.unit.references:
                before = q.passage.text[q.unit.span.start : reference.span.start]
                for target in reference.targets if _SUBJECT_TO.search(before) else ():
                    own = Provision("/".join(target.steps[: len(target.clause.steps) + 1]))
                    if own not in seen:
                        seen.add(own)
                        yield from self._first(own, duty.passage)

    def _excluded(self, duty: Quoted) -> Iterator[Quoted]:
        """Units of its own section that say where it does not apply."""
        for q in self._beside(duty):
            if _ENDS.search(q.text) and (_THIS.search(q.text) or _points_at(q, duty)):
                yield q

    def _limits(self, duty: Quoted, circumstances: set[Provision]) -> Iterator[Quoted]:
        """Units of its own section that narrow its circumstances."""
        for q in self._beside(duty):
            targets = [t for r in q.unit.references for t in r.targets]
            if _LIMITS.search(q.text) and any(own.contains(t) for own in circumstances for t in targets):
                yield q

    def _beside(self, duty: Quoted) -> Iterator[Quoted]:
        """The sentences of its own section, without the paragraphs of lists."""
        for passage in self._index.text_of(duty.unit.provisions[0].clause, duty.passage.language):
            yield from (q for q in units_of(passage) if q.unit.opening is None and q != duty and _stands(q))

    def _seen(self, excluded: Sequence[list[Quoted]], duty: Quoted) -> Iterator[list[Quoted]]:
        """The duties that those units refer to in its place ("see section 17")."""
        for q in (q for group in excluded for q in group):
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
                inside = [t for t in targets if t.clause == passage.units[at].provisions[0].clause]
                if inside and inside[0].clause != duty.unit.provisions[0].clause:
                    yield from self._duty_in(self._index.text_of(inside[0], passage.language))

    def _ended(self, duty: Quoted) -> Iterator[list[Quoted]]:
        """Units elsewhere that end the duty or keep it from applying, with the place in their list that names it."""
        own = duty.unit.provisions[0]
        for passage, at in self._index.referring_to(own.clause):
            q = Quoted(passage, at)
            elsewhere = q.unit.provisions[0].clause != own.clause and passage.language == duty.passage.language
            if not (elsewhere and _points_at(q, duty) and self._can_end(q, duty)):
                continue
            if _ENDS.search(q.text):
                yield self._complete(q)
            elif _is_named(q):
                yield from ([*self._whole(end), *openings(q), q] for end in self._ending(q))

    def _can_end(self, q: Quoted, duty: Quoted) -> bool:
        """Whether a unit is law that stands, of the same instrument or of one that is known, and changes no other for some."""
        known = q.passage.source_id == duty.passage.source_id or self._trusted(q.passage.source_id)
        return known and _stands(q) and not any(_MODIFIES.search(other.text) for other in (*openings(q), q))

    def _ending(self, named: Quoted) -> Iterator[Quoted]:
        """The units of the same section that end what a list names, by referring to the list."""
        around = openings(named)
        if not around:
            return
        for passage, at in self._index.referring_to(around[0].unit.provisions[0]):
            if passage.language == named.passage.language and _ENDS.search(passage.quote(at)):
                yield Quoted(passage, at)

    def _duty_in(self, passages: Sequence[Passage]) -> Iterator[list[Quoted]]:
        """The first duty in a section, behind where it applies when that stands before it, with its own circumstances."""
        for passage in passages:
            for q in units_of(passage):
                if q.unit.force in (Force.MUST, Force.MUST_NOT) and q.unit.opening is None and _stands(q):
                    yield [*self._applying(q), *self._complete(q)]
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

    def _complete(self, q: Quoted) -> list[Quoted]:
        """A unit whole, with the circumstances that its own words make it turn on."""
        turning = [self._whole(other) for other in self._circumstances(q)]
        return [*self._whole(q), *(other for group in turning for other in group if other.passage.provision)]

    def _whole(self, q: Quoted) -> list[Quoted]:
        """A unit behind its opening words, with all of the list that it opens, also where its passage was cut for length."""
        inside = [other for other in units_of(q.passage) if other.index != q.index and q in openings(other)]
        return [*openings(q), q, *inside, *self._rest(q)]

    def _rest(self, q: Quoted) -> Iterator[Quoted]:
        """The paragraphs of its list in later parts of a passage that was cut, without the opening words said again there."""
        base, _, part = q.passage.id.partition("~")
        after = int(part or 1)
        while (later := self._index.passage(f"{base}~{after + 1}")) is not None:
            again = [other for other in units_of(later) if other.text == q.text]
            yield from (other for other in units_of(later) if any(first in openings(other) for first in again))
            after += 1


def _is_duty(q: Quoted) -> bool:
    return _is_law(q) and q.unit.force is Force.MUST


def _is_law(q: Quoted) -> bool:
    return bool(q.unit.provisions) and q.unit.provisions[0].source_id == q.passage.source_id


def _stands(q: Quoted) -> bool:
    return q.passage.currency is None or q.passage.currency.standing is None


def _is_named(q: Quoted) -> bool:
    """Whether a paragraph names a provision rather than speaks of it: "(a) section 11 (duty to decide)"."""
    return q.unit.opening is not None and q.unit.references[0].span.start - q.unit.span.start <= _MARK


def _points_at(q: Quoted, duty: Quoted) -> bool:
    return any(t.contains(duty.unit.provisions[0]) for r in q.unit.references for t in r.targets)
