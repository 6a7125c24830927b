"""The linter: every note against the sources at hand, its twin, the dictionary and its own record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus import notes, register
from corpus.notes import LANGUAGES, Note
from corpus.provisions import ACT, ALN_REGULATIONS, Provision
from ingestion.checking import drafting, spelling, twins
from ingestion.checking.checks import Claim, Verdict, claims, own_words, verdicts
from ingestion.checking.coverage import Coverage, coverage
from ingestion.checking.texts import Texts


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a line of a note: a finding, or what only a person can verify."""

    note: Note
    line: int
    check: str
    detail: str

    def __str__(self) -> str:
        return f"corpus/notes/{self.note.language}/{self.note.id}.md:{self.line}: {self.check}: {self.detail}"


@dataclass(slots=True)
class Report:
    """What was found, what was explained, and how much could be looked at; ``coverage`` is of the law at hand."""

    sources: tuple[str, ...]
    findings: list[Remark] = field(default_factory=list)
    explained: list[Remark] = field(default_factory=list)
    unverified: list[Remark] = field(default_factory=list)
    unspelt: tuple[str, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    sentences: int = 0
    checked: int = 0

    @property
    def summary(self) -> str:
        held = ", ".join(self.sources) or "no source"
        return (
            f"{self.sentences} sentences, {self.checked} of them resting on what is at hand alone ({held}): "
            f"{len(self.findings)} findings, {len(self.explained)} explained, {len(self.unverified)} points for a person to verify"
        )


def lint(texts: Texts) -> Report:
    """Every shipped note. Explanations that explain nothing are findings, once all that the note cites is at hand."""
    loaded = notes.load()
    report = Report(tuple(sorted(texts.sources)))
    for note in loaded:
        _take(report, note, list(_of_note(note, texts)), complete=_complete(note, texts))
        report.findings += [Remark(note, line, "draft", "not written yet") for line in drafting.unwritten(note)]
        report.sentences += len(note.passage.units)
        report.checked += sum(all(p in texts for p in unit.provisions) for unit in note.passage.units)
    _compare(report, loaded)
    _spell(report, loaded)
    report.coverage = tuple(
        coverage(loaded, texts.clauses(id_), texts.sources[id_].title)
        for id_ in (ACT, ALN_REGULATIONS)
        if id_ in texts.sources
    )
    return report


def _complete(note: Note, texts: Texts) -> bool:
    """Whether all the law that can be read by machine and that the note cites is at hand."""
    cited = {Provision(id_).source_id for id_ in note.provisions}
    return cited & {ACT, ALN_REGULATIONS} <= texts.sources.keys()


def _of_note(note: Note, texts: Texts) -> Iterator[tuple[int, Claim, Verdict]]:
    known = register.load()
    for line, claim in zip(note.lines, claims(note), strict=True):
        found = own_words(claim) if note.language == "cy" else verdicts(claim, texts, known)
        yield from ((line, claim, verdict) for verdict in found)


def _take(report: Report, note: Note, found: Sequence[tuple[int, Claim, Verdict]], *, complete: bool) -> None:
    used = set()
    for line, claim, verdict in found:
        remark = Remark(note, line, verdict.check, verdict.detail)
        reason = next(
            (e for e in note.explained if e.check == verdict.check and claim.sentence.startswith(e.line)), None
        )
        if reason:
            used.add(reason)
            report.explained.append(remark)
        else:
            (report.findings if verdict.at_fault else report.unverified).append(remark)
    if complete:
        for entry in note.explained:
            if entry not in used:
                report.findings.append(Remark(note, 1, "explained", f"nothing is found of {entry.line!r} to explain"))


def _compare(report: Report, loaded: Sequence[Note]) -> None:
    for note in twins.alone(loaded):
        report.findings.append(Remark(note, 1, "twin", "there is no English note of this id"))
    for english, welsh in twins.pairs(loaded):
        report.findings += [Remark(welsh, line, "twin", what) for line, what in twins.differences(english, welsh)]


def _spell(report: Report, loaded: Sequence[Note]) -> None:
    report.unspelt = tuple(language for language in LANGUAGES if not spelling.checks(language))
    for language in LANGUAGES:
        if language in report.unspelt:
            continue
        strange, unneeded = spelling.unknown(loaded, language)
        report.findings += [Remark(note, 1, "spelling", word) for word, note in strange.items()]
        last = next(note for note in loaded if note.language == language)
        report.findings += [
            Remark(last, 1, "spelling", f"{word!r} in spelling.{language}.txt is not needed")
            for word in sorted(unneeded)
        ]
