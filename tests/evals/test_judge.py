"""The judge, with a chat model behind a real loopback server that speaks OpenAI's protocol."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from assistant.answers import Status
from evals import judge
from evals.errors import EvaluationError
from evals.judge import Opinion
from evals.settings import JudgeSettings
from tests.evals.samples import answer, judgements, outcome, topic

YES = '{"supported": true, "complete": true}'


class ChatServer(ThreadingHTTPServer):
    """Replies to each chat completion with the next of ``replies``; an empty one is a failure of the model."""

    replies: list[str]
    prompts: list[str]


class Handler(BaseHTTPRequestHandler):
    server: ChatServer

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.prompts.append(asked["messages"][-1]["content"])
        reply = self.server.replies[(len(self.server.prompts) - 1) % len(self.server.replies)]
        message = {"role": "assistant", "content": reply}
        body = {
            "id": "x",
            "object": "chat.completion",
            "created": 0,
            "model": "m",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        }
        self.send_response(200 if reply else 400)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    with ChatServer(("127.0.0.1", 0), Handler) as server:
        server.replies, server.prompts = [YES], []
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        monkeypatch.setenv("ALN_CHAT_MODEL", "openai:local")
        monkeypatch.setenv("ALN_CHAT_BASE_URL", f"http://127.0.0.1:{server.server_port}/v1")
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "opinions.jsonl"


def given(*replies: str, server: ChatServer, kept: Path, times: int = 3) -> list[judge.Opinions]:
    server.replies = list(replies)
    ask = judge.chat(JudgeSettings.read())
    asked = judgements((topic(), outcome()), (topic(id="T2"), outcome(answer(status=Status.UNSUPPORTED), "T2")))
    return judge.opinions(asked, ask, times, kept)


def test_each_answer_is_judged_as_often_as_asked_and_shown_with_its_quotes_and_facts(
    server: ChatServer, kept: Path
) -> None:
    opinions = given(YES, server=server, kept=kept)
    assert opinions[0].supported == (Opinion.YES,) * 3
    assert len(server.prompts) == 3
    assert "35 school days" in server.prompts[0]
    assert "How long does a school have?" in server.prompts[0]


def test_a_refusal_is_a_class_of_its_own_and_is_not_shown_to_the_model(server: ChatServer, kept: Path) -> None:
    opinions = given(YES, server=server, kept=kept, times=1)
    assert opinions[1].supported == (Opinion.REFUSAL,)
    assert len(server.prompts) == 1
    assert "1 refusals, not judged" in judge.printed(opinions)


def test_agreement_with_itself_and_with_the_measures_is_reported(server: ChatServer, kept: Path) -> None:
    wavering = given(
        YES,
        '{"supported": true, "complete": false}',
        '{"supported": true, "complete": false}',
        server=server,
        kept=kept,
    )
    supported, complete = judge.agreement(wavering)
    assert (supported.unanimous, supported.agreement, supported.topics) == (1.0, 1.0, 1)
    assert (complete.unanimous, complete.agreement, complete.yes) == (0.0, 0.0, 0.0)


def test_what_was_judged_before_is_not_asked_again(server: ChatServer, kept: Path) -> None:
    first = given(YES, server=server, kept=kept)
    assert given(YES, server=server, kept=kept) == first
    assert len(server.prompts) == 3


def test_a_tie_and_an_unreadable_majority_are_no_opinion(server: ChatServer, kept: Path) -> None:
    tied = given(YES, '{"supported": false, "complete": false}', server=server, kept=kept, times=2)
    supported, complete = judge.agreement(tied)
    assert (supported.topics, supported.unclear) == (complete.topics, complete.unclear) == (0, 1)
    assert "1" in judge.printed(tied)


@pytest.mark.parametrize("reply", ["I think so.", '{"supported": "yes", "complete": 1}', "{broken", "[]"])
def test_a_reply_that_is_none_is_unreadable_and_not_a_verdict(server: ChatServer, kept: Path, reply: str) -> None:
    assert given(reply, server=server, kept=kept, times=1)[0].complete == (Opinion.UNREADABLE,)


def test_a_model_that_fails_is_named_without_the_prompt(server: ChatServer, kept: Path) -> None:
    with pytest.raises(EvaluationError, match=r"^the chat model failed on T1: \w+$") as error:
        given("", server=server, kept=kept)
    assert "35 school days" not in str(error.value)


def test_personal_data_are_not_sent(server: ChatServer, kept: Path) -> None:
    held = topic(private=("Angharad Wynstay",))
    assert judge.opinions(judgements((held, outcome())), judge.chat(JudgeSettings.read()), 1, kept) == []
    assert server.prompts == []


@pytest.mark.parametrize(
    ("model", "complaint"), [(None, "set ALN_CHAT_MODEL"), ("nobody:x", "ALN_CHAT_MODEL=nobody:x")]
)
def test_a_model_that_is_none_is_named(model: str | None, complaint: str) -> None:
    with pytest.raises(EvaluationError, match=complaint):
        judge.chat(JudgeSettings(chat_model=model))
