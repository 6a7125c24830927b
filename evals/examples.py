"""Examples to calibrate refusal on: questions with the evidence that was found for them, and whether to answer.

Leave one note out: each note gives questions that must be answered while it is there (its own question, and wordings
that are taken out of the index first) and refused once the note, and every note that says the same, is hidden. With
them go the written questions of ``calibration.jsonl``, in both languages, and those of the dev split that follow nothing up; the test
split is not looked at. A question whose best passage is the wrong one counts as one to refuse, and so does a topic that would be
answered wrongly: it is answered, and the verdict on that is the label.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.answers import Status
from assistant.pipeline import Pipeline
from assistant.questions import Question
from assistant.ranking import Ranked
from assistant.screening import screen
from assistant.support import Evidence, evidence
from corpus import notes, register
from corpus.notes import Note
from corpus.passages import Passage
from corpus.provisions import named_in
from evals import systems, topics
from evals.answerers import Local
from evals.topics import Topic
from evals.verdicts import Verdict, judge
from ingestion import snapshot
from ingestion.embedding import Embedder
from ingestion.home import Home
from ingestion.index import Index

FOLDS = 3
ANSWER = 2


class Group(StrEnum):
    """Where a question comes from."""

    WRITTEN = "written"
    WORDING = "wording"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question's evidence, whether the best passage answers it, and whether it is of our field."""

    evidence: Evidence
    answerable: bool
    in_field: bool
    group: Group
    language: str


def gather(embedder: Embedder) -> Iterator[Example]:
    """All examples, over an index of the notes."""
    shipped = {note.passage.id: note for note in notes.load()}
    for fold in range(FOLDS):
        yield from _wordings(embedder, shipped, fold)
    with systems.index(embedder, lambda *_: None) as index:
        pipeline = systems.pipeline(index, embedder, systems.ANSWERING)
        for note in shipped.values():
            yield from _with_and_without(pipeline, note.question, note, shipped, Group.WORDING)
        answering = Local(pipeline)
        for topic in (*topics.load(topics.DATA / "calibration.jsonl"), *topics.load(), *topics.negatives()):
            if topic.split == "dev" and not topic.thread and not named_in(topic.question):
                yield from _written(pipeline, answering, topic, shipped)


def _written(pipeline: Pipeline, answering: Local, topic: Topic, shipped: Mapping[str, Note]) -> Iterator[Example]:
    if topic.note:
        note = shipped[f"{notes.SOURCE_ID}/{topic.note}" + ("/welsh" if topic.lang == "cy" else "")]
        yield from _with_and_without(pipeline, topic.question, note, shipped, Group.WRITTEN)
        return
    due = topic.status is Status.ANSWERED
    asked = _read(pipeline, topic.question, topic.lang)
    yield Example(
        evidence=_evidence(pipeline, asked, pipeline.retriever.retrieve(asked).ranked),
        answerable=due and not judge(topic, answering.ask(topic)).verdict.worse_than(Verdict.PARTIAL),
        in_field=topic.status is not Status.OUT_OF_SCOPE,
        group=Group.WRITTEN,
        language=topic.lang,
    )


def _wordings(embedder: Embedder, shipped: Mapping[str, Note], fold: int) -> Iterator[Example]:
    """Each note asked by a wording that the index does not hold, with the note there and with it hidden."""
    with _without_wording(embedder, list(shipped.values()), fold) as index:
        pipeline = systems.pipeline(index, embedder, systems.ANSWERING)
        for note in shipped.values():
            wording = note.passage.questions[fold % len(note.passage.questions)]
            yield from _with_and_without(pipeline, wording, note, shipped, Group.WORDING)


def _with_and_without(
    pipeline: Pipeline, question: str, note: Note, shipped: Mapping[str, Note], group: Group
) -> Iterator[Example]:
    same = frozenset(id_ for id_, other in shipped.items() if says_the_same(note, other))
    asked = _read(pipeline, question, note.language)
    there = pipeline.retriever.retrieve(asked).ranked
    hidden = pipeline.retriever.retrieve(asked, same).ranked
    led = shipped[there[0].candidate.passage.id]
    right = led.id == note.id or _rests_on_all(note, led)
    for ranked, answerable, its in ((there, right, group), (hidden, False, Group.HIDDEN)):
        yield Example(
            evidence=_evidence(pipeline, asked, ranked),
            answerable=answerable,
            in_field=True,
            group=its,
            language=note.language,
        )


def says_the_same(note: Note, other: Note) -> bool:
    """Whether ``other`` rests on a provision that the answer of ``note``, its first lines, rests on."""
    answer = {p.id for unit in note.passage.units[:ANSWER] for p in unit.provisions if len(p.steps) > 1}
    return note.id == other.id or any(topics.related(a, b) for a in answer for b in other.provisions)


def _rests_on_all(note: Note, other: Note) -> bool:
    """Whether ``other`` rests on each provision that the first line of ``note``, its answer, rests on."""
    first = [provision.id for provision in note.passage.units[0].provisions if len(provision.steps) > 1]
    return all(any(topics.related(id_, its) for its in other.provisions) for id_ in first)


@contextmanager
def _without_wording(embedder: Embedder, shipped: Sequence[Note], fold: int) -> Iterator[Index]:
    passages = [_less(note.passage, fold % len(note.passage.questions)) for note in shipped]
    source = register.load().entries[notes.SOURCE_ID].source
    with TemporaryDirectory() as folder:
        home = Home(Path(folder))
        systems.share_vectors(home)
        snapshot.build(home, [source], passages, embedder, lambda *_: None)
        with Index.live(home) as index:
            yield index


def _less(passage: Passage, at: int) -> Passage:
    return replace(passage, questions=(*passage.questions[:at], *passage.questions[at + 1 :]))


def _read(pipeline: Pipeline, question: str, language: str) -> Question:
    return pipeline.retriever.read(screen(Question(text=question, lang=language)))


def _evidence(pipeline: Pipeline, asked: Question, ranked: Sequence[Ranked]) -> Evidence:
    found = evidence(asked.text, ranked, pipeline.retriever.index)
    assert found is not None
    return found
