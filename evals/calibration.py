"""Calibration of refusal: when is there enough support to answer, and when is a question of our field at all?

Leave one note out: each note gives a question that must be answered while the note is there (asked in a wording
that is taken out of the index first) and refused once the note, and every note that says the same, is hidden.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant.answers import Status
from assistant.questions import Question
from assistant.screening import screen
from assistant.support import CALIBRATION, Evidence, evidence
from corpus import notes, register
from corpus.notes import Note
from corpus.passages import Passage
from evals import systems
from evals.topics import Topic, load, negatives
from ingestion import snapshot
from ingestion.embedding import Embedder
from ingestion.home import Home
from ingestion.index import Index

WRONG_COSTS = 3.0
FOLDS = 3
SAYS_THE_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """A question's evidence, whether it must be answered, and whether it is of our field."""

    evidence: Evidence
    answerable: bool
    in_field: bool


def calibrate(embedder: Embedder) -> dict[str, object]:
    """Fit both models on the left-out notes and the dev split, choose the thresholds, and keep them."""
    examples = [example for fold in range(FOLDS) for example in _left_out(embedder, fold)]
    with systems.index(embedder, lambda *_: None) as index:
        asked = [t for t in (*load(), *negatives()) if t.split == "dev"]
        examples += [_example(index, embedder, t) for t in asked]
    field = [e for e in examples if not e.answerable or e.in_field]
    table = {
        "answerable": _fit([e.evidence.features for e in examples], [e.answerable for e in examples], WRONG_COSTS),
        "in_field": _fit([e.evidence.features for e in field], [e.in_field for e in field], 1.0),
        "examples": {
            "answerable": sum(e.answerable for e in examples),
            "unsupported": sum(e.in_field and not e.answerable for e in examples),
            "out_of_scope": sum(not e.in_field for e in examples),
        },
    }
    CALIBRATION.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    return table


def _example(index: Index, embedder: Embedder, topic: Topic) -> Example:
    found = _evidence(index, embedder, topic.question, frozenset())
    return Example(found, topic.status is Status.ANSWERED, topic.status is not Status.OUT_OF_SCOPE)


def _left_out(embedder: Embedder, fold: int) -> Iterator[Example]:
    """Each note asked by a wording that the index does not hold, with the note there and with it hidden."""
    english = [note for note in notes.load() if note.language == "en"]
    with _without_wording(embedder, english, fold) as index:
        for note in english:
            wording = note.passage.questions[fold % len(note.passage.questions)]
            yield Example(_evidence(index, embedder, wording, frozenset()), answerable=True, in_field=True)
            hidden = frozenset(other.passage.id for other in english if says_the_same(note, other))
            yield Example(_evidence(index, embedder, wording, hidden), answerable=False, in_field=True)


def says_the_same(note: Note, other: Note) -> bool:
    """Whether ``other`` rests on half or more of what ``note`` rests on; a note says the same as itself."""
    shared = note.provisions & other.provisions
    return note.id == other.id or len(shared) >= SAYS_THE_SAME * len(note.provisions)


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


def _evidence(index: Index, embedder: Embedder, text: str, hidden: frozenset[str]) -> Evidence:
    pipeline = systems.pipeline(index, embedder)
    question = screen(Question(text=text, lang="en"))
    return evidence(question.text, pipeline.retriever.retrieve(question, hidden).ranked, index)


def _fit(features: Sequence[Sequence[float]], labels: Sequence[bool], cost: float) -> dict[str, object]:
    """A logistic model, both classes weighing the same, and the threshold of least cost: a false yes costs ``cost``."""
    x, y = np.asarray(features), np.asarray(labels)
    model = LogisticRegression(class_weight="balanced", C=10.0, max_iter=1000).fit(x, y)
    probability = model.predict_proba(x)[:, 1]
    costs = {t: cost * np.mean(probability[~y] >= t) + np.mean(probability[y] < t) for t in np.linspace(0.05, 0.95, 91)}
    threshold = min(costs, key=lambda t: costs[t])
    return {
        "weights": [round(float(w), 4) for w in model.coef_[0]],
        "bias": round(float(model.intercept_[0]), 4),
        "threshold": round(float(threshold), 3),
        "yes_kept": round(float(np.mean(probability[y] >= threshold)), 3),
        "no_refused": round(float(np.mean(probability[~y] < threshold)), 3),
    }
