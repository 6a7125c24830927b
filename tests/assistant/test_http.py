import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from assistant.http.app import create_app
from assistant.settings import Settings
from ingestion.home import Home


@pytest.fixture(scope="session")
def client(real_home: Home) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(ALN_HOME=real_home.root))) as client:  # type: ignore[call-arg]
        yield client


@pytest.fixture
def empty(tmp_path: object) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(ALN_HOME=tmp_path))) as client:  # type: ignore[arg-type, call-arg]
        yield client


def test_an_answer_has_the_shape_that_others_rely_on(client: TestClient) -> None:
    body = client.post("/v1/answer", json={"question": "What does a DECLO do?", "thread": "t1"}).json()
    assert set(body) == {
        "id", "thread", "status", "language", "text", "sentences", "citations", "warnings",
        "choices", "deadline", "reviewed", "receipt",
    }  # fmt: skip
    assert body["thread"] == "t1"
    assert body["status"] == "answered"
    assert set(body["citations"][0]) == {
        "number", "passage_id", "source_id", "title", "label", "provisions", "authority", "read", "quote", "url",
        "published", "in_force_from", "superseded_by", "language",
    }  # fmt: skip
    assert set(body["sentences"][0]) == {"text", "citations", "force", "bearer"}


def test_search_ranks_passages(client: TestClient) -> None:
    body = client.get("/v1/search", params={"q": "time limit for an appeal", "depth": 3}).json()
    assert body["query"] == "time limit for an appeal"
    assert [hit["rank"] for hit in body["hits"]] == [1, 2, 3]
    assert "note/appeal-time-limit" in [hit["passage_id"] for hit in body["hits"]]


def test_sources_lists_what_is_held(client: TestClient) -> None:
    (note,) = client.get("/v1/sources").json()["sources"]
    assert (note["id"], note["kind"], note["language"]) == ("note", "note", "en")
    assert note["passages"] >= 40


def test_a_passage_is_read_in_its_context(client: TestClient) -> None:
    body = client.get("/v1/passages/note/school-time-to-decide").json()
    assert body["id"] == "note/school-time-to-decide"
    assert "35 school days" in body["text"]
    assert body["before"] or body["after"]


def test_a_unit_inside_a_passage_gives_its_container_with_an_anchor(client: TestClient) -> None:
    body = client.get("/v1/passages/note/school-time-to-decide/3/b").json()
    assert (body["id"], body["anchor"]) == ("note/school-time-to-decide", "note/school-time-to-decide/3/b")


@pytest.mark.parametrize("id_", ["note/no-such-note", "nothing", "..%2f..%2fetc%2fpasswd", "note/" + "x" * 5000])
def test_an_unknown_passage_is_not_found(client: TestClient, id_: str) -> None:
    response = client.get(f"/v1/passages/{quote(id_)}")
    assert response.status_code == 404
    assert response.json() == {"detail": "There is no passage of that id."}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "question"),
        ({"question": ""}, "question"),
        ({"question": "x" * 2001}, "question"),
        ({"question": "x" * 100_000}, "question"),
        ({"question": "\u200b\x00"}, "question"),
        ({"question": 7}, "question"),
        ({"question": "What is ALN?", "lang": "fr"}, "lang"),
        ({"question": "What is ALN?", "as_at": "yesterday"}, "as_at"),
        ({"question": "What is ALN?", "kinds": ["rumour"]}, "kinds"),
        ({"question": "What is ALN?", "colour": "red"}, "colour"),
    ],
)
def test_unusable_input_is_422_with_the_field_at_fault(client: TestClient, body: dict[str, object], field: str) -> None:
    response = client.post("/v1/answer", json=body)
    assert response.status_code == 422
    assert field in response.json()["detail"][0]["loc"]


def test_malformed_json_is_422_and_not_sent_back(client: TestClient) -> None:
    response = client.post("/v1/answer", content=b'{"question": "secret', headers={"Content-Type": "application/json"})
    assert response.status_code == 422
    assert "secret" not in response.text


@pytest.mark.parametrize("query", ["", "?q=", "?q=x&depth=0", "?q=x&depth=1000", "?q=%00"])
def test_an_unusable_search_is_422(client: TestClient, query: str) -> None:
    assert client.get(f"/v1/search{query}").status_code == 422


def test_without_an_index_it_lives_but_is_not_ready(empty: TestClient) -> None:
    assert empty.get("/health/live").json() == {"status": "live"}
    assert empty.get("/health/ready").status_code == 503
    response = empty.post("/v1/answer", json={"question": "What is ALN?"})
    assert response.status_code == 503
    assert "aln ingest" in response.json()["detail"]


def test_ready_names_the_corpus_version(client: TestClient, real_home: Home) -> None:
    version = real_home.current.read_text("utf-8").strip()
    assert client.get("/health/ready").json() == {"status": "ready", "corpus_version": version}


def test_openapi_describes_every_route_with_an_example_question(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert {"/v1/answer", "/v1/search", "/v1/sources", "/v1/passages/{id}", "/health/live", "/health/ready"} <= set(
        described["paths"]
    )
    assert "examples" in json.dumps(described["components"]["schemas"]["AskedJson"])


def test_every_response_forbids_what_the_page_does_not_need(client: TestClient) -> None:
    assert "default-src 'self'" in client.get("/").headers["Content-Security-Policy"]
    assert client.get("/v1/sources").headers["X-Content-Type-Options"] == "nosniff"
