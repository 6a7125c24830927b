"""An evaluation: systems asked, outcomes judged, runs kept; what `aln eval run` and `check` share."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from corpus import notes
from corpus.passages import Passage
from evals import runs, sets, systems
from evals.answerers import Local, Service
from evals.errors import EvaluationError
from evals.measures import Judgements
from evals.qrels import Qrels, qrels
from evals.runs import Config, Run
from evals.systems import FULL, Remembering
from evals.topics import Topic
from evals.verdicts import judge
from ingestion.snapshot import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be asked, and where the runs are kept. ``robust``: of the shipped system, the robustness sets too."""

    runs: Path
    systems: tuple[str, ...] = (FULL,)
    split: str | None = None
    slices: tuple[str, ...] = ()
    originals: Path | None = None
    robust: bool = True
    fresh: bool = False
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A run with its judgements."""

    run: Run
    judgements: Judgements = field(repr=False)


def judged(run: Run, topics: Sequence[Topic], relevant: Qrels) -> Evaluated:
    """The run's outcomes judged by the topics as they are written now."""
    outcomes = {outcome.topic: outcome for outcome in run.outcomes()}
    known = [topic for topic in topics if topic.id in outcomes]
    found = tuple(judge(topic, outcomes[topic.id]) for topic in known)
    return Evaluated(run, Judgements(found, {t.id: relevant[t.id] for t in known if t.id in relevant}))


def again(run: Run) -> Evaluated:
    """A run of earlier, judged by today's topics and notes. Raises EvaluationError when it holds no answers."""
    topics = run.topics()
    if not topics:
        raise EvaluationError(f"{run.folder}: no topic has been answered there")
    return judged(run, topics, qrels(topics, _notes()))


def beside(evaluated: Evaluated, folder: Path) -> list[Evaluated]:
    """The latest run of each other system on the same corpus and code, to be shown beside it."""
    config = evaluated.run.config
    same = [
        run
        for run in runs.listed(folder)
        if (run.config.corpus_version, run.config.made) == (config.corpus_version, config.made)
    ]
    latest = {run.config.system: run for run in same if run.config.system != config.system}
    return [again(run) for run in latest.values()]


def _notes() -> list[Passage]:
    return [note.passage for note in notes.load()]


def local(order: Order, report: Report) -> Iterator[Evaluated]:
    """Each system asked in this process, the shipped one first: its questions are embedded as an asker's would be."""
    embedder = Remembering(systems.embedder())
    with systems.index(embedder, report, order.originals) as index, ExitStack() as planted:
        passages = index.passages()
        everything = sets.asked(order.split, order.slices, passages)
        plain = sets.asked(order.split, order.slices, passages, robust=False) if not order.slices else everything
        relevant = qrels((*everything, *plain), passages)
        for name in sorted(order.systems, key=lambda name: name != FULL):
            topics = everything if name == FULL and order.robust else plain
            config = _config(order, name, index.version, embedder.model, topics)
            run = runs.begun(config, order.runs, order.fresh)
            plainly = Local(systems.pipeline(index, embedder, name), timed=name == FULL)
            attacked = _attacked(planted, embedder, report, name) if _has_planted(topics) else plainly
            runs.carry_out(
                run,
                topics,
                lambda topic, plainly=plainly, attacked=attacked: (  # type: ignore[misc]
                    attacked if topic.slice == "planted" else plainly
                ).ask(topic),
                lambda done, total, name=name: report(name, done, total),  # type: ignore[misc]
            )
            yield judged(run, topics, relevant)


def remote(order: Order, url: str, report: Report) -> Evaluated:
    """A running service asked over HTTP; what hides or plants documents cannot be asked of it."""
    passages = _notes()
    topics = [t for t in sets.asked(order.split, order.slices, passages) if not t.without and t.slice != "planted"]
    with _service(url) as service:
        config = Config(
            system="service",
            parts={},
            corpus_version=service.version(),
            embedding_model="",
            asked=runs.digest(topics),
            topics=len(topics),
            split=order.split,
            slices=order.slices,
            url=url,
            made=runs.here(),
        )
        run = runs.begun(config, order.runs, order.fresh)
        runs.carry_out(run, topics, service.ask, lambda done, total: report("service", done, total), order.jobs)
    return judged(run, topics, qrels(topics, passages))


@contextmanager
def _service(url: str) -> Iterator[Service]:
    service = Service(url)
    try:
        yield service
    finally:
        service.close()


def _has_planted(topics: Sequence[Topic]) -> bool:
    return any(topic.slice == "planted" for topic in topics)


def _attacked(stack: ExitStack, embedder: Remembering, report: Report, name: str) -> Local:
    """The system over an index that holds the planted documents as well."""
    index = stack.enter_context(systems.index(embedder, report, systems.PLANTED))
    return Local(systems.pipeline(index, embedder, name), timed=False)


def _config(order: Order, name: str, version: str, model: str, topics: Sequence[Topic]) -> Config:
    return Config(
        system=name,
        parts=asdict(systems.SYSTEMS[name]),
        corpus_version=version,
        embedding_model=model,
        asked=runs.digest(topics),
        topics=len(topics),
        split=order.split,
        slices=order.slices,
        made=runs.here(),
    )
