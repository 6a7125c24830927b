"""What a run was made with: all that its outcomes depend on."""

import hashlib
import json
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Self

from evals import variants
from evals.errors import EvaluationError
from evals.topics import Topic

_FORMAT = 2
_LIBRARIES = ("bm25s", "chromadb", "numpy", "sentence-transformers", "torch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The code and the machine that a run is made with; ``revision`` is the commit, with a digest of what differs from it."""

    revision: str
    package: str
    python: str
    machine: str
    libraries: Mapping[str, str]


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
    originals: bool = False
    seed: int = variants.SEED
    format: int = _FORMAT

    @classmethod
    def read(cls, path: Path) -> Self:
        """Raises EvaluationError when ``path`` holds none, or one of another form."""
        try:
            table = json.loads(path.read_text("utf-8"))
            config = cls(**{**table, "slices": tuple(table["slices"]), "made": Made(**table["made"])})
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise EvaluationError(f"{path}: no run that can be read ({type(error).__name__})") from None
        if config.format != _FORMAT:
            raise EvaluationError(f"{path}: a run of another version of this program")
        return config

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")


def digest(topics: Sequence[Topic]) -> str:
    """Of all that the topics say, in order."""
    told = hashlib.sha256()
    for topic in topics:
        told.update(
            repr([(k, sorted(v) if isinstance(v, frozenset) else v) for k, v in asdict(topic).items()]).encode()
        )
    return told.hexdigest()[:12]


def revision(root: Path = Path(__file__).parent.parent) -> str:
    """The commit of the code, with a digest of what differs from it; empty where the code stands in no checkout of its own."""

    def git(*words: str) -> bytes:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=True).stdout

    try:
        if Path(git("rev-parse", "--show-toplevel").decode().strip()) != root.resolve():
            return ""
        head = git("rev-parse", "--short=12", "HEAD").decode().strip()
        changed = git("diff", "HEAD")
        for name in git("ls-files", "-z", "--others", "--exclude-standard").decode().split("\0"):
            changed += (root / name).read_bytes() if name else b""
    except (OSError, subprocess.CalledProcessError):
        return ""
    return f"{head}+{hashlib.sha256(changed).hexdigest()[:8]}" if changed else head


def here() -> Made:
    return Made(
        revision=revision(),
        package=version("aln-assistant"),
        python=platform.python_version(),
        machine=f"{platform.system()} {platform.machine()}",
        libraries={name: version(name) for name in _LIBRARIES},
    )
