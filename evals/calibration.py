"""Calibration of refusal: when can the best passage carry an answer, and when is a question of our field at all?"""

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from assistant.support import CALIBRATION
from corpus.notes import LANGUAGES
from evals.examples import Example, Group, gather
from ingestion.embedding import Embedder

WRONG_COSTS = 2.5
SURE = 0.9
REFUSED = 0.55
HIDDEN_WEIGHS = 0.3
_FOLDS = 5
_THRESHOLDS: list[float] = np.linspace(0.05, 0.95, 91).tolist()


def calibrate(embedder: Embedder) -> dict[str, object]:
    """Fit both models for each language, choose their thresholds, and keep them in the assistant's support.json."""
    examples = list(gather(embedder))
    table = {language: _of([e for e in examples if e.language == language]) for language in LANGUAGES}
    CALIBRATION.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    return {**table}


def _of(examples: Sequence[Example]) -> dict[str, object]:
    same_question = _same_question(examples)
    return {
        "answerable": _answerable(examples, same_question),
        "in_field": _in_field([example for example in examples if not example.answerable]),
        "same_question": same_question,
    }


def _same_question(examples: Sequence[Example]) -> float:
    """The lowest cosine from which, of all questions that reach it, the share that the passage answers is SURE; 1 when there is none."""
    ordered = sorted(examples, key=lambda e: -e.evidence.cosine)
    right = np.cumsum([e.answerable for e in ordered]) / np.arange(1, len(ordered) + 1)
    sure = [at for at, share in enumerate(right) if share >= SURE]
    return round(ordered[sure[-1]].evidence.cosine, 3) if sure else 1.0


def _answerable(examples: Sequence[Example], same_question: float) -> dict[str, object]:
    """The threshold is the best for the written questions of those at which REFUSED of the hidden ones are refused.

    A wrong answer costs WRONG_COSTS refusals. A hidden question weighs less than a written one in the fit: another note
    often answers it in part.
    """
    labels = np.asarray([e.answerable for e in examples])
    weights = np.asarray([HIDDEN_WEIGHS if e.group is Group.HIDDEN else 1.0 for e in examples])
    near = np.asarray([e.evidence.cosine >= same_question for e in examples])
    written = np.asarray([e.group is Group.WRITTEN for e in examples])
    model, probability = _fit(examples, labels, weights)

    hidden = np.asarray([e.group is Group.HIDDEN for e in examples])

    def gain(threshold: float) -> tuple[bool, float]:
        said = near | (probability >= threshold)
        right, wrong = (said & written & labels).sum(), (said & written & ~labels).sum()
        return float(1 - said[hidden].mean()) >= REFUSED, float(right - WRONG_COSTS * wrong)

    threshold = max(_THRESHOLDS, key=gain)
    said = near | (probability >= threshold)
    wording = ~written & ~hidden & labels
    return {
        **_kept(model, threshold),
        "written_right": int((written & said & labels).sum()),
        "written_wrong": int((written & said & ~labels).sum()),
        "written": int(written.sum()),
        "wordings_answered": round(float(said[wording].mean()), 3),
        "left_out_refused": round(float(1 - said[hidden].mean()), 3),
    }


def _in_field(examples: Sequence[Example]) -> dict[str, object]:
    """Between the kinds of refusal: the threshold at which both kinds are told equally well, or as near as can be."""
    labels = np.asarray([e.in_field for e in examples])
    model, probability = _fit(examples, labels, np.ones(len(examples)))

    def gain(threshold: float) -> float:
        return float(np.mean(probability[labels] >= threshold) + np.mean(probability[~labels] < threshold))

    threshold = max(_THRESHOLDS, key=gain)
    return {
        **_kept(model, threshold),
        "in_field_told": round(float(np.mean(probability[labels] >= threshold)), 3),
        "out_of_scope_told": round(float(np.mean(probability[~labels] < threshold)), 3),
    }


def _fit(
    examples: Sequence[Example], labels: NDArray[np.bool_], weights: NDArray[np.float64]
) -> tuple[Pipeline, NDArray[np.float64]]:
    """The model, both classes weighing the same, and each example's probability from a fold that did not see it."""
    features = np.asarray([e.evidence.features for e in examples])
    balanced = weights * np.where(labels, weights[~labels].sum() / weights[labels].sum(), 1.0)
    probability = np.zeros(len(labels))
    for seen, unseen in StratifiedKFold(_FOLDS, shuffle=True, random_state=0).split(features, labels):
        fold = _fitted(features[seen], labels[seen], balanced[seen])
        probability[unseen] = fold.predict_proba(features[unseen])[:, 1]
    return _fitted(features, labels, balanced), probability


def _logistic() -> Pipeline:
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.05, max_iter=5000))


def _fitted(features: NDArray[np.float64], labels: NDArray[np.bool_], weights: NDArray[np.float64]) -> Pipeline:
    return _logistic().fit(features, labels, logisticregression__sample_weight=weights)


def _kept(model: Pipeline, threshold: float) -> dict[str, object]:
    """The weights and bias of the features as they come, the scaling worked into them."""
    scaler, logistic = model
    weights = logistic.coef_[0] / scaler.scale_
    return {
        "weights": [round(float(w), 4) for w in weights],
        "bias": round(float(logistic.intercept_[0] - weights @ scaler.mean_), 4),
        "threshold": round(threshold, 3),
    }
