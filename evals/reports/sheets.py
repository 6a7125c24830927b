"""A run as JSON, and its topics as CSV."""

import csv
import io
import json
from dataclasses import asdict

from evals.evaluation import Evaluated
from evals.losses import lost_at, place
from evals.scores import by_slice, overall

COLUMNS = (
    "topic", "slice", "split", "language", "asker", "question", "due", "status", "verdict", "lost_at", "reasons",
    "answer", "cited", "first_relevant", "support", "elapsed_ms",
)  # fmt: skip


def as_json(evaluated: Evaluated) -> str:
    """The run's config, every figure with its interval, and the verdict of each topic."""
    judgements = evaluated.judgements
    table = {
        "run": evaluated.run.name,
        "config": asdict(evaluated.run.config),
        "measures": {name: asdict(score) for name, score in overall(judgements, sure=True).items()},
        "slices": {
            name: {m: asdict(score) for m, score in scores.items()} for name, scores in by_slice(judgements).items()
        },
        "topics": {j.topic.id: {"verdict": j.verdict, "reasons": j.reasons} for j in judgements.judged},
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def as_csv(evaluated: Evaluated) -> str:
    """One row a topic. A cell that a spreadsheet would take for a formula is quoted as text."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    qrels = evaluated.judgements.qrels
    for judged in evaluated.judgements.judged:
        topic, answer = judged.topic, judged.answer
        row = {
            "topic": topic.id,
            "slice": topic.slice,
            "split": topic.split,
            "language": topic.lang,
            "asker": topic.asker,
            "question": topic.question,
            "due": topic.status,
            "status": answer.status,
            "verdict": judged.verdict,
            "lost_at": lost_at(judged, qrels) or "",
            "reasons": "; ".join(judged.reasons),
            "answer": answer.text,
            "cited": " ".join(sorted(judged.cited)),
            "first_relevant": place(judged, qrels) or "",
            "support": "" if answer.receipt.support is None else answer.receipt.support,
            "elapsed_ms": answer.receipt.elapsed_ms,
        }
        writer.writerow({key: _inert(value) for key, value in row.items()})
    return out.getvalue()


def _inert(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else value
