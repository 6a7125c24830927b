"""`aln notes`: are the practice notes sound, has time overtaken one, and how is one begun or confirmed?"""

import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingestion.errors import IngestionError
from ingestion.terminal import FAILED, UNUSABLE, Failure, application

if TYPE_CHECKING:
    from corpus.notes import Note
    from ingestion.checking.coverage import Coverage
    from ingestion.checking.texts import Texts

Originals = Annotated[
    Path | None, typer.Option(help="Folder with the originals; default: ALN_ORIGINALS, else the shelf.")
]

notes = application()


@notes.callback()
def _notes() -> None:
    """The practice notes: are they true to the law at hand, and still up to date?"""


@notes.command()
def lint(
    originals: Originals = None,
    unverified: Annotated[bool, typer.Option(help="List what only a person can verify.")] = False,
    plant: Annotated[bool, typer.Option(help="Plant errors of each kind and print how many are caught.")] = False,
) -> None:
    """Check each sentence of each note against what it cites, each Welsh note against its twin, and the spelling."""
    from corpus import notes as corpus_notes
    from corpus import register
    from ingestion.checking import planting
    from ingestion.checking.lint import lint as check

    texts = _texts(originals)
    report = check(texts)
    for table in report.coverage:
        _print_coverage(table)
    for remark in [*report.findings, *(report.unverified if unverified else ())]:
        print(remark)
    for language in report.unspelt:
        print(f"the spelling of {language} was not checked: aspell and its dictionary are not installed")
    if plant:
        for rate in planting.rates(corpus_notes.load(), texts, register.load()):
            print(f"planted: {rate}")
    print(report.summary)
    if report.findings:
        raise typer.Exit(FAILED)


def _print_coverage(table: "Coverage") -> None:
    print(f"{table.title}: notes that cite each provision")
    for row in table.rows():
        print(row)
    print("cited by no note: " + (", ".join(clause.label for clause in table.uncited) or "none"))


@notes.command()
def check(
    originals: Originals = None, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False
) -> None:
    """List the notes that were overtaken: a provision's text has changed, or a source was superseded."""
    from corpus import notes as corpus_notes
    from ingestion.checking import confirmed

    texts, record = _texts(originals), confirmed.recorded()
    found = {
        note: doubts
        for note in corpus_notes.load()
        if note.language == "en" and (doubts := confirmed.doubts(note, texts, record))
    }
    if as_json:
        entries = [
            {"note": note.id, "as_at": note.as_at.isoformat(), "doubts": [{"cause": d.cause, "about": d.about and d.about.id} for d in doubts]}
            for note, doubts in found.items()
        ]  # fmt: skip
        print(json.dumps({"sources": sorted(texts.sources), "notes": entries}))
        return
    for note, doubts in found.items():
        print(f"{note.id} (as at {note.as_at}): " + "; ".join(f"{d.cause} {d.about.id}" for d in doubts if d.about))
    held = ", ".join(sorted(texts.sources)) or "no source"
    print(f"{len(found)} notes to be read again, against {held}")


@notes.command()
def confirm(
    ids: Annotated[list[str] | None, typer.Argument(help="The notes that were read again.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every note.")] = False,
    originals: Originals = None,
) -> None:
    """Record that notes were read against the law at hand, so that their answers carry no warning any more."""
    from corpus import notes as corpus_notes
    from ingestion.checking import confirmed

    english = {note.id: note for note in corpus_notes.load() if note.language == "en"}
    if every == bool(ids):
        raise Failure("name the notes that were read again, or say --all", UNUSABLE)
    if unknown := [id_ for id_ in ids or () if id_ not in english]:
        raise Failure(f"there is no note {', '.join(unknown)}", UNUSABLE)
    texts = _texts(originals)
    if not any(texts.sources):
        raise Failure("there is no law at hand to have read them against; see: aln sources fetch", FAILED)
    chosen: list[Note] = [english[id_] for id_ in ids] if ids else list(english.values())
    confirmed.confirm(chosen, texts)
    print(f"{len(chosen)} notes confirmed against {', '.join(sorted(texts.sources))}")


@notes.command()
def new(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Lower-case words joined by hyphens.")],
    question: Annotated[str, typer.Option(help="The one question that it answers.")] = "",
    welsh: Annotated[bool, typer.Option(help="The Welsh twin of the English note ID.")] = False,
) -> None:
    """Begin a note, as a file to be filled in."""
    from corpus.notes import NOTES
    from ingestion.checking import drafting

    if welsh == bool(question.strip()):
        raise Failure("an English note needs its --question; a Welsh twin, --welsh and no question", UNUSABLE)
    try:
        path = drafting.draft_twin(id_, NOTES) if welsh else drafting.draft(id_, question.strip(), date.today(), NOTES)
    except IngestionError as error:
        raise Failure(str(error), UNUSABLE) from None
    print(
        f"{path}\nWhere it says {drafting.UNWRITTEN}, write. Then: aln notes lint, aln ingest, aln ask. How: docs/notes.md"
    )


def _texts(originals: Path | None) -> "Texts":
    from ingestion.checking import texts
    from ingestion.settings import IndexSettings

    folder = originals or (Path(os.environ["ALN_ORIGINALS"]) if os.environ.get("ALN_ORIGINALS") else None)
    return texts.at_hand(folder, IndexSettings.read().home)
