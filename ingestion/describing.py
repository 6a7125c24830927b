"""What a file is: as the register knows it, as it says itself, as the person who ingests it says."""

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import register
from corpus.errors import CorpusError
from corpus.sources import Kind, Source
from ingestion.errors import IngestionError
from ingestion.parsing.errors import ParseError
from ingestion.parsing.text import read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the person who ingests a document says of it; a registered document needs none of it."""

    kind: Kind | None = None
    title: str | None = None
    area: str | None = None
    date: str | None = None
    url: str | None = None


def recognised(file: Path) -> bool:
    """Whether the file is that of a registered source."""
    return file.is_file() and register.load().recognise(file.name) is not None


def describe(file: Path, description: Description) -> Source:
    """The source that the file is, as amended by the description. Raises IngestionError in one line."""
    given = {
        "kind": description.kind,
        "title": description.title,
        "area": description.area and "-".join(description.area.lower().split()),
        "published": description.date,
        "url": description.url,
    }
    said = {key: value for key, value in given.items() if value is not None}
    try:
        return replace(_known(file) or _new(file, description), **said)  # type: ignore[arg-type]
    except (CorpusError, ParseError) as error:
        raise IngestionError(str(error) if str(error).startswith(str(file)) else f"{file}: {error}") from error


def _known(file: Path) -> Source | None:
    """The registered source that the file's name is known for, or the one that legislation says it is."""
    if file.suffix.lower() != ".xml":
        return register.load().recognise(file.name)
    from ingestion.parsing.law.xml import identify

    own = identify(read_text(file))
    entry = register.load().entries.get(own.id)
    if not entry:
        return own
    if own.language == "en" and _plain(own.title) not in (_plain(entry.source.title), _plain(own.id)):
        raise IngestionError(
            f"{file}: it says that it is {own.id}, but its title is “{own.title}”, not “{entry.source.title}”"
        )
    return replace(entry.source, language=own.language, title=own.title if own.language == "cy" else entry.source.title)


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower().removeprefix("the ")))


def _new(file: Path, description: Description) -> Source:
    title = description.title or file.stem.replace("_", " ").replace("-", " ")
    return Source(id=_slug(description.title or file.stem), title=title, kind=Kind.LOCAL_GUIDANCE)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or "document"
    return f"{slug}-document" if slug in register.load().entries else slug
