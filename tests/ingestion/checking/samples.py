"""An invented Act, what it says, and sentences about it."""

from pathlib import Path

from corpus.duties import Bearer, Force
from corpus.notes import Note, parse
from corpus.passages import Span, Unit
from corpus.provisions import Provision
from corpus.register import Register, Registered
from corpus.sources import Kind, Source
from ingestion.checking.checks import Claim, Verdict, verdicts
from ingestion.checking.texts import Texts
from ingestion.parsing import parse as passages_of
from ingestion.parsing.text import read_text

ACT = "asc-2032-4"
FILE = Path(__file__).parent / f"{ACT}.md"
SOURCE = Source(id=ACT, title="Hedges (Wales) Act 2032", kind=Kind.ACT, published="2032-05-06")
ELSEWHERE = Source(id="hedge-code-2032", title="The Hedge Code 2032", kind=Kind.CODE)
REGISTER = Register([Registered(source=source, files=()) for source in (SOURCE, ELSEWHERE)], [])


def texts(path: Path = FILE) -> Texts:
    return Texts([(SOURCE, passages_of(read_text(path), SOURCE, name=FILE.name))])


def claim(
    sentence: str, *provisions: str, force: Force | None = None, bearer: Bearer | None = None, limit: str | None = None
) -> Claim:
    rests_on = tuple(Provision(f"{ACT}/section/{id_}" if id_[0].isdigit() else id_) for id_ in provisions)
    return Claim(sentence, Unit(span=Span(0, 1), provisions=rests_on, force=force, bearer=bearer, limit=limit))


def found(claim: Claim) -> list[Verdict]:
    return verdicts(claim, texts(), REGISTER)


def note(folder: Path, body: str, *, language: str = "en", id_: str = "hedges", extra: str = "") -> Note:
    path = folder / language / f"{id_}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    checked = 'checked_by = ""\n' if language == "cy" else ""
    path.write_text(
        f'+++\nid = "{id_}"\ntitle = "Hedges"\nquestion = "Who clips?"\nwordings = ["clip?"]\nas_at = 2033-01-01\n'
        f'read = ["the Act"]\n{checked}{extra}+++\n{body}\n',
        "utf-8",
    )
    return parse(path, language)
