"""Calibration of refusal: when can the best passage carry an answer, and when is a question of our field at all?

Leave one note out: each note gives questions that must be answered while it is there (its own question, and wordings
that are taken out of the index first) and refused once the note, and every note that says the same, is hidden. With them go
the questions of ``evals/data/calibration.jsonl`` and the dev split; the test split is not looked at. A question whose
best passage is the wrong one counts as one that must be refused: an answer from it would be wrong.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

from assistant.answers import Status
from assistant.pipeline import Pipeline
from assistant.questions import Question
from assistant.ranking import Ranked
from assistant.screening import screen
from assistant.support import CALIBRATION, Evidence, evidence
from corpus import notes, register
from corpus.notes import Note
from corpus.passages import Passage
from corpus.provisions import named_in
from evals import systems, topics
from evals.topics import Topic
from ingestion import snapshot
from ingestion.embedding import Embedder
from ingestion.home import Home
from ingestion.index import Index

WRONG_COSTS = 2.0
SURE = 0.9
FOLDS = 3
OPENING = 2


@dataclass(frozen=True, slots=True)
class Example:
    """A question's evidence, whether the best passage answers it, and whether it is of our field."""

    evidence: Evidence
    answerable: bool
    in_field: bool


def calibrate(embedder: Embedder) -> dict[str, object]:
    """Fit both models, choose the thresholds of least cost, and keep them in the assistant's support.json."""
    english = {note.passage.id: note for note in notes.load() if note.language == "en"}
    examples = [example for fold in range(FOLDS) for example in _left_out(embedder, english, fold)]
    with systems.index(embedder, lambda *_: None) as index:
        pipeline = systems.pipeline(index, embedder)
        examples += _asked(pipeline, english)
        examples += [e for note in english.values() for e in _note_examples(pipeline, note.question, note, english)]
    refused = [e for e in examples if not e.answerable]
    table: dict[str, object] = {
        "answerable": _fit([(e.evidence, e.answerable) for e in examples], WRONG_COSTS),
        "in_field": _fit([(e.evidence, e.in_field) for e in refused], 1.0),
        "same_question": _same_question(examples),
    }
    CALIBRATION.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    return table


def _asked(pipeline: Pipeline, english: dict[str, Note]) -> Iterator[Example]:
    """The written calibration questions, those with an answer also with it hidden; and the dev split."""
    for topic in topics.load(topics.DATA / "calibration.jsonl"):
        yield from _with_and_without(pipeline, topic, english)
    for topic in (*topics.load(), *topics.negatives()):
        if topic.split == "dev" and not named_in(topic.question):
            found = _found(pipeline, topic.question, frozenset())
            yield Example(found, topic.status is Status.ANSWERED, topic.status is not Status.OUT_OF_SCOPE)


def _with_and_without(pipeline: Pipeline, topic: Topic, english: dict[str, Note]) -> Iterator[Example]:
    if topic.status is not Status.ANSWERED:
        yield Example(_found(pipeline, topic.question, frozenset()), False, topic.status is not Status.OUT_OF_SCOPE)
        return
    yield from _note_examples(pipeline, topic.question, english[f"{notes.SOURCE_ID}/{topic.note}"], english)


def _left_out(embedder: Embedder, english: dict[str, Note], fold: int) -> Iterator[Example]:
    """Each note asked by a wording that the index does not hold, with the note there and with it hidden."""
    with _without_wording(embedder, list(english.values()), fold) as index:
        pipeline = systems.pipeline(index, embedder)
        for note in english.values():
            wording = note.passage.questions[fold % len(note.passage.questions)]
            yield from _note_examples(pipeline, wording, note, english)


def _note_examples(pipeline: Pipeline, question: str, note: Note, english: dict[str, Note]) -> Iterator[Example]:
    same = frozenset(id_ for id_, other in english.items() if says_the_same(note, other))
    ranked = _ranked(pipeline, question, frozenset())
    yield Example(_evidence(pipeline, question, ranked), ranked[0].candidate.passage.id in same, True)
    yield Example(_found(pipeline, question, same), False, True)


def says_the_same(note: Note, other: Note) -> bool:
    """Whether ``other`` rests on a provision that the answer of ``note``, its first lines, rests on."""
    answer = {p.id for unit in note.passage.units[:OPENING] for p in unit.provisions if len(p.steps) > 1}
    return note.id == other.id or any(topics.related(a, b) for a in answer for b in other.provisions)


@contextmanager
def _without_wording(embedder: Embedder, english: Sequence[Note], fold: int) -> Iterator[Index]:
    passages = [_less(note.passage, fold % len(note.passage.questions)) for note in english]
    source = register.load().entries[notes.SOURCE_ID].source
    with TemporaryDirectory() as folder:
        home = Home(Path(folder))
        snapshot.build(home, [source], passages, embedder, lambda *_: None)
        with Index.live(home) as index:
            yield index


def _less(passage: Passage, at: int) -> Passage:
    return replace(passage, questions=(*passage.questions[:at], *passage.questions[at + 1 :]))


def _found(pipeline: Pipeline, question: str, hidden: frozenset[str]) -> Evidence:
    return _evidence(pipeline, question, _ranked(pipeline, question, hidden))


def _ranked(pipeline: Pipeline, question: str, hidden: frozenset[str]) -> Sequence[Ranked]:
    return pipeline.retriever.retrieve(screen(Question(text=question, lang="en")), hidden).ranked


def _evidence(pipeline: Pipeline, question: str, ranked: Sequence[Ranked]) -> Evidence:
    found = evidence(question, ranked, pipeline.retriever.index)
    assert found is not None
    return found


def _same_question(examples: Sequence[Example]) -> float:
    """The lowest cosine from which, of all questions that reach it, the share that the passage answers is SURE."""
    ordered = sorted(examples, key=lambda e: -e.evidence.cosine)
    right = np.cumsum([e.answerable for e in ordered]) / np.arange(1, len(ordered) + 1)
    last = max(at for at, share in enumerate(right) if share >= SURE)
    return round(ordered[last].evidence.cosine, 3)


def _fit(examples: Sequence[tuple[Evidence, bool]], cost: float) -> dict[str, object]:
    """A logistic model, both classes weighing the same, and the threshold of least cost: a false yes costs ``cost``.

    The shares are of a five-fold cross-validation: each question judged by a model that did not see it.
    """
    x, y = np.asarray([seen.features for seen, _ in examples]), np.asarray([label for _, label in examples])
    model = LogisticRegression(class_weight="balanced", C=10.0, max_iter=5000)
    probability = cross_val_predict(model, x, y, cv=5, method="predict_proba")[:, 1]
    costs = {t: cost * np.mean(probability[~y] >= t) + np.mean(probability[y] < t) for t in np.linspace(0.05, 0.95, 91)}
    threshold = min(costs, key=lambda t: costs[t])
    model.fit(x, y)
    return {
        "weights": [round(float(w), 4) for w in model.coef_[0]],
        "bias": round(float(model.intercept_[0]), 4),
        "threshold": round(float(threshold), 3),
        "yes": int(y.sum()),
        "no": int((~y).sum()),
        "yes_kept": round(float(np.mean(probability[y] >= threshold)), 3),
        "no_refused": round(float(np.mean(probability[~y] < threshold)), 3),
        "area_under_curve": round(float(roc_auc_score(y, probability)), 3),
    }
