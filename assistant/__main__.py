"""`python -m assistant ask|search|serve|doctor` are the same as those subcommands of `aln`."""

import sys

from assistant import commands
from ingestion.terminal import application, run

app = application()
for command in (commands.ask, commands.search, commands.serve, commands.doctor):
    app.command()(command)

if __name__ == "__main__":
    sys.exit(run(app, sys.argv[1:], "aln"))
