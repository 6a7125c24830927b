"""Notices: what someone must know about an answer's sources before they rely on it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from assistant import england
from assistant.answers import Citation, Concern, Notice
from assistant.questions import Question
from assistant.ranking import Ranked
from assistant.wording import say
from corpus import matters, stages
from corpus.doubts import Cause
from corpus.legislation import Standing
from corpus.provisions import ACT, named_in
from corpus.register import Register
from corpus.sources import WALES, Kind, Source

LOOKED_AT = 10
ABOUT = 0.4


def notices(
    question: Question,
    citations: Sequence[Citation],
    ranked: Sequence[Ranked],
    register: Register,
    asks: Callable[[str], float],
) -> tuple[Notice, ...]:
    """Each warning once: of what is cited, of superseded passages that came near, and of what others said of the same.

    ``asks`` is how much of the question's rare words a text holds, from 0 to 1.
    """
    language = question.lang or "en"
    found = [*_superseded(question, citations, ranked, register, language)]
    found += _said_before(question, citations, register, asks)
    for source in dict.fromkeys(_speaking(citations, register)):
        found += _of_source(source, language)
    if any(citation.read == "secondary" and _cites_code(citation) for citation in citations):
        found.append(Notice(kind=Concern.UNCHECKED, text=say("unchecked", language)))
    found += _doubted(citations, register, language)
    found += _out_of_force(question, citations, language)
    if question.as_at is not None:
        found += _not_as_at(question.day, citations, language)
        found += _stage(question.as_at, citations, language)
    return tuple(dict.fromkeys(found))


def of_question(question: Question) -> tuple[Notice, ...]:
    """What to say of the question itself: what was taken out of it, and that it speaks of England."""
    language = question.lang or "en"
    found = []
    if question.removed:
        kinds = ", ".join(dict.fromkeys(each.kind.called(language) for each in question.removed))
        found.append(Notice(kind=Concern.REDACTED, text=say("redacted", language, kinds=kinds)))
    if england.is_named(question.text):
        found.append(Notice(kind=Concern.ENGLAND, text=say("england_too", language)))
    return tuple(found)


def beyond(question: Question, register: Register) -> tuple[Notice, ...]:
    """Each provision that the question names and that there cannot be, since its instrument ends before it."""
    language = question.lang or "en"
    found = []
    for provision in named_in(question.text):
        if last := register.last(provision):
            end = provision.clause.label.replace(provision.steps[2], str(last))
            told = {"label": provision.clause.label, "title": register.entries[provision.source_id].source.title}
            text = say("no_such_provision", language, **told, last=end)
            found.append(Notice(kind=Concern.CONFLICT, text=text, source_id=provision.source_id))
    return tuple(found)


def _superseded(
    question: Question, citations: Sequence[Citation], ranked: Sequence[Ranked], register: Register, language: str
) -> Iterator[Notice]:
    cited = [c.passage.id for c in citations] + [p.id for c in citations for p in c.provisions]
    near = sorted(ranked, key=lambda r: -r.score)[:LOOKED_AT]
    for passage_id in [*cited, *(r.candidate.passage.id for r in near)]:
        entry = register.superseded(passage_id, question.day if question.as_at else None)
        if entry:
            yield Notice(kind=Concern.SUPERSEDED, text=entry.text(language), source_id=entry.passage.partition("/")[0])


def _said_before(
    question: Question, citations: Sequence[Citation], register: Register, asks: Callable[[str], float]
) -> Iterator[Notice]:
    """What earlier documents said of what is asked, and why it gives way: in one line each, when they are about the same."""
    language, day = question.lang or "en", question.day if question.as_at else None
    cited = {p for c in citations for p in c.provisions if len(p.steps) > 1}
    for entry in register.supersessions.values():
        about = any(by.contains(p) or p.contains(by) for by in entry.by for p in cited)
        if about and asks(entry.text(language)) >= ABOUT and register.superseded(entry.passage, day):
            yield Notice(kind=Concern.SUPERSEDED, text=entry.text(language), source_id=entry.passage.partition("/")[0])
    for matter in matters.load().about(p.id for p in cited) if question.as_at is None else ():
        wrong = [claim for claim in matter.claims if claim.right is False]
        claim = max(wrong, key=lambda claim: asks(claim.text(language)), default=None)
        if claim and asks(claim.text(language)) >= ABOUT:
            by = f"{claim.by(language)} ({claim.date})" if claim.date else claim.by(language)
            said = {"by": by, "claim": claim.text(language).rstrip("."), "position": matter.position(language)}
            source_id = (claim.source or "").partition("/")[0] or None
            yield Notice(kind=Concern.CONFLICT, text=say("conflict", language, **said), source_id=source_id)


def _doubted(citations: Sequence[Citation], register: Register, language: str) -> Iterator[Notice]:
    """Notes that a person is to read again before they are relied on, with what has overtaken them, by source."""
    for passage in (citation.passage for citation in citations):
        overtaken: dict[tuple[Cause, str], list[str]] = {}
        for doubt in passage.doubts:
            source = register.named(doubt.about.source_id) if doubt.about else ""
            overtaken.setdefault((doubt.cause, source), []).append(doubt.about.label if doubt.about else "")
        for (cause, source), labels in overtaken.items():
            about = ", ".join(filter(None, [source, *labels]))
            text = say(f"doubt_{cause}", language, about=about, as_at=passage.as_at)
            yield Notice(kind=Concern.UNCHECKED, text=text, source_id=passage.source_id)


def _speaking(citations: Sequence[Citation], register: Register) -> Iterator[Source]:
    """The sources cited, and those that a cited note reports."""
    for citation in citations:
        yield citation.source
        for provision in citation.provisions:
            if provision.source_id in register.entries:
                yield register.entries[provision.source_id].source


def _of_source(source: Source, language: str) -> Iterator[Notice]:
    if source.kind is Kind.MINUTES:
        yield Notice(kind=Concern.DATED, text=say("minutes", language, title=source.title), source_id=source.id)
    if source.kind.ages and source.published:
        text = say("dated", language, title=source.title, date=source.published)
        yield Notice(kind=Concern.DATED, text=text, source_id=source.id)
    if source.area != WALES:
        text = say("local", language, title=source.title, area=source.area.replace("-", " ").title())
        yield Notice(kind=Concern.LOCAL, text=text, source_id=source.id)


def _out_of_force(question: Question, citations: Sequence[Citation], language: str) -> Iterator[Notice]:
    """What is cited though it is not, or was not on the day asked about, law."""
    for citation in citations:
        passage, source = citation.passage, citation.source
        standing = passage.currency.standing if passage.currency else None
        if standing:
            kind = Concern.DRAFT if standing is Standing.PROSPECTIVE else Concern.SUPERSEDED
            yield Notice(
                kind=kind, text=say(f"standing_{standing}", language, label=passage.label), source_id=source.id
            )
        if source.draft:
            yield Notice(kind=Concern.DRAFT, text=say("draft", language, title=source.title), source_id=source.id)
        elif source.in_force(question.day) is False:
            said = say("not_in_force", language, title=source.title, day=question.day)
            yield Notice(kind=Concern.SUPERSEDED, text=said, source_id=source.id)


def _stage(day: date, citations: Sequence[Citation], language: str) -> Iterator[Notice]:
    """How far the Act had come into force on the day asked about, when the answer rests on it."""
    rests = {p.source_id for citation in citations for p in citation.provisions}
    if ACT in rests:
        yield Notice(kind=Concern.DATED, text=stages.load().told(day, language), source_id=ACT)


def _cites_code(citation: Citation) -> bool:
    return any(provision.source_id == "aln-code-2021" for provision in citation.provisions)


def _not_as_at(asked: str, citations: Sequence[Citation], language: str) -> Iterator[Notice]:
    noted = sorted({c.passage.as_at for c in citations if c.passage.as_at and c.passage.as_at != asked})
    if noted:
        yield Notice(kind=Concern.DATED, text=say("not_as_at", language, asked=asked, noted=noted[-1]))
