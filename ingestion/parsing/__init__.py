"""Parsing: a file's text to passages that follow the document's own structure."""

from collections.abc import Iterable

from corpus.passages import Passage
from corpus.sources import Kind, Source
from ingestion.parsing.code import as_provisions
from ingestion.parsing.faq import faq, is_faq
from ingestion.parsing.legislation import is_legislation, legislation
from ingestion.parsing.markdown import is_markdown, markdown
from ingestion.parsing.outline import is_outlined, outlined
from ingestion.parsing.passages import passages
from ingestion.parsing.plain import plain
from ingestion.parsing.sections import Section

__all__ = ["parse"]


def parse(text: str, source: Source, *, name: str = "") -> tuple[Passage, ...]:
    """The passages of ``text`` (as ``read_text`` gives it); ``name`` is the file's, to tell Markdown by its suffix."""
    sections = _sections(text, source, name)
    return tuple(passages(as_provisions(sections, source) if source.kind is Kind.CODE else sections, source))


def _sections(text: str, source: Source, name: str) -> Iterable[Section]:
    if is_legislation(text, source):
        return legislation(text, source)
    if is_markdown(text, name):
        return markdown(text)
    if is_faq(text):
        return faq(text, label="FAQ " if source.kind is Kind.FAQ else "")
    return outlined(text) if is_outlined(text) else plain(text)
