"""A run on disk: what was asked of what, and each outcome as it came, so that a run that was stopped goes on.

``run.json`` holds its config, ``outcomes.jsonl`` a line a topic, ``qrels.trec`` the passages that answered the topics then.
"""

import fcntl
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evals import sets
from evals.config import Config
from evals.errors import EvaluationError
from evals.outcomes import Outcome
from evals.qrels import Qrels
from evals.topics import Topic

HEADLINE = ("full", "service")
Progress = Callable[[int, int], None]
Ask = Callable[[Topic], Outcome]


@dataclass(frozen=True, slots=True)
class Run:
    """A folder that holds one run."""

    folder: Path
    config: Config

    @property
    def name(self) -> str:
        return self.folder.name

    def outcomes(self) -> dict[str, Outcome]:
        """By topic. A last line cut short by a crash is left out. Raises EvaluationError for any other damaged line."""
        path = self.folder / "outcomes.jsonl"
        lines = path.read_text("utf-8").rstrip("\n").split("\n") if path.exists() else []
        found = {}
        for at, line in enumerate(filter(None, lines), start=1):
            try:
                outcome = Outcome.read(line)
                found[outcome.topic] = outcome
            except (ValueError, KeyError, TypeError) as error:
                if at < len(lines):
                    raise EvaluationError(f"{path}:{at}: not an outcome ({type(error).__name__})") from None
        return found

    def topics(self) -> tuple[Topic, ...]:
        """The topics of a whole run as they are written today: gold may have been mended since.

        One whose question has changed since is left out. Raises EvaluationError for a run that is not whole.
        """
        outcomes = self.outcomes()
        if len(outcomes) < self.config.topics:
            raise EvaluationError(
                f"{self.folder}: {len(outcomes)} of {self.config.topics} topics have been answered; ask again to go on"
            )
        asked = sets.asked(self.config.split, self.config.slices)
        return tuple(topic for topic in asked if topic.id in outcomes and outcomes[topic.id].asked == topic.asked)

    def qrels(self) -> Qrels:
        """The passages that answered the topics in the corpus that the run was asked of."""
        found: Qrels = {}
        for line in (self.folder / "qrels.trec").read_text("utf-8").splitlines():
            topic, _, passage, grade = line.split()
            found.setdefault(topic, {})[passage] = int(grade)
        return found


def begun(config: Config, runs: Path, fresh: bool = False) -> Run:
    """The latest unfinished run of the same config, to go on with; else a new one."""
    for run in reversed([] if fresh else listed(runs)):
        if run.config == config and len(run.outcomes()) < config.topics:
            return run
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    folder = runs / f"{stamp}-{config.system}"
    folder.mkdir(parents=True)
    config.write(folder / "run.json")
    return Run(folder, config)


def listed(runs: Path) -> list[Run]:
    """Every run below the folder that can be read, the oldest first."""
    found = []
    for path in sorted(runs.glob("*/run.json")):
        try:
            found.append(Run(path.parent, Config.read(path)))
        except EvaluationError:
            continue
    return found


def named(name: str, runs: Path) -> Run:
    """A run by its folder, by its name or the start or system of one, or ``last`` and ``last~1``, …

    ``last`` is the latest of the whole system or of a service, not of one that was asked beside it to compare. Raises
    EvaluationError.
    """
    if name and (Path(name) / "run.json").exists():
        return Run(Path(name), Config.read(Path(name) / "run.json"))
    known = listed(runs)
    back, _, count = name.partition("~")
    if back == "last" and (not count or count.isdigit()):
        headline = [run for run in known if run.config.system in HEADLINE]
        known = headline[: len(headline) - int(count or 0)][-1:]
    else:
        known = [run for run in known if name and (run.name.startswith(name) or run.name.endswith(f"-{name}"))][-1:]
    if not known:
        raise EvaluationError(f"{name or '(no name)'}: there is no such run in {runs}")
    return known[0]


def carry_out(run: Run, topics: Sequence[Topic], ask: Ask, progress: Progress, jobs: int = 1) -> None:
    """Ask what has not been answered yet, and keep each outcome as it comes; ``jobs`` at a time.

    Raises EvaluationError when it is interrupted, or another process is at the same run.
    """
    path = run.folder / "outcomes.jsonl"
    with _alone(run.folder / ".lock"):
        _mend(path)
        done = run.outcomes()
        left = [topic for topic in topics if topic.id not in done]
        progress(len(topics) - len(left), len(topics))
        with path.open("a", encoding="utf-8") as file:
            try:
                for count, outcome in enumerate(_asked(left, ask, jobs), start=1):
                    file.write(outcome.line() + "\n")
                    file.flush()
                    progress(len(topics) - len(left) + count, len(topics))
            except KeyboardInterrupt:
                raise EvaluationError(f"stopped; the same command goes on with {run.folder}") from None


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise EvaluationError(f"{path.parent}: another process is at this run") from None
        yield


def _mend(path: Path) -> None:
    """Take off a last line that was cut short."""
    if path.exists() and (kept := path.read_bytes()) and not kept.endswith(b"\n"):
        path.write_bytes(kept[: kept.rfind(b"\n") + 1])


def _asked(topics: Sequence[Topic], ask: Ask, jobs: int) -> Iterator[Outcome]:
    if jobs == 1:
        yield from map(ask, topics)
        return
    with ThreadPoolExecutor(jobs) as pool:
        waiting = [pool.submit(ask, topic) for topic in topics]
        try:
            for done in as_completed(waiting):
                yield done.result()
        finally:
            for future in waiting:
                future.cancel()
