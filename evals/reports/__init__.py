"""Reports of a run: a page that a manager reads, and the forms that programs read."""

from collections.abc import Sequence
from pathlib import Path

from evals.evaluation import Evaluated
from evals.expected import EXPECTED, Expected
from evals.measures.retrieval import qrels_file, run_file
from evals.reports import junit, page, sheets
from evals.systems import FULL


def write(
    found: Evaluated, ablation: Sequence[Evaluated], baseline: Evaluated | None, folder: Path, language: str
) -> list[Path]:
    """Write every form into ``folder``, and say which files they are. ``ablation``: other systems, to be shown beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = found.run.config.system == FULL and EXPECTED.exists()
    expected = Expected.read() if kept else None
    texts = {
        "report.html": page.rendered(found, ablation, baseline, expected, language),
        "report.json": sheets.as_json(found),
        "topics.csv": sheets.as_csv(found),
        "junit.xml": junit.rendered(found, expected),
        "run.trec": "\n".join(run_file(found.judgements, found.run.config.system)) + "\n",
        "qrels.trec": "\n".join(qrels_file(found.judgements)) + "\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in texts]
