"""Parsing: a file's text to passages that follow the document's own structure."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.passages import Passage
from corpus.sources import Kind, Source
from ingestion.parsing.code import as_provisions
from ingestion.parsing.faq import faq, is_faq
from ingestion.parsing.law.instrument import Instrument
from ingestion.parsing.law.markdown import instrument as markdown_instrument
from ingestion.parsing.law.markdown import is_markdown_law
from ingestion.parsing.law.sections import sections as law_sections
from ingestion.parsing.markdown import is_markdown, markdown
from ingestion.parsing.outline import is_outlined, outlined
from ingestion.parsing.passages import passages
from ingestion.parsing.plain import plain
from ingestion.parsing.sections import Section
from ingestion.parsing.text import is_xml

__all__ = ["Parsed", "instrument_of", "parse", "read"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The passages of a document, and what whoever ingests it should know of how it was read."""

    passages: tuple[Passage, ...]
    warnings: tuple[str, ...] = ()


def parse(text: str, source: Source, *, name: str = "") -> tuple[Passage, ...]:
    """The passages of ``text`` (as ``read_text`` gives it); ``name`` is the file's, to tell Markdown by its suffix."""
    return read(text, source, name=name).passages


def read(text: str, source: Source, *, name: str = "") -> Parsed:
    """The passages, with warnings. Raises ParseError for what claims to be XML and cannot be read as legislation."""
    instrument = instrument_of(text, source, name=name)
    if instrument:
        made = tuple(passages(law_sections(instrument), source))
        return Parsed(made, tuple(instrument.warnings))
    sections = _sections(text, source, name)
    return Parsed(tuple(passages(as_provisions(sections, source) if source.kind is Kind.CODE else sections, source)))


def instrument_of(text: str, source: Source, *, name: str = "") -> Instrument | None:
    """The instrument that a text of legislation is, in CLML or Markdown; None for any other document."""
    if is_xml(text, name):
        from ingestion.parsing.law import clml

        return clml.instrument(text, source)
    return markdown_instrument(text, source) if is_markdown_law(text, source) else None


def _sections(text: str, source: Source, name: str) -> Iterable[Section]:
    if is_markdown(text, name):
        return markdown(text)
    if is_faq(text):
        return faq(text, label="FAQ " if source.kind is Kind.FAQ else "")
    return outlined(text) if is_outlined(text) else plain(text)
