"""An outcome: what a system made of one topic, as every surface gives it."""

import json
from dataclasses import dataclass
from typing import Self

from assistant.wire import AnswerJson


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``asked`` is the digest of the topic's question and of what narrows it; ``verbatim`` says of each citation, in order, whether its quote stands in the passage when that is read again.

    ``timed`` is false where the question's vector was known already, so that the time is no asker's.
    """

    topic: str
    asked: str
    answer: AnswerJson
    verbatim: tuple[bool, ...] = ()
    timed: bool = True

    @property
    def ranking(self) -> tuple[str, ...]:
        """The ten best passages that the answer was looked for in, best first, as its receipt has them."""
        return tuple(self.answer.receipt.passages)

    def line(self) -> str:
        """As one line of JSON."""
        return json.dumps(
            {
                "topic": self.topic,
                "asked": self.asked,
                "answer": self.answer.model_dump(),
                "verbatim": self.verbatim,
                "timed": self.timed,
            },
            ensure_ascii=False,
        )

    @classmethod
    def read(cls, line: str) -> Self:
        """Raises ValueError for a line that is not whole."""
        table = json.loads(line)
        return cls(
            topic=table["topic"],
            asked=table["asked"],
            answer=AnswerJson.model_validate(table["answer"]),
            verbatim=tuple(table["verbatim"]),
            timed=table["timed"],
        )
