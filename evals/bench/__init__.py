"""Speed, size and memory on this machine, at several sizes of corpus, and side by side with the tutorial chain."""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant import bootstrap
from assistant.pipeline import Pipeline
from assistant.questions import Question
from corpus import notes
from evals import topics
from evals.bench import clients, corpora, quality
from evals.bench.figures import Figures, Latency, Load, Quality, printed
from evals.bench.tutorial import Chain
from evals.errors import EvaluationError
from evals.topics import Topic
from ingestion.describing import Description
from ingestion.embedding import Embedder
from ingestion.home import Home
from ingestion.index import Index
from ingestion.ingest import add, build
from ingestion.snapshot import Report

__all__ = ["Figures", "measure", "printed"]
NEEDED = ("langchain_chroma", "psutil")
ROUNDS = 3
ASKED = 100
QUESTION = "How long does a school have to decide whether a pupil has ALN?"


def measure(embedder: Embedder, scale: int, report: Report) -> Figures:
    """Of the shipped corpus made ``scale`` times as large by synthetic documents.

    Raises EvaluationError when what it measures with is not installed, or the service does not come up.
    """
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        raise EvaluationError(f"{missing[0]} is not installed: pip install 'aln-assistant[bench]'")
    embedder.embed(["warm"])
    with TemporaryDirectory() as folder:
        home, documents = Home(Path(folder) / "home"), Path(folder) / "documents"
        documents.mkdir()
        files = corpora.documents(scale, documents)
        for file in files:
            add(home, file, Description())
        texts = 0

        def counted(phase: str, done: int, total: int) -> None:
            nonlocal texts
            texts = max(texts, total if phase == "embedding" else 0)
            report(f"{scale}× {phase}", done, total)

        started = perf_counter()
        manifest = build(home, embedder, counted)
        ingest = perf_counter() - started
        started = perf_counter()
        build(home, embedder, lambda *_: None)
        again = perf_counter() - started
        asked = _asked()
        with Index.live(home) as index:
            pipeline = bootstrap.over(index, embedder)
            warm, steps = _warm(pipeline, asked)
            ours = quality.measured(quality.ours(pipeline), asked, notes.passages(), ingest)
        with clients.running(home) as service:
            load = tuple(_loads(service.url, asked, scale, report))
            memory = service.memory_mib
        size = sum(f.stat().st_size for f in (home.index / manifest.corpus_version).rglob("*") if f.is_file())
        return Figures(
            scale=scale,
            passages=manifest.passages,
            texts=texts,
            ingest_s=round(ingest, 1),
            passages_per_s=round(manifest.passages / ingest, 1),
            texts_per_s=round(texts / ingest, 1),
            again_s=round(again, 2),
            index_mib=round(size / 2**20, 1),
            warm=warm,
            steps_p50_ms=steps,
            cold_ask_s=round(_cold(home), 1),
            memory_mib=memory,
            load=load,
            ours=ours,
            tutorial=_tutorial(files, embedder, asked, Path(folder) / "tutorial"),
        )


def _asked() -> list[Topic]:
    """Answerable topics in English, asked outright, spread evenly over all that there are."""
    plain = [t for t in topics.load() if t.answerable and t.lang == "en" and not t.thread and not t.as_at]
    return [plain[at * len(plain) // ASKED] for at in range(ASKED)]


def _warm(pipeline: Pipeline, asked: Sequence[Topic]) -> tuple[Latency, dict[str, float]]:
    questions = [Question(text=topic.question) for topic in asked]
    for question in questions:
        pipeline.answer(question)
    receipts = [pipeline.answer(question).receipt for _ in range(ROUNDS) for question in questions]
    steps: dict[str, list[float]] = {}
    for receipt in receipts:
        for name, ms in receipt.steps.items():
            steps.setdefault(name, []).append(ms)
    medians = {name: round(statistics.median(each), 2) for name, each in steps.items()}
    return Latency.of([receipt.elapsed_ms for receipt in receipts]), medians


def _loads(url: str, asked: Sequence[Topic], scale: int, report: Report) -> Iterator[Load]:
    for done, count in enumerate(clients.CLIENTS, start=1):
        yield clients.load(url, [topic.question for topic in asked], count)
        report(f"{scale}× clients", done, len(clients.CLIENTS))


def _cold(home: Home) -> float:
    """Seconds from nothing to an answer of `aln ask`, the median of three."""
    environment = {**os.environ, "ALN_HOME": str(home.root)}
    command = [sys.executable, "-m", "assistant", "ask", QUESTION]
    return statistics.median(_timed(command, environment) for _ in range(ROUNDS))


def _timed(command: Sequence[str], environment: dict[str, str]) -> float:
    started = perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - started


def _tutorial(files: Sequence[Path], embedder: Embedder, asked: Sequence[Topic], folder: Path) -> Quality:
    noted = sorted((notes.NOTES / "en").glob("*.md"))
    started = perf_counter()
    chain = Chain([*noted, *files], embedder, folder)
    index_s = perf_counter() - started
    return quality.measured(chain.search, asked, notes.passages(), index_s)
