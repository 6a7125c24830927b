"""Failures as HTTP: one line for a person, never the text of an exception nor of a question."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from assistant.questions import UnusableQuestion
from ingestion.errors import IndexCorrupt, IndexMissing

_log = logging.getLogger(__name__)


def install(app: FastAPI) -> None:
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(UnusableQuestion, _unusable)
    app.add_exception_handler(IndexMissing, _no_index)
    app.add_exception_handler(IndexCorrupt, _no_index)


def _invalid(request: Request, error: Exception) -> JSONResponse:
    """Which field is at fault and why; FastAPI's own would send the question back, and into what keeps responses."""
    assert isinstance(error, RequestValidationError)
    faults = [{"loc": fault["loc"], "msg": fault["msg"], "type": fault["type"]} for fault in error.errors()]
    return JSONResponse({"detail": faults}, status_code=422)


def _unusable(request: Request, error: Exception) -> JSONResponse:
    place = ["query", "q"] if request.method == "GET" else ["body", "question"]
    return JSONResponse({"detail": [{"loc": place, "msg": str(error), "type": "unusable_question"}]}, status_code=422)


def _no_index(request: Request, error: Exception) -> JSONResponse:
    _log.error("no usable index: %s", error)
    return JSONResponse({"detail": "There is no usable index yet. Run: aln ingest"}, status_code=503)
