"""A question with its answer is one passage, whatever the page did to it."""

import pytest

from corpus.passages import Passage
from corpus.sources import Kind
from tests.ingestion.samples_reader import quotes, sample


@pytest.fixture(scope="module")
def faq() -> dict[str, Passage]:
    return sample("faq.txt", Kind.FAQ)


def test_each_question_is_one_passage_after_the_introduction(faq: dict[str, Passage]) -> None:
    assert list(faq) == ["introduction", "1.1", "1.2", "1.3", "2.1", "2.2"]
    assert [p.label for p in faq.values()] == ["Introduction", "FAQ 1.1", "FAQ 1.2", "FAQ 1.3", "FAQ 2.1", "FAQ 2.2"]


def test_the_title_lines_head_the_introduction(faq: dict[str, Passage]) -> None:
    assert faq["introduction"].headings == ("A Guide to the Breakfast Club Scheme Common Questions Version 0.3",)


def test_a_question_of_several_sentences_and_lines_is_searched_and_heads_its_answer(faq: dict[str, Passage]) -> None:
    question = "Who can join? Does a brother or sister in another class have to sign up separately?"
    assert faq["1.1"].questions == (question,)
    assert faq["1.1"].headings == ("Joining a club and leaving it again", question)
    assert quotes(faq["1.1"])[0] == "Any pupil of the school can join."


def test_a_question_may_end_in_a_sentence_that_asks_nothing(faq: dict[str, Passage]) -> None:
    assert faq["1.2"].questions[0].endswith("three children can afford it.")
    assert quotes(faq["1.2"])[0] == "There is no charge."


def test_a_page_number_in_the_middle_of_a_sentence_is_dropped(faq: dict[str, Passage]) -> None:
    assert "every child on it attends the same school." in faq["1.1"].text
    assert quotes(faq["1.2"])[-1] == "We keep no list of who gives."


def test_a_number_that_begins_a_line_is_no_question(faq: dict[str, Passage]) -> None:
    assert "The club has spent £1.4 million since it began." in quotes(faq["1.2"])


def test_a_list_that_lost_its_bullets_is_tied_to_its_opening_words(faq: dict[str, Passage]) -> None:
    assert quotes(faq["1.3"]) == [
        "Two groups need the hall:",
        "the choir, which rehearses before lessons; and",
        "the chess team.",
    ]
    assert [unit.opening for unit in faq["1.3"].units] == [None, 0, 0]


def test_a_question_on_the_line_of_its_number_is_read(faq: dict[str, Passage]) -> None:
    assert faq["2.2"].questions == ("May I bring my own?",)


def test_a_hyphen_at_the_end_of_a_line_stays_unless_the_document_has_the_word_without(faq: dict[str, Passage]) -> None:
    assert quotes(faq["2.2"])[0] == "Yes, in a well-known or in a multi-agency lunch box."
