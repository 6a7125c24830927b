"""An evaluation: systems asked, outcomes judged, runs kept; what `aln eval run` and `check` share."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

from corpus import notes
from evals import config, runs, sets, systems
from evals.answerers import Local, Service
from evals.config import Config
from evals.errors import EvaluationError
from evals.measures import Judgements
from evals.measures.retrieval import qrels_file
from evals.orders import Order
from evals.qrels import Qrels, qrels
from evals.runs import Run
from evals.systems import FULL, Remembering
from evals.topics import Topic
from evals.verdicts import judge
from ingestion.snapshot import Report


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A run with its judgements."""

    run: Run
    judgements: Judgements = field(repr=False)


def local(order: Order, report: Report) -> Iterator[Evaluated]:
    """Each system asked in this process, the shipped one first: its questions are embedded as an asker's would be."""
    embedder = Remembering(systems.embedder())
    embedder.embed(["The first text waits until the model is loaded."])
    with ExitStack() as open_indexes:
        index = open_indexes.enter_context(systems.index(embedder, report, order.originals))
        passages = index.passages()
        everything = sets.asked(order.split, order.slices, passages)
        plain = everything if order.slices else sets.asked(order.split, passages=passages, robust=False)
        relevant = qrels(everything, passages)
        for name in sorted(order.systems, key=lambda name: name != FULL):
            topics = _some(everything if name == FULL else plain)
            run = runs.begun(_config(order, name, index.version, embedder.model, topics), order.runs, order.fresh)
            asker = {False: Local(systems.pipeline(index, embedder, name), timed=name == FULL)}
            if any(topic.slice == "planted" for topic in topics):
                planted = open_indexes.enter_context(systems.index(embedder, report, systems.PLANTED))
                asker[True] = Local(systems.pipeline(planted, embedder, name), timed=False)
            runs.carry_out(
                run,
                topics,
                lambda topic, asker=asker: asker[topic.slice == "planted"].ask(topic),  # type: ignore[misc]
                lambda done, total, name=name: report(name, done, total),  # type: ignore[misc]
            )
            yield _kept(_judged(run, topics, relevant))


def remote(order: Order, url: str, report: Report) -> Evaluated:
    """A running service asked over HTTP; what hides or plants documents cannot be asked of it."""
    topics = _some([t for t in sets.asked(order.split, order.slices) if not t.without and t.slice != "planted"])
    with closing(Service(url, timed=order.jobs == 1)) as service:
        made = _config(order, "service", service.version(), "", topics, url)
        run = runs.begun(made, order.runs, order.fresh)
        runs.carry_out(run, topics, service.ask, lambda done, total: report("service", done, total), order.jobs)
    if {outcome.answer.receipt.corpus_version for outcome in run.outcomes().values()} != {made.corpus_version}:
        raise EvaluationError(f"{url}: the service's corpus changed during the run; ask again with --fresh")
    return _kept(_judged(run, topics, qrels(topics, notes.passages())))


def again(run: Run) -> Evaluated:
    """A run of earlier, judged by today's gold. Raises EvaluationError when it is not whole, or asked nothing of today."""
    topics = _some(run.topics())
    return _judged(run, topics, run.qrels())


def beside(evaluated: Evaluated, folder: Path) -> list[Evaluated]:
    """The latest whole run of each other system on the same corpus, code and topics, to be shown beside it."""
    same = [run for run in runs.listed(folder) if _alike(run.config, evaluated.run.config)]
    latest = {run.config.system: run for run in same if len(run.outcomes()) >= run.config.topics}
    return [again(run) for name, run in latest.items() if name != evaluated.run.config.system]


def _alike(one: Config, other: Config) -> bool:
    def kept(config: Config) -> tuple[object, ...]:
        return config.corpus_version, config.made, config.split, config.slices, config.originals

    return kept(one) == kept(other)


def _judged(run: Run, topics: Sequence[Topic], relevant: Qrels) -> Evaluated:
    outcomes = run.outcomes()
    found = tuple(judge(topic, outcomes[topic.id]) for topic in topics)
    judgements = Judgements(found, {t.id: relevant[t.id] for t in topics if t.id in relevant})
    return Evaluated(run, judgements)


def _kept(evaluated: Evaluated) -> Evaluated:
    """With the passages that answer its topics kept beside the outcomes: another day's corpus may hold others."""
    lines = "".join(f"{line}\n" for line in qrels_file(evaluated.judgements))
    (evaluated.run.folder / "qrels.trec").write_text(lines, "utf-8")
    return evaluated


def _some(topics: Sequence[Topic]) -> Sequence[Topic]:
    if not topics:
        raise EvaluationError("there is nothing to ask: no topic of that split and slice can be asked so")
    return topics


def _config(
    order: Order, name: str, version: str, model: str, topics: Sequence[Topic], url: str | None = None
) -> Config:
    return Config(
        system=name,
        parts=asdict(systems.SYSTEMS[name]) if name in systems.SYSTEMS else {},
        corpus_version=version,
        embedding_model=model,
        asked=config.digest(topics),
        topics=len(topics),
        made=config.here(),
        split=order.split,
        slices=order.slices,
        url=url,
        originals=order.originals is not None,
    )
