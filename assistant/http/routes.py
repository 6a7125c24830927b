"""The routes: each translates, calls the pipeline or the index, and translates back."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request

from assistant.http.requests import AskedJson
from assistant.pipeline import Pipeline
from assistant.questions import LIMIT, Question
from assistant.reading import reading
from assistant.searching import hits
from assistant.wire import AnswerJson
from assistant.wire_passages import PassageJson, SearchJson, SourceJson, SourcesJson

router = APIRouter()


def _pipeline(request: Request) -> Iterator[Pipeline]:
    with request.app.state.live.pipeline() as pipeline:
        yield pipeline


Ready = Annotated[Pipeline, Depends(_pipeline)]


@router.post("/v1/answer", summary="Answer a question with verified citations")
def answer(asked: AskedJson, pipeline: Ready) -> AnswerJson:
    return AnswerJson.of(pipeline.answer(asked.question_asked()))


@router.get("/v1/search", summary="Rank passages for a query")
def search(
    pipeline: Ready,
    q: Annotated[str, Query(min_length=1, max_length=LIMIT, examples=["who decides about a looked after child"])],
    depth: Annotated[int, Query(ge=1, le=100)] = 10,
) -> SearchJson:
    return hits(pipeline.retriever, Question(text=q), depth)


@router.get("/v1/sources", summary="What the index is made of")
def sources(pipeline: Ready) -> SourcesJson:
    held = pipeline.retriever.index.sources.values()
    known = pipeline.register
    return SourcesJson(
        sources=[SourceJson.of(source, passages, known.supersedes(source.id)) for source, passages in held]
    )


@router.get(
    "/v1/passages/{id:path}",
    summary="Read a passage in its context",
    responses={404: {"description": "No such passage"}},
)
def passage(id: str, pipeline: Ready, lang: Annotated[str, Query(pattern="^(en|cy)$")] = "en") -> PassageJson:
    found = reading(pipeline.retriever.index, pipeline.register, id, lang)
    if found is None:
        raise HTTPException(404, "There is no passage of that id.")
    return found


@router.get("/health/live", summary="Whether the process is up")
def health_live() -> dict[str, str]:
    return {"status": "live"}


@router.get(
    "/health/ready", summary="Whether questions can be answered", responses={503: {"description": "No usable index"}}
)
def health_ready(pipeline: Ready) -> dict[str, str]:
    return {"status": "ready", "corpus_version": pipeline.retriever.index.version}
