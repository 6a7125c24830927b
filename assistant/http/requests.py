"""What the service accepts, field by field."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from assistant.questions import LIMIT, Question
from corpus.sources import Kind

_EXAMPLE: JsonDict = {"question": "How long does a school have to decide whether a pupil has ALN?", "lang": "en"}


class AskedJson(BaseModel):
    """The body of `POST /v1/answer`."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    question: Annotated[str, Field(min_length=1, max_length=LIMIT)]
    lang: Literal["en", "cy"] | None = None
    as_at: date | None = None
    area: Annotated[str, Field(max_length=60)] | None = None
    kinds: Annotated[list[Kind], Field(min_length=1)] | None = None
    thread: Annotated[str, Field(min_length=1, max_length=64)] | None = None

    def question_asked(self) -> Question:
        kinds = frozenset(self.kinds) if self.kinds else None
        asked = Question(text=self.question, lang=self.lang, as_at=self.as_at, area=self.area, kinds=kinds)
        return asked if self.thread is None else asked.in_thread(self.thread)
