"""`pytest evals/`, run as people run it, over a few topics."""

import subprocess
import sys
from pathlib import Path

from evals import sets

ROOT = Path(__file__).parent.parent.parent


def pytest_on(cache: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "evals/", "-q", "-p", "no:cacheprovider", *words]
    environment = {"XDG_CACHE_HOME": str(cache.parent.parent), "PATH": "", "HOME": str(cache)}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_topics_are_tests_and_known_shortcomings_expected_failures(cache: Path) -> None:
    done = pytest_on(cache, "-k", "local or named-provision", "-rx")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "XFAIL" in done.stdout


def test_every_written_topic_is_collected(cache: Path) -> None:
    done = pytest_on(cache, "--collect-only")
    counts = {path.name: len(path.read_text("utf-8").splitlines()) for path in sets.files()}
    assert all(f"{name}: {count}" in done.stdout for name, count in counts.items())
