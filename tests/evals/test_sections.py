"""Whether each section is found is measured in sections, by number, heading and paraphrase."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.retrieval import Retriever
from evals import sections
from ingestion.describing import Description
from ingestion.home import Home
from ingestion.index import Index
from ingestion.ingest import add, build
from tests.fakes import HashingEmbedder

ACT = Path(__file__).parent.parent / "assistant" / "samples" / "anaw-2018-2.en.md"


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory, embedder: HashingEmbedder) -> Iterator[Retriever]:
    home = Home(tmp_path_factory.mktemp("sections"))
    add(home, ACT, Description())
    build(home, embedder, lambda phase, done, total: None)
    with Index.live(home) as index:
        yield bootstrap.over(index, embedder).retriever


def test_a_section_is_first_by_its_number_and_by_its_heading(retriever: Retriever) -> None:
    by_number, _, by_heading, *_ = sections.found(retriever)
    assert by_number.ranks == dict.fromkeys(by_number.ranks, 1)
    assert by_heading.ranks == dict.fromkeys(by_number.ranks, 1)
    assert {"11", "20"} <= set(by_number.ranks)


def test_a_section_below_the_tenth_is_named_as_not_found() -> None:
    row = sections.Found(by="heading", among="all", ranks={"1": 1, "2": None, "3": 7})
    assert row.printed.split() == ["heading", "all", "3", "1", "1", "2", "2"]


def test_every_section_of_the_act_has_its_paraphrase() -> None:
    given = [json.loads(line)["section"] for line in sections.PARAPHRASES.read_text("utf-8").splitlines()]
    assert given == [str(number) for number in range(1, 102)]
