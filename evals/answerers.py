"""Answerers: where a topic is asked: a pipeline in this process, or a running service over HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from assistant.pipeline import Pipeline
from assistant.questions import Question
from assistant.wire import AnswerJson
from evals.errors import EvaluationError
from evals.outcomes import Outcome
from evals.topics import Topic

if TYPE_CHECKING:
    import httpx

_TIMEOUT = 60.0


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
            asked=topic.asked,
            answer=answer,
            verbatim=tuple(passage is not None and quote in passage.text for quote, passage in held),
            timed=self.timed,
        )


class Service:
    """A running service, asked as any client asks it. Raises EvaluationError in one line when it does not answer.

    ``timed``: false when several questions are under way at once, so that they wait for each other.
    """

    def __init__(self, url: str, timed: bool = True) -> None:
        import httpx

        self._url, self._timed = url.rstrip("/"), timed
        self._texts: dict[str, str] = {}
        try:
            self._client = httpx.Client(base_url=self._url, timeout=_TIMEOUT, transport=httpx.HTTPTransport(retries=1))
        except httpx.InvalidURL:
            raise EvaluationError(f"{url}: is no address of a service") from None

    def ask(self, topic: Topic) -> Outcome:
        thread = uuid4().hex
        for earlier in topic.thread:
            self._answer({"question": earlier, "thread": thread})
        body = {"question": topic.question, "area": topic.area, "as_at": topic.as_at and topic.as_at.isoformat()}
        answer = self._answer({**{key: value for key, value in body.items() if value}, "thread": thread})
        return Outcome(
            topic=topic.id,
            asked=topic.asked,
            answer=answer,
            verbatim=tuple(citation.quote in self._text(citation.passage_id) for citation in answer.citations),
            timed=self._timed,
        )

    def version(self) -> str:
        """The version of the corpus that the service answers from."""
        return str(self._read(self._call("GET", "/health/ready"), "corpus_version"))

    def close(self) -> None:
        self._client.close()

    def _answer(self, body: Mapping[str, str]) -> AnswerJson:
        try:
            return AnswerJson.model_validate(self._call("POST", "/v1/answer", json=body).json())
        except ValueError:  # pydantic's and json's alike
            raise EvaluationError(f"{self._url}: its answers are not of our form") from None

    def _text(self, passage_id: str) -> str:
        """The passage's text; empty, in which no quote stands, when the service knows no such passage."""
        if passage_id not in self._texts:
            response = self._call("GET", f"/v1/passages/{passage_id}", missing=404)
            self._texts[passage_id] = str(self._read(response, "text")) if response.status_code != 404 else ""
        return self._texts[passage_id]

    def _read(self, response: "httpx.Response", key: str) -> object:
        try:
            return response.json()[key]
        except (ValueError, KeyError, TypeError):
            raise EvaluationError(f"{self._url}: its answers are not of our form") from None

    def _call(self, method: str, path: str, missing: int = 0, **what: Any) -> "httpx.Response":
        import httpx

        try:
            response = self._client.request(method, path, **what)
        except httpx.HTTPError as error:
            raise EvaluationError(f"{self._url}{path}: {type(error).__name__}: no answer from there") from None
        if not response.is_success and response.status_code != missing:
            raise EvaluationError(f"{self._url}{path}: the service says {response.status_code}")
        return response
