"""What is too long for one passage is cut where the document allows it."""

import subprocess
import sys

from corpus.sources import Kind
from ingestion.parsing import parse
from ingestion.parsing.splitting import LIMIT
from tests.ingestion.samples_reader import quotes, source

SENTENCE = "The council keeps under review, e.g. each year, what it has done for the s. 9 arrangements of its area. "
ITEM = "- The duty to keep a list of all of the ponds that lie within the area, and to publish it. \n"


def test_a_long_paragraph_is_cut_at_ends_of_sentences_with_headings_and_label_kept() -> None:
    passages = parse(f"Ponds\n\n{SENTENCE * 30}\n", source(Kind.GUIDANCE))
    assert [p.id for p in passages] == ["sample/paragraph-1", "sample/paragraph-1~2", "sample/paragraph-1~3"]
    assert {(p.label, p.headings) for p in passages} == {("paragraph 1", ("Ponds",))}
    assert max(len(p.text) for p in passages) <= LIMIT
    assert {quote for p in passages for quote in quotes(p)} == {SENTENCE.strip()}


def test_each_part_knows_its_own_place_in_the_source() -> None:
    text = f"Ponds\n\n{SENTENCE * 30}\n"
    passages = parse(text, source(Kind.GUIDANCE))
    assert [p.span.of(text) for p in passages] == [p.text for p in passages]


def test_a_long_list_is_cut_between_bullets_and_keeps_its_opening_words_in_the_headings() -> None:
    text = f"1.1 It began. These are the duties:\n{ITEM * 20}\n1.2 The end has come.\n"
    first, second, last = parse(text, source(Kind.LOCAL_GUIDANCE))
    assert (first.id, second.id, last.id) == ("sample/1.1", "sample/1.1~2", "sample/1.2")
    assert first.units[2].opening == 1
    assert second.headings == ("These are the duties:",)
    assert second.units[0].opening is None


def test_a_word_longer_than_a_passage_is_cut() -> None:
    assert [len(p.text) for p in parse("x" * 3000, source(Kind.GUIDANCE))] == [1200, 1200, 600]


def test_a_document_of_short_sections_does_not_pay_for_the_import_of_langchain() -> None:
    code = (
        "import sys; from corpus.sources import Kind, Source; from ingestion.parsing import parse;"
        "parse('One.', Source(id='a', title='A', kind=Kind.FAQ)); print('langchain_text_splitters' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
