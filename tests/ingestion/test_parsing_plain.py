"""Documents without numbers are divided into paragraphs, under their headings or the words that open a list."""

import pytest

from corpus.passages import Passage
from corpus.sources import Kind
from ingestion.parsing import parse
from tests.ingestion.samples_reader import quotes, sample, source


@pytest.fixture(scope="module")
def minutes() -> dict[str, Passage]:
    return sample("questions.txt", Kind.MINUTES)


def test_paragraphs_are_numbered_under_the_agenda_items_title(minutes: dict[str, Passage]) -> None:
    assert list(minutes) == [f"paragraph-{number}" for number in range(1, 8)]
    assert minutes["paragraph-1"].label == "paragraph 1"
    assert minutes["paragraph-1"].headings == ("THE SWIMMING POOL (SUMMER OPENING)",)


def test_a_short_list_stays_with_its_opening_words(minutes: dict[str, Passage]) -> None:
    aims = minutes["paragraph-2"]
    assert quotes(aims) == ["Two aims were set:-", "warmer water;", "longer hours."]
    assert [unit.opening for unit in aims.units] == [None, 0, 0]


def test_each_item_of_a_long_list_is_a_passage_under_its_opening_words(minutes: dict[str, Passage]) -> None:
    item = minutes["paragraph-4"]
    assert item.headings == ("THE SWIMMING POOL (SUMMER OPENING)", "The following points were raised")
    assert item.text.startswith("• Concern was expressed")
    assert quotes(item)[0].startswith("Concern was expressed")


def test_wrapped_paragraphs_end_at_a_short_line_with_a_full_stop() -> None:
    statement = sample("statement.txt", Kind.STATEMENT)
    assert [len(quotes(p)) for p in statement.values()] == [2, 2, 1]
    assert quotes(statement["paragraph-1"])[1].endswith("than in any year since we began to count.")


def test_a_line_alone_heads_what_follows_it() -> None:
    text = "Opening hours\n\nWe open at nine.\n\nPrices\n\nEntry is free.\n"
    assert [p.headings for p in parse(text, source(Kind.GUIDANCE))] == [("Opening hours",), ("Prices",)]


def test_rows_of_a_table_are_kept_as_text() -> None:
    text = "Fees\n\nAge\tFee\nunder 5\tnone\nover 5\t£2\n"
    assert [p.text for p in parse(text, source(Kind.GUIDANCE))] == ["Age Fee\nunder 5 none\nover 5 £2"]
