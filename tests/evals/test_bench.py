"""The parts of the benchmark; how fast they are is the benchmark's own business."""

from pathlib import Path

import pytest

from corpus import notes
from corpus.sources import Kind, Source
from evals.bench import clients, corpora, quality, reading
from evals.bench.figures import Figures, Latency, Quality, printed
from evals.bench.tutorial import Chain, Found
from evals.topics import load
from ingestion.home import Home
from ingestion.parsing import parse
from ingestion.parsing.text import read_text
from tests.evals.samples import PASSAGE, topic
from tests.fakes import HashingEmbedder

ENGLISH = [note.passage for note in notes.load() if note.language == "en"]
LATENCY = Latency(p50=1.0, p95=2.0, p99=3.0)


def test_synthetic_documents_give_as_many_passages_as_the_scale_asks_for(tmp_path: Path) -> None:
    files = corpora.documents(3, tmp_path)
    source = Source(id="made-up", title="Made up", kind=Kind.LOCAL_GUIDANCE)
    passages = [passage for file in files for passage in parse(read_text(file), source, name=file.name)]
    assert len(passages) == 2 * len(ENGLISH)


def test_the_same_documents_are_made_each_time_and_none_for_the_corpus_itself(tmp_path: Path) -> None:
    first, again = (tmp_path / name for name in ("first", "again"))
    for folder in (first, again):
        folder.mkdir()
        corpora.documents(2, folder)
    assert {f.name: f.read_bytes() for f in first.iterdir()} == {f.name: f.read_bytes() for f in again.iterdir()}
    assert corpora.documents(1, tmp_path) == []


def test_facts_count_only_within_the_characters_allowed() -> None:
    far = [Found("x", "y" * 2000), Found("school-time-to-decide", PASSAGE.text)]
    measured = quality.measured(lambda question: far, [topic()], [PASSAGE], 1.0)
    assert (measured.facts_1000, measured.facts_4000, measured.rr_10) == (0.0, 1.0, 0.5)


def test_the_tutorial_chain_finds_pieces_of_files(tmp_path: Path) -> None:
    files = sorted((notes.NOTES / "en").glob("*.md"))[:5]
    found = Chain(files, HashingEmbedder(), tmp_path).search("disagreement")
    assert {piece.file for piece in found} <= {file.stem for file in files}
    assert all(len(piece.text) <= 1000 for piece in found)


def test_clients_ask_every_question_once_and_count_what_failed(address: str) -> None:
    questions = [topic.question for topic in load()[:5]]
    served, lost = clients.load(address, [*questions, ""], 2), clients.load("http://127.0.0.1:1", questions, 2)
    assert (served.questions, served.failed) == (6, 1)
    assert (lost.failed, lost.per_second) == (5, 0.0)


def test_a_service_in_a_process_of_its_own_answers_and_takes_memory(real_home: Home) -> None:
    with clients.running(real_home) as service:
        assert clients.load(service.url, ["What is an IDP?"], 1).failed == 0
        assert service.memory_mib > 50


@pytest.mark.parametrize("times", [1, 10])
def test_figures_are_printed_with_ratios(times: int) -> None:
    ours = Quality(ndcg_10=0.8, rr_10=0.9, facts_1000=0.5, facts_4000=0.9, index_s=2.0, query=LATENCY)
    theirs = Quality(ndcg_10=0.4, rr_10=0.9, facts_1000=0.0, facts_4000=0.9, index_s=1.0, query=LATENCY)
    figures = Figures(
        scale=times, passages=98, texts=1, ingest_s=1, passages_per_s=1, texts_per_s=1, again_s=0, index_mib=1,
        warm=LATENCY, steps_p50_ms={"screen": 0.1}, cold_ask_s=1, memory_mib=1, ours=ours, tutorial=theirs,
    )  # fmt: skip
    assert figures.ratios["ndcg_10"] == 2.0
    assert "facts_1000" not in figures.ratios
    assert f"{times}×: retrieval" in printed([figures])


def test_reading_a_document_is_measured_in_a_process_of_its_own() -> None:
    measured = reading.measure(Path(__file__).parent.parent / "ingestion" / "samples" / "clml" / "asc-2099-7.xml")
    assert measured.passages == 25
    assert measured.peak >= measured.before > 0


def test_a_document_that_cannot_be_read_is_told_in_one_line() -> None:
    bad = Path(__file__).parent.parent / "ingestion" / "samples" / "clml" / "bad" / "bomb.xml"
    with pytest.raises(ValueError, match="declares a document type"):
        reading.measure(bad)
