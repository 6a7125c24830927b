"""Markdown is divided by its headings, and its marks are not quoted."""

import pytest

from corpus.passages import Passage
from corpus.sources import Kind
from ingestion.parsing import parse
from tests.ingestion.samples_reader import quotes, sample, source


@pytest.fixture(scope="module")
def guide() -> dict[str, Passage]:
    return sample("guide.md", Kind.LOCAL_GUIDANCE)


def test_each_heading_with_text_is_a_passage_under_its_path(guide: dict[str, Passage]) -> None:
    assert {path: p.headings for path, p in guide.items()} == {
        "beekeeping": ("Beekeeping",),
        "hives": ("Beekeeping", "Hives"),
        "when-do-bees-swarm": ("Beekeeping", "Hives", "When do bees swarm?"),
        "moving": ("Beekeeping", "Moving"),
    }


def test_front_matter_comments_links_and_emphasis_leave_only_their_words(guide: dict[str, Passage]) -> None:
    assert quotes(guide["beekeeping"]) == ["Bees need flowers and water."]


def test_lists_tables_and_code_are_kept_as_text(guide: dict[str, Passage]) -> None:
    assert quotes(guide["hives"]) == [
        "Buy these:",
        "a hive of wood",
        "a smoker",
        "Part | Price",
        "lid | £5",
        "# not a heading",
        "keep(bees)",
    ]


def test_a_heading_that_asks_is_a_question(guide: dict[str, Passage]) -> None:
    assert guide["when-do-bees-swarm"].questions == ("When do bees swarm?",)


def test_a_numbered_paragraph_is_a_passage_of_its_own() -> None:
    text = "# Rules\n\n## Doors\n\n1.1 Shut them.\n\n1.2 Lock them.\n"
    passages = parse(text, source(Kind.GUIDANCE), name="rules.md")
    assert [(p.label, p.text) for p in passages] == [("1.1", "Shut them."), ("1.2", "Lock them.")]
