"""Answerers: where a topic is asked: a pipeline in this process, or a running service over HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import uuid4

from assistant.pipeline import Pipeline
from assistant.questions import Question
from assistant.wire import AnswerJson
from evals.errors import EvaluationError
from evals.outcomes import Outcome
from evals.topics import Topic

_TIMEOUT = 60.0


class Answerer(Protocol):
    def ask(self, topic: Topic) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Local:
    """A pipeline of this process. The topic's language is not told: to find it out is part of the task."""

    pipeline: Pipeline
    timed: bool = True

    def ask(self, topic: Topic) -> Outcome:
        thread = uuid4().hex
        for earlier in topic.thread:
            self.pipeline.answer(Question(text=earlier, thread=thread))
        question = Question(text=topic.question, as_at=topic.as_at, area=topic.area, thread=thread)
        answer = AnswerJson.of(self.pipeline.answer(question, topic.without))
        index = self.pipeline.retriever.index
        held = [(c.quote, index.passage(c.passage_id)) for c in answer.citations]
        return Outcome(
            topic=topic.id,
            answer=answer,
            verbatim=tuple(passage is not None and quote in passage.text for quote, passage in held),
            timed=self.timed,
        )


@dataclass(slots=True)
class Service:
    """A running service, asked as any client asks it. Raises EvaluationError in one line when it does not answer."""

    url: str
    _client: Any = field(init=False)
    _texts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        import httpx

        self._client = httpx.Client(base_url=self.url.rstrip("/"), timeout=_TIMEOUT)

    def ask(self, topic: Topic) -> Outcome:
        thread = uuid4().hex
        for earlier in topic.thread:
            self._answer({"question": earlier, "thread": thread})
        body = {"question": topic.question, "area": topic.area, "as_at": topic.as_at and topic.as_at.isoformat()}
        answer = self._answer({**{key: value for key, value in body.items() if value}, "thread": thread})
        return Outcome(
            topic=topic.id,
            answer=answer,
            verbatim=tuple(citation.quote in self._text(citation.passage_id) for citation in answer.citations),
        )

    def version(self) -> str:
        """The version of the corpus that the service answers from."""
        return str(self._get("/health/ready")["corpus_version"])

    def close(self) -> None:
        self._client.close()

    def _answer(self, body: Mapping[str, str]) -> AnswerJson:
        return AnswerJson.model_validate(self._call("POST", "/v1/answer", json=body))

    def _text(self, passage_id: str) -> str:
        if passage_id not in self._texts:
            self._texts[passage_id] = self._get(f"/v1/passages/{passage_id}")["text"]
        return self._texts[passage_id]

    def _get(self, path: str) -> Any:
        return self._call("GET", path)

    def _call(self, method: str, path: str, **what: Any) -> Any:
        import httpx

        try:
            response = self._client.request(method, path, **what)
            response.raise_for_status()
            return response.json()
        except httpx.HTTPStatusError as error:
            raise EvaluationError(f"{self.url}{path}: the service says {error.response.status_code}") from None
        except (httpx.HTTPError, ValueError) as error:
            raise EvaluationError(f"{self.url}{path}: {type(error).__name__}: no answer from there") from None
