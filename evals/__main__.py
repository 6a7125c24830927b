"""`python -m evals …` is `aln eval …`."""

import sys

from evals.commands import evaluate
from ingestion.terminal import run

if __name__ == "__main__":
    sys.exit(run(evaluate, sys.argv[1:], "aln eval"))
