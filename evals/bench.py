"""Speed and size on this machine: making the index, answering warm, and the first answer of a cold process."""

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant import bootstrap
from assistant.pipeline import Pipeline
from assistant.questions import Question
from evals import topics
from ingestion.embedding import Embedder
from ingestion.home import Home
from ingestion.index import Index
from ingestion.ingest import Description, add, build, recognised

ROUNDS = 3
QUESTION = "How long does a school have to decide whether a pupil has ALN?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Seconds, milliseconds and mebibytes. Ingest starts from nothing, with the model loaded and no vector cached."""

    passages: int
    texts: int
    ingest_s: float
    texts_per_s: float
    again_s: float
    index_mib: float
    warm_p50_ms: float
    warm_p95_ms: float
    steps_p50_ms: dict[str, float]
    cold_ask_s: float
    memory_mib: float


def measure(embedder: Embedder, originals: Path | None) -> Figures:
    """Over the shipped corpus, and the registered originals when a folder of them is given."""
    embedder.embed(["warm"])
    texts = 0

    def counted(phase: str, done: int, total: int) -> None:
        nonlocal texts
        texts = max(texts, total if phase == "embedding" else 0)

    with TemporaryDirectory() as folder:
        home = Home(Path(folder))
        for file in sorted(originals.rglob("*")) if originals else ():
            if recognised(file):
                add(home, file, Description())
        started = perf_counter()
        manifest = build(home, embedder, counted)
        ingest = perf_counter() - started
        started = perf_counter()
        build(home, embedder, counted)
        again = perf_counter() - started
        with Index.live(home) as index:
            elapsed, steps = _warm(bootstrap.over(index, embedder))
        cold = _cold(home)
        size = sum(f.stat().st_size for f in (home.index / manifest.corpus_version).rglob("*") if f.is_file())
    return Figures(
        passages=manifest.passages,
        texts=texts,
        ingest_s=round(ingest, 1),
        texts_per_s=round(texts / ingest, 1),
        again_s=round(again, 2),
        index_mib=round(size / 2**20, 1),
        warm_p50_ms=round(statistics.median(elapsed), 1),
        warm_p95_ms=round(statistics.quantiles(elapsed, n=20)[-1], 1),
        steps_p50_ms={name: round(statistics.median(each), 2) for name, each in steps.items()},
        cold_ask_s=round(cold, 1),
        memory_mib=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 0),
    )


def _warm(pipeline: Pipeline) -> tuple[list[float], dict[str, list[float]]]:
    questions = [Question(text=topic.question, lang=topic.lang) for topic in topics.load()]
    for question in questions:
        pipeline.answer(question)
    receipts = [pipeline.answer(question).receipt for _ in range(ROUNDS) for question in questions]
    steps: dict[str, list[float]] = {}
    for receipt in receipts:
        for name, ms in receipt.steps.items():
            steps.setdefault(name, []).append(ms)
    return [receipt.elapsed_ms for receipt in receipts], steps


def _cold(home: Home) -> float:
    """Seconds from nothing to an answer of `aln ask`, the median of three."""
    environment = {**os.environ, "ALN_HOME": str(home.root)}
    command = [sys.executable, "-m", "assistant", "ask", QUESTION]
    return statistics.median(_timed(command, environment) for _ in range(ROUNDS))


def _timed(command: Sequence[str], environment: dict[str, str]) -> float:
    started = perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - started


def printed(figures: Figures) -> str:
    return "\n".join(f"{name:<14} {value}" for name, value in asdict(figures).items())
