"""Holding one sentence of a note against what it cites: provisions, references, figures, force, bearer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from corpus import stated_duties as duties
from corpus.duties import Bearer
from corpus.figures import figures, stated
from corpus.notes import Note
from corpus.passages import Unit
from corpus.provisions import Provision, named_in
from corpus.register import Register
from ingestion.checking.texts import Texts


class Check(StrEnum):
    """What is held against the sources; ``limit`` and ``wording`` are the sentence against its own braces."""

    SOURCE = "source"
    PROVISION = "provision"
    REFERENCE = "reference"
    FIGURE = "figure"
    FORCE = "force"
    BEARER = "bearer"
    SUBJECT = "subject"
    LIMIT = "limit"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found: ``at_fault``, or else not to be verified with what is at hand."""

    check: Check
    detail: str
    at_fault: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence and what it rests on."""

    sentence: str
    unit: Unit

    @property
    def provisions(self) -> tuple[Provision, ...]:
        return self.unit.provisions


def claims(note: Note) -> list[Claim]:
    return [Claim(note.passage.quote(at), unit) for at, unit in enumerate(note.passage.units)]


def verdicts(claim: Claim, texts: Texts, register: Register) -> list[Verdict]:
    """All that is wrong with an English sentence, or cannot be verified; nothing when it stands."""
    return [*own_words(claim), *_against(claim, texts, register)]


def own_words(claim: Claim) -> Iterator[Verdict]:
    """The sentence says what its braces say."""
    unit = claim.unit
    if unit.limit and not figures(unit.limit) <= figures(claim.sentence):
        yield Verdict(Check.LIMIT, f"the sentence does not say {unit.limit}")
    if unit.force and not duties.says(unit.force, claim.sentence):
        yield Verdict(Check.WORDING, f"the sentence does not say {unit.force.replace('_', ' ')}")
    if unit.bearer and not duties.is_named(unit.bearer, duties.mentions(claim.sentence)):
        yield Verdict(Check.WORDING, f"the sentence does not name the {unit.bearer.replace('_', ' ')}")


def _against(claim: Claim, texts: Texts, register: Register) -> Iterator[Verdict]:
    for provision in claim.provisions:
        if provision.source_id not in register.entries:
            yield Verdict(Check.SOURCE, f"{provision.source_id} is not in the register")
        elif texts.at_hand(provision) and provision not in texts:
            yield Verdict(Check.PROVISION, f"{provision.id} does not exist")
    held = [provision for provision in claim.provisions if provision in texts]
    whole = len(held) == len(claim.provisions)
    for verdict in (
        *_references(claim, held, texts),
        *_figures(claim, held, texts, register),
        *_duty(claim, held, texts),
    ):
        yield verdict if whole else Verdict(verdict.check, verdict.detail, at_fault=False)
    if whole and texts.vocabulary.is_beside(claim.sentence, (words for p in held for words in texts.said(p))):
        yield Verdict(Check.SUBJECT, "little of it is said in what is cited", at_fault=False)


def _references(claim: Claim, held: Sequence[Provision], texts: Texts) -> Iterator[Verdict]:
    """A provision that the sentence names exists, and stands in a clause that it cites or that such a clause points at."""
    clauses = {cited.clause.steps[1:]: cited.source_id for cited in claim.provisions}
    pointed = {Provision(id_).clause.steps[1:] for cited in held for id_ in texts.points_at(cited.clause)}
    for named in named_in(claim.sentence):
        # A sentence does not say of which instrument it names a section: what it cites does.
        own = Provision("/".join((clauses.get(named.clause.steps[1:], named.source_id), *named.steps[1:])))
        if named.clause.steps[1:] not in clauses.keys() | pointed:
            yield Verdict(Check.REFERENCE, f"{named.label} is named, and neither cited nor pointed at by what is cited")
        elif named.clause.steps[1:] in clauses and texts.at_hand(own) and own not in texts:
            yield Verdict(Check.REFERENCE, f"{named.label} is named and does not exist")


def _figures(claim: Claim, held: Sequence[Provision], texts: Texts, register: Register) -> Iterator[Verdict]:
    given = set().union(*(_stated(texts, provision) for provision in held))
    for provision in claim.provisions:
        entry = register.entries.get(provision.source_id)
        if entry:
            given |= _dates(entry.source.published) | _dates(entry.source.in_force_from) | stated(entry.source.title)
    for figure in sorted(figures(claim.sentence) - given):
        yield Verdict(Check.FIGURE, f"{figure} does not stand in what is cited")


@cache
def _stated(texts: Texts, provision: Provision) -> frozenset[str]:
    return frozenset(figure for words in texts.said(provision) for figure in stated(words))


def _dates(day: str | None) -> frozenset[str]:
    return frozenset() if day is None else frozenset(day[:length] for length in (4, 7, 10))


def _duty(claim: Claim, held: Sequence[Provision], texts: Texts) -> Iterator[Verdict]:
    """Some cited provision lays this force on this bearer."""
    force, bearer = claim.unit.force, claim.unit.bearer
    law = [provision for provision in held if texts.is_law(provision)]
    if force is None:
        return
    found = [duty for provision in law for duty in _duties(texts, provision) if duty.force is force]
    if not found:
        yield Verdict(Check.FORCE, f"nothing that is cited says {force.replace('_', ' ')}")
    elif bearer and not any(_bears(bearer, duty, law, texts) for duty in found):
        yield Verdict(Check.BEARER, f"nothing that is cited lays this on the {bearer.replace('_', ' ')}")


@cache
def _duties(texts: Texts, provision: Provision) -> tuple[duties.Duty, ...]:
    return tuple(duties.duties(texts.said(provision)))


def _bears(bearer: Bearer, duty: duties.Duty, law: Sequence[Provision], texts: Texts) -> bool:
    if duty.named:
        return duties.is_named(bearer, duty.bearers)
    around = duties.mentions(" ".join(words for provision in law for words in texts.clause(provision)))
    return duties.is_named(bearer, duty.bearers | around)
