"""Whatever the text, parsing gives sound passages and never fails."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.passages import Passage
from corpus.sources import Kind, Source
from ingestion.parsing import parse
from ingestion.parsing.splitting import LIMIT
from ingestion.parsing.text import normalise

_PIECES = [
    *("\n", "\n\n", "6.3", "6.3 ", "6 Health\n", "1. ", "2. ", "a) ", "(a) ", "(i) ", "(ia) ", "(9A) ", "- ", "• "),
    *("- (1) ", "- (a) ", "- (i) ", "##### 11\n", "###### 2A\n", "#### Heading\n", "### CHAPTER 1 — X\n"),
    *("## PART 2\n", "## SCHEDULE 1 — Y\n", "> ", "> > ", "—", ":", ";", ". ", "? ", "“", "”", "*term*", "[^f1]"),
    *("[^f1]: note\n", "| a | b |\n", "|---|---|\n", "```\n", "---\n", "===\n", "\t", "<!--", "-->", "[a](b)", "20\n"),
    *("Is it so?", "It is so.", "word ", "Some longer words stand here ", "1.1 Why?\nBecause.\n", "multi-\nagency"),
]
TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=60).map("".join).map(normalise)
KINDS = st.sampled_from(list(Kind))
NAMES = st.sampled_from(["a.md", "a.txt", ""])


def parsed(text: str, kind: Kind, name: str) -> tuple[Passage, ...]:
    return parse(text, Source(id="sample", title="A sample", kind=kind), name=name)


@settings(max_examples=300, deadline=None)
@given(TEXTS, KINDS, NAMES)
def test_ids_differ_and_places_follow_each_other_inside_the_text(text: str, kind: Kind, name: str) -> None:
    passages = parsed(text, kind, name)
    assert len({p.id.lower() for p in passages}) == len(passages)
    assert sorted(p.span.start for p in passages) == [p.span.start for p in passages]
    assert all(p.span.start < p.span.end <= len(text) for p in passages)


@settings(max_examples=300, deadline=None)
@given(TEXTS, KINDS, NAMES)
@example("[^f1]\n[^f1]", Kind.GUIDANCE, "a.md")
def test_units_follow_each_other_and_are_never_broken_over_lines(text: str, kind: Kind, name: str) -> None:
    passages = parsed(text, kind, name)
    quotes = [unit.span.of(p.text) for p in passages for unit in p.units]
    edges = [[edge for unit in p.units for edge in (unit.span.start, unit.span.end)] for p in passages]
    assert edges == [sorted(each) for each in edges]
    assert not [quote for quote in quotes if "\n" in quote or quote != quote.strip()]
    assert all(p.units and len(p.text) <= LIMIT + 10 for p in passages)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,9}( [a-z]{2,9}){6,12}\.", fullmatch=True), min_size=1, max_size=40))
def test_no_word_of_plain_text_is_lost(sentences: list[str]) -> None:
    text = "\n\n".join(sentences)
    passages = parsed(text, Kind.GUIDANCE, "a.txt")
    assert re.findall(r"\w+", " ".join(p.text for p in passages)) == re.findall(r"\w+", text)
