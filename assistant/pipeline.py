"""The pipeline, in one straight line: screen → meet → retrieve, fuse, rank → weigh → compose → verify → answer."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import uuid4

from assistant import ambiguity, england
from assistant.answers import Answer, Citation, Receipt, Sentence, Status, marked
from assistant.composition import Composer
from assistant.meeting import met
from assistant.notices import beyond, notices, of_question
from assistant.questions import Question
from assistant.quoting import Draft, Quoted
from assistant.retrieval import Retrieved, Retriever
from assistant.screening import screen
from assistant.stopwatch import Stopwatch
from assistant.support import Calibration, Evidence, evidence
from assistant.threads import Threads
from assistant.verification import verified
from assistant.wording import say
from corpus.register import Register

_log = logging.getLogger(__name__)
_LOOKED_AT = 3
_CHOOSE = (Status.CLARIFY, Status.UNSUPPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """Answers questions from one index; every surface enters here."""

    retriever: Retriever
    composer: Composer
    register: Register
    calibrations: Mapping[str, Calibration]
    threads: Threads = field(default_factory=Threads)

    def answer(self, question: Question, without: frozenset[str] = frozenset()) -> Answer:
        """The answer, or the status that says why there is none. Raises UnusableQuestion alone.

        ``without`` hides passages: evaluation asks what is said when the answer is not there.
        """
        watch = Stopwatch()
        with watch.step("screen"):
            screened = screen(question)
        try:
            return self._answer(screened, without, watch)
        except Exception as error:  # a failure must not reach a person as a traceback, nor the question a log
            id_ = uuid4().hex
            _log.error("answer %s failed: %s", id_, type(error).__name__)
            text = say("error", screened.lang or "en")
            return replace(_refusal(screened, Status.ERROR, text, self._receipt(watch)), id=id_)

    def _answer(self, question: Question, without: frozenset[str], watch: Stopwatch) -> Answer:
        language = question.lang
        if language is None:
            return _refusal(question, Status.OUT_OF_SCOPE, say("other_language", "en"), self._receipt(watch))
        if person := met(question.text):
            return _refusal(question, person.status, say(person.text, language), self._receipt(watch))
        question = self.retriever.read(question)
        question = replace(question, text=self.threads.read(question.thread, question.text))
        self.threads.keep(question.thread, question.text)
        if england.is_all(question.text):
            return _refusal(question, Status.OUT_OF_SCOPE, say("england", language), self._receipt(watch))
        with watch.step("retrieve"):
            found = self.retriever.retrieve(question, without)
        with watch.step("weigh"):
            seen = None if found.named else evidence(question.text, found.ranked, self.retriever.index)
            refused = self._weigh(question, found, seen)
        support = self.calibrations[seen.language].support(seen) if seen else None
        if refused:
            choices = ambiguity.readings(found.ranked, language) if refused[0] in _CHOOSE else ()
            return _refusal(question, *refused, self._receipt(watch, found, support), choices)
        with watch.step("compose"):
            drafts = self.composer.compose(question.text, found.named, found.ranked)
        with watch.step("verify"):
            standing = verified(drafts)
        receipt = self._receipt(watch, found, support, dropped=len(drafts) - len(standing))
        if not standing:
            choices = ambiguity.readings(found.ranked, language)
            return _refusal(question, Status.UNSUPPORTED, self._unsupported(question, found), receipt, choices)
        return self._answered(question, standing, found, receipt)

    def _weigh(self, question: Question, found: Retrieved, seen: Evidence | None) -> tuple[Status, str] | None:
        """Why there is too little to stand on; None when there is enough."""
        language = question.lang or "en"
        if found.named:
            if len(found.missing) < len(found.named):
                return None
            if none := [notice.text for notice in beyond(question, self.register)]:
                return Status.UNSUPPORTED, " ".join(none)
            named = ", ".join(p.label for p in found.missing)
            return Status.UNSUPPORTED, say("unsupported_provision", language, named=named)
        if ambiguity.is_general(question.text):
            return Status.CLARIFY, say("clarify", language)
        calibration = self.calibrations[seen.language] if seen else None
        if seen and calibration and calibration.answers(seen):
            return None
        if seen and calibration and not calibration.in_field.says_yes(seen.features):
            return Status.OUT_OF_SCOPE, say("out_of_scope", language)
        if question.lang == "cy":
            return Status.UNSUPPORTED, say("unsupported_in_welsh", "cy")
        return Status.UNSUPPORTED, self._unsupported(question, found)

    def _unsupported(self, question: Question, found: Retrieved) -> str:
        language = question.lang or "en"
        looked = [r.candidate.passage.headings[-1:] or (r.candidate.passage.label,) for r in found.ranked[:_LOOKED_AT]]
        titles = "; ".join(f"“{title}”" for (title,) in looked) or say("nothing", language)
        return say("unsupported", language, looked=titles)

    def _answered(self, question: Question, drafts: Sequence[Draft], found: Retrieved, receipt: Receipt) -> Answer:
        citations = self._cite(drafts)
        numbers = {(c.passage.id, c.quote): c.number for c in citations}
        sentences = tuple(
            Sentence(
                text=draft.text,
                citations=tuple(dict.fromkeys(numbers[q.passage.id, q.text] for q in draft.quotes)),
                force=draft.force,
                bearer=draft.bearer,
            )
            for draft in drafts
        )
        return Answer(
            status=Status.PARTIAL if receipt.dropped else Status.ANSWERED,
            language=question.lang or "en",
            text=marked(sentences),
            thread=question.thread,
            receipt=receipt,
            sentences=sentences,
            citations=citations,
            warnings=(
                *of_question(question),
                *beyond(question, self.register),
                *notices(question, citations, found.ranked, self.register, self._asks(question)),
            ),
        )

    def _asks(self, question: Question) -> Callable[[str], float]:
        index, language = self.retriever.index, question.lang or "en"
        weights = index.rarities(question.text, language)
        total = sum(weights.values()) or 1.0
        return lambda text: sum(weights.get(term, 0.0) for term in index.terms(text, language)) / total

    def _cite(self, drafts: Sequence[Draft]) -> tuple[Citation, ...]:
        """One citation for each different quote, numbered in the order of reading."""
        quotes = {(q.passage.id, q.text): q for draft in drafts for q in draft.quotes}
        return tuple(self._citation(number, q) for number, q in enumerate(quotes.values(), start=1))

    def _citation(self, number: int, q: Quoted) -> Citation:
        source = self.retriever.index.source_of(q.passage)
        entry = self.register.superseded(q.passage.id)
        by = entry.by[0].id if entry else source.superseded_by
        return Citation.of(number, q.passage, source, q.unit, by)

    def _receipt(
        self, watch: Stopwatch, found: Retrieved | None = None, support: float | None = None, dropped: int = 0
    ) -> Receipt:
        looked = tuple(r.candidate.passage.id for r in found.ranked[:10]) if found else ()
        return Receipt(
            corpus_version=self.retriever.index.version,
            passages=looked,
            support=None if support is None else round(support, 4),
            dropped=dropped,
            elapsed_ms=round(watch.elapsed_ms, 2),
            steps={name: round(ms, 2) for name, ms in watch.steps.items()},
        )


def _refusal(question: Question, status: Status, text: str, receipt: Receipt, choices: tuple[str, ...] = ()) -> Answer:
    return Answer(
        status=status,
        language=question.lang or "en",
        text=text,
        thread=question.thread,
        receipt=receipt,
        warnings=of_question(question),
        choices=choices,
    )
