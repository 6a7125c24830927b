"""Small topics and answers to judge."""

from typing import Any

from assistant.answers import Answer, Citation, Concern, Notice, Receipt, Sentence, Status, marked
from assistant.wire import AnswerJson
from corpus import notes
from corpus.duties import Bearer, Force
from corpus.sources import Kind, Source
from evals.measures import Judgements
from evals.outcomes import Outcome
from evals.qrels import Qrels
from evals.topics import Duty, Nugget, Topic
from evals.verdicts import judge

NOTE = next(note for note in notes.load() if note.id == "school-time-to-decide")
PASSAGE = NOTE.passage
SOURCE = Source(id="note", title="Notes", kind=Kind.NOTE)
CITATION = Citation.of(1, PASSAGE, SOURCE, PASSAGE.units[0], None)
SENTENCE = Sentence(text=CITATION.quote, citations=(1,), force=Force.MUST, bearer=Bearer.GOVERNING_BODY)
DAYS = Nugget(says="35 school days", forms=("35 school days", "thirty-five school days"))
START = Nugget(says="from the consent", forms=("from the young person's consent",), vital=False)


def topic(**changes: Any) -> Topic:
    given: dict[str, Any] = {
        "id": "T1",
        "question": "How long does a school have?",
        "status": Status.ANSWERED,
        "slice": "deadlines",
        "nuggets": (DAYS, START),
        "cite": (("aln-code-2021/12.12", "anaw-2018-2/section/4/6"),),
        "duties": (Duty(force=Force.MUST, bearer=Bearer.GOVERNING_BODY),),
    }
    return Topic(**{**given, **changes})


def answer(
    status: Status = Status.ANSWERED,
    sentences: tuple[Sentence, ...] = (SENTENCE,),
    citations: tuple[Citation, ...] = (CITATION,),
    warnings: tuple[Concern, ...] = (),
    **receipt: Any,
) -> AnswerJson:
    refused = status not in (Status.ANSWERED, Status.PARTIAL)
    made = Answer(
        status=status,
        language="en",
        text="I cannot say." if refused else marked(sentences),
        thread="t",
        receipt=Receipt(corpus_version="v", **{"support": 0.9, "elapsed_ms": 20.0, **receipt}),
        sentences=() if refused else sentences,
        citations=() if refused else citations,
        warnings=tuple(Notice(kind=kind, text=kind) for kind in warnings),
        id="a",
    )
    return AnswerJson.of(made)


def outcome(
    given: AnswerJson | None = None, id_: str = "T1", ranking: tuple[str, ...] = (PASSAGE.id,), **changes: Any
) -> Outcome:
    given = given or answer()
    ranked = given.model_copy(update={"receipt": given.receipt.model_copy(update={"passages": list(ranking)})})
    return Outcome(
        **{
            "topic": id_,
            "asked": topic().asked,
            "answer": ranked,
            "verbatim": (True,) * len(given.citations),
            **changes,
        }
    )


def judgements(*pairs: tuple[Topic, Outcome], qrels: Qrels | None = None) -> Judgements:
    return Judgements(tuple(judge(t, o) for t, o in pairs), qrels or {})
