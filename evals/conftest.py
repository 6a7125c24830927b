"""`pytest evals/`: each topic is a test, for people who live there.

A topic fails when its verdict is worse than the one kept in ``expected.yaml``; one that is not right, but no worse than
kept, is an expected failure with its reasons.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from evals import sets, systems
from evals.answerers import Local
from evals.expected import Expected
from evals.reports.junit import worse
from evals.systems import Remembering
from evals.topics import Topic, load
from evals.verdicts import Judged, Verdict, judge

_STACK = pytest.StashKey[ExitStack]()
_ASKERS = pytest.StashKey[dict[bool, Local]]()


class Worse(Exception):
    """A topic fares worse than it did when the scores were kept."""


class TopicFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        expected = Expected.read()
        for topic in load(self.path):
            yield TopicItem.from_parent(self, name=f"{topic.id}-{topic.slice}", topic=topic, expected=expected)


class TopicItem(pytest.Item):
    def __init__(self, *, topic: Topic, expected: Expected, name: str, parent: pytest.Collector) -> None:
        super().__init__(name, parent)
        self.topic, self.expected = topic, expected

    def runtest(self) -> None:
        judged = judge(self.topic, _asker(self.session, self.topic.slice == "planted").ask(self.topic))
        if worse(judged, self.expected.verdict(self.topic.id)):
            raise Worse(_told(judged))
        if judged.verdict is not Verdict.RIGHT:
            pytest.xfail(_told(judged))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        told = isinstance(excinfo.value, (Worse, pytest.xfail.Exception))
        return str(excinfo.value) if told else str(excinfo.getrepr())

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.topic.id}: {self.topic.question}"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> TopicFile | None:
    return TopicFile.from_parent(parent, path=file_path) if file_path in sets.files() else None


def pytest_sessionfinish(session: pytest.Session) -> None:
    session.stash.get(_STACK, ExitStack()).close()


def _asker(session: pytest.Session, planted: bool) -> Local:
    """Over the shipped corpus, or over it and the planted documents; made once, when first needed."""
    stack = session.stash.setdefault(_STACK, ExitStack())
    askers = session.stash.setdefault(_ASKERS, {})
    if planted not in askers:
        embedder = Remembering(systems.embedder())
        documents = systems.PLANTED if planted else None
        index = stack.enter_context(systems.index(embedder, lambda *_: None, documents))
        askers[planted] = Local(systems.pipeline(index, embedder))
    return askers[planted]


def _told(judged: Judged) -> str:
    reasons = "; ".join(judged.reasons)
    return f"{judged.topic.id} is {judged.verdict}: {reasons}\n  asked:    {judged.topic.question}\n  answered: {judged.answer.text}"
