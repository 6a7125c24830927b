"""How fast a document is read into passages, and how much memory that takes, in a process of its own (on Linux)."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# The kernel's own high-water mark: that of `resource` is inherited from the process that started this one.
_READ = """
import re, sys, time
from pathlib import Path
from ingestion.describing import Description, describe
from ingestion.parsing import read
from ingestion.parsing.text import read_text
def peak():
    return re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]
file = Path(sys.argv[1])
source = describe(file, Description())
before = peak()
start = time.perf_counter()
passages = read(read_text(file), source, name=file.name).passages
seconds = time.perf_counter() - start
print(len(passages), seconds, before, peak())
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """``peak`` and ``before`` are MB of resident memory, at the most and before the file was opened."""

    file: str
    size: int
    passages: int
    seconds: float
    before: float
    peak: float

    @property
    def printed(self) -> str:
        return (
            f"{self.file}: {self.size / 1000:.0f} kB, {self.passages} passages in {self.seconds:.2f} s, "
            f"{self.peak:.0f} MB at the most ({self.before:.0f} before)"
        )


def measure(file: Path) -> Reading:
    """Read one file. Raises ValueError with the last line of what went wrong."""
    done = subprocess.run([sys.executable, "-c", _READ, str(file)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise ValueError((done.stderr.strip().splitlines() or ["it could not be read"])[-1])
    passages, seconds, before, peak = done.stdout.split()
    return Reading(
        file=file.name,
        size=file.stat().st_size,
        passages=int(passages),
        seconds=float(seconds),
        before=int(before) / 1024,
        peak=int(peak) / 1024,
    )
