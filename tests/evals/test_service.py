"""A running service is evaluated as the code is."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from socket import socket

import pytest

from evals import evaluation
from evals.answerers import Service
from evals.errors import EvaluationError
from evals.evaluation import Evaluated
from evals.measures import MEASURES
from evals.orders import Order
from tests.evals.samples import answer, topic


def order(folder: Path) -> Order:
    return Order(slices=("local",), runs=folder, jobs=3)


def test_a_service_fares_as_the_code_that_it_runs(address: str, asked: list[Evaluated], tmp_path: Path) -> None:
    served = evaluation.remote(order(tmp_path), address, lambda *_: None)
    assert {j.topic.id: j.verdict for j in served.judgements.judged} == {
        j.topic.id: j.verdict for j in asked[0].judgements.judged
    }
    assert set(MEASURES["verbatim"].of(served.judgements).values()) == {1.0}
    assert served.run.config.url == address
    assert served.run.config.corpus_version == asked[0].run.config.corpus_version


def test_what_hides_or_plants_documents_is_not_asked_of_a_service(address: str, tmp_path: Path) -> None:
    served = evaluation.remote(Order(slices=("planted", "short"), runs=tmp_path), address, lambda *_: None)
    assert {judged.topic.slice for judged in served.judgements.judged} == {"short"}


def test_a_follow_up_is_asked_in_the_thread_of_what_went_before(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[object] = []
    answered = Service._answer

    def watched(service: Service, body: dict[str, str]) -> object:
        threads.append(body["thread"])
        return answered(service, body)

    monkeypatch.setattr(Service, "_answer", watched)
    with closing(Service(address)) as service:
        service.ask(topic(thread=("How long does a school have?",), question="And a college?"))
    assert len(threads) == 2
    assert len(set(threads)) == 1


def test_a_citation_of_a_passage_that_is_not_there_is_not_verbatim(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Service, "_answer", lambda service, body: answer())
    with closing(Service(address)) as service:
        assert service.ask(topic()).verbatim == (True,)
        service._texts.clear()
        gone = answer()
        gone.citations[0].passage_id = "note/no-such-note"
        monkeypatch.setattr(Service, "_answer", lambda service, body: gone)
        assert service.ask(topic()).verbatim == (False,)


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address at which nobody listens."""
    with closing(socket()) as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"


def test_a_service_that_is_not_there_is_named_in_one_line(nobody: str, tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="ConnectError: no answer from there"):
        evaluation.remote(order(tmp_path), nobody, lambda *_: None)


@pytest.mark.parametrize("url", ["ftp://127.0.0.1", "127.0.0.1:8000", "http://", "http://[::1"])
def test_an_address_that_is_none_is_named_in_one_line(url: str, tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"no answer from there|no address"):
        evaluation.remote(order(tmp_path), url, lambda *_: None)


def test_an_address_of_something_else_is_named_with_what_it_says(address: str, tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="the service says 404"):
        evaluation.remote(order(tmp_path), f"{address}/elsewhere", lambda *_: None)
