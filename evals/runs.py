"""A run on disk: what was asked of what, and each outcome as it came, so that a run that was stopped goes on.

``run.json`` says all that the outcomes depend on; ``outcomes.jsonl`` holds them, a line a topic.
"""

import hashlib
import json
import platform
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Self

from evals import sets, variants
from evals.errors import EvaluationError
from evals.outcomes import Outcome
from evals.topics import Topic

_FORMAT = 1
Progress = Callable[[int, int], None]
Ask = Callable[[Topic], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The code and the machine that a run is made with; ``revision`` is the commit, with a digest of what was changed since."""

    revision: str
    package: str
    python: str
    machine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All that a run's outcomes depend on. ``asked`` is the digest of the topics."""

    system: str
    parts: dict[str, object]
    corpus_version: str
    embedding_model: str
    asked: str
    topics: int
    made: Made
    split: str | None = None
    slices: tuple[str, ...] = ()
    url: str | None = None
    chat_model: str | None = None
    seed: int = variants.SEED
    format: int = _FORMAT

    @classmethod
    def read(cls, path: Path) -> Self:
        table = json.loads(path.read_text("utf-8"))
        return cls(**{**table, "slices": tuple(table["slices"]), "made": Made(**table["made"])})


def digest(topics: Sequence[Topic]) -> str:
    """Of all that the topics say, in order."""
    told = hashlib.sha256()
    for topic in topics:
        told.update(
            repr([(k, sorted(v) if isinstance(v, frozenset) else v) for k, v in asdict(topic).items()]).encode()
        )
    return told.hexdigest()[:12]


def revision(root: Path = Path(__file__).parent.parent) -> str:
    """The commit of the code, with a digest of what was changed since; empty where there is no checkout."""

    def git(*words: str) -> bytes:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=True).stdout

    try:
        head = git("rev-parse", "--short=12", "HEAD").decode().strip()
        changed = git("diff", "HEAD", "--", "*.py", "*.toml", "*.json", "*.jsonl", "*.md")
    except (OSError, subprocess.CalledProcessError):
        return ""
    return f"{head}+{hashlib.sha256(changed).hexdigest()[:8]}" if changed else head


def here() -> Made:
    return Made(
        revision=revision(),
        package=version("aln-assistant"),
        python=platform.python_version(),
        machine=f"{platform.system()} {platform.machine()}",
    )


@dataclass(frozen=True, slots=True)
class Run:
    """A folder that holds one run."""

    folder: Path
    config: Config

    @property
    def name(self) -> str:
        return self.folder.name

    def outcomes(self) -> list[Outcome]:
        """Those that are there; a last line cut short by a crash is left out."""
        return list(self._outcomes())

    def _outcomes(self) -> Iterator[Outcome]:
        path = self.folder / "outcomes.jsonl"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        for at, line in enumerate(lines, start=1):
            try:
                yield Outcome.read(line)
            except (ValueError, KeyError, TypeError) as error:
                if at < len(lines):
                    raise EvaluationError(f"{path}:{at}: not an outcome ({type(error).__name__})") from None

    def topics(self) -> tuple[Topic, ...]:
        """The topics of the run as they are written today: gold may have been mended since."""
        answered = {outcome.topic for outcome in self.outcomes()}
        return tuple(topic for topic in sets.asked(self.config.split, self.config.slices) if topic.id in answered)


def begun(config: Config, runs: Path, fresh: bool = False) -> Run:
    """The latest unfinished run of the same config, to go on with; else a new one."""
    if not fresh:
        for run in reversed(listed(runs)):
            if run.config == config and len(run.outcomes()) < config.topics:
                return run
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    folder = runs / f"{stamp}-{config.system}"
    folder.mkdir(parents=True)
    (folder / "run.json").write_text(json.dumps(asdict(config), indent=1) + "\n", "utf-8")
    return Run(folder, config)


def listed(runs: Path) -> list[Run]:
    """Every run below the folder, the oldest first; what is none is passed over."""
    found = []
    for path in sorted(runs.glob("*/run.json")):
        try:
            found.append(Run(path.parent, Config.read(path)))
        except (ValueError, TypeError, KeyError):
            continue
    return found


def named(name: str, runs: Path) -> Run:
    """A run by its folder, its name or the start of one, or ``last`` and ``last~1``. Raises EvaluationError."""
    if (Path(name) / "run.json").exists():
        return Run(Path(name), Config.read(Path(name) / "run.json"))
    known = listed(runs)
    back, _, count = name.partition("~")
    if back == "last" and (not count or count.isdigit()):
        known = known[-1 - int(count or 0) :][:1] if len(known) > int(count or 0) else []
    else:
        known = [run for run in known if run.name.startswith(name) or run.name.endswith(f"-{name}")][-1:]
    if not known:
        raise EvaluationError(f"{name}: there is no such run in {runs}")
    return known[0]


def carry_out(run: Run, topics: Sequence[Topic], ask: Ask, progress: Progress, jobs: int = 1) -> None:
    """Ask what has not been answered yet, and keep each outcome as it comes; ``jobs`` at a time."""
    done = {outcome.topic for outcome in run.outcomes()}
    left = [topic for topic in topics if topic.id not in done]
    path = run.folder / "outcomes.jsonl"
    _mend(path)
    progress(len(topics) - len(left), len(topics))
    with path.open("a", encoding="utf-8") as file:
        for count, outcome in enumerate(_asked(left, ask, jobs), start=1):
            file.write(outcome.line() + "\n")
            file.flush()
            progress(len(topics) - len(left) + count, len(topics))


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
