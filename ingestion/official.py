"""Official texts: legislation as its publisher gives it, fetched, checked, and put on the shelf."""

import filecmp
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.errors import CorpusError
from corpus.register import Register
from corpus.sources import Source
from ingestion import atomic, shelf
from ingestion.describing import Description, describe
from ingestion.errors import IngestionError
from ingestion.fetching import Site
from ingestion.home import Home
from ingestion.ingest import Ingested, add
from ingestion.snapshot import Report

# Those whose XML someone has seen on the site; the rest of what is registered has to be asked for by name.
SEEN = ("anaw-2018-2", "wsi-2021-401", "wsi-2021-406")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A text as it is on the shelf now; nothing was ``taken`` in where it had not changed since it was last fetched."""

    source_id: str
    language: str
    address: str
    taken: Ingested | None


@dataclass(frozen=True, slots=True)
class Batch:
    """What was fetched, and a line about each text that could not be."""

    fetched: tuple[Fetched, ...]
    failed: tuple[str, ...]


def chosen(known: Register, ids: Sequence[str]) -> list[Source]:
    """The registered sources of those ids, each once; without ids, those whose XML has been seen on the site."""
    return [known.entries[id_].source for id_ in dict.fromkeys(ids or SEEN)]


def fetch(home: Home, sources: Iterable[Source], languages: Sequence[str], site: Site, report: Report) -> Batch:
    """Put the texts on the shelf, one after another, whatever becomes of the others; the index follows with ``build``."""
    wanted = [replace(source, language=language) for source in sources for language in languages]
    fetched, failed = list[Fetched](), list[str]()
    for done, source in enumerate(wanted):
        report("fetching", done, len(wanted))
        try:
            fetched.append(_fetch(home, source, site))
        except (IngestionError, CorpusError) as error:
            failed.append(" ".join(f"{source.id}: {error}".split()))
    report("fetching", len(wanted), len(wanted))
    return Batch(tuple(fetched), tuple(failed))


def _fetch(home: Home, wanted: Source, site: Site) -> Fetched:
    address, held = site.address(wanted), shelf.held(home.sources, wanted)
    try:
        taken = _taken_anew(home, wanted, held, address, site)
    except (IngestionError, CorpusError) as error:
        raise IngestionError(f"{address}: {error}") from error
    return Fetched(source_id=wanted.id, language=wanted.language, address=address, taken=taken)


def _taken_anew(home: Home, wanted: Source, held: Path | None, address: str, site: Site) -> Ingested | None:
    """What was taken in; None when what is ``held`` is still what the site has."""
    copy = home.root / "cache" / "fetched" / f"{wanted.id}.{wanted.language}.xml"
    copy.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=copy.parent, prefix=".") as folder:
        file = Path(folder) / copy.name
        marks = site.download(address, file, _marks(copy, address) if held and _same(held, copy) else {})
        if marks is None:
            return None
        taken = _shelved(home, file, wanted)
        file.replace(copy)
        atomic.write_text(_beside(copy), json.dumps({"address": address, "marks": marks}))
    return taken


def _shelved(home: Home, file: Path, wanted: Source) -> Ingested:
    try:
        found = describe(file, Description())
        if (found.id, found.language) != (wanted.id, wanted.language):
            raise IngestionError(
                f"{found.id} ({found.language}) is there, not {wanted.id} ({wanted.language}) as was asked"
            )
        return add(home, file, Description())
    except (IngestionError, CorpusError) as error:
        raise IngestionError(str(error).replace(f"{file}: ", "")) from error


def _same(held: Path, copy: Path) -> bool:
    return copy.is_file() and filecmp.cmp(held, copy, shallow=False)


def _beside(copy: Path) -> Path:
    return copy.with_suffix(".json")


def _marks(copy: Path, address: str) -> dict[str, str]:
    """What to send so that an unchanged text is not sent again; nothing when the copy came from another address."""
    try:
        kept = json.loads(_beside(copy).read_text("utf-8"))
        return {str(k): str(v) for k, v in kept["marks"].items()} if kept["address"] == address else {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
