"""`python -m ingestion` is `aln ingest`; `sources …`, `index …` and `notes …` behind it are those commands."""

import sys

from ingestion import commands, note_commands, source_commands
from ingestion.terminal import application, run

app = application()
app.command("ingest")(commands.ingest)
app.add_typer(source_commands.sources, name="sources")
app.add_typer(commands.index, name="index")
app.add_typer(note_commands.notes, name="notes")

if __name__ == "__main__":
    arguments = sys.argv[1:]
    if not arguments or arguments[0] not in ("ingest", "sources", "index", "notes", "--help"):
        arguments = ["ingest", *arguments]
    sys.exit(run(app, arguments, "aln"))
