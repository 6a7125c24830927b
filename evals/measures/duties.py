"""Force and bearer: whether a sentence that says what was asked carries the duty's force, and whose it is.

Over the topics of which a vital fact is said and the provision's own force and bearer are known. Duty and power, and who has them, are
told apart after Hohfeld, "Some Fundamental Legal Conceptions as Applied in Judicial Reasoning" (Yale Law Journal 1913).
"""

from collections.abc import Sequence

from assistant.wire import SentenceJson
from evals import matching
from evals.measures.measure import per_topic
from evals.topics import Duty
from evals.verdicts import Judged


def _sentences(judged: Judged) -> Sequence[SentenceJson]:
    """Those that say a vital fact."""
    if not judged.topic.answerable:
        return []
    return [s for s in judged.answer.sentences if any(matching.strict(n, s.text) for n in judged.topic.vital)]


def _share(kept: Sequence[bool]) -> float | None:
    return sum(kept) / len(kept) if kept else None


def _force(judged: Judged) -> float | None:
    said = {s.force for s in _sentences(judged)}
    return _share([duty.force in said for duty in judged.topic.duties if said])


def _bearer(judged: Judged) -> float | None:
    said = {(s.force, s.bearer) for s in _sentences(judged)}
    return _share([_pair(duty) in said for duty in judged.topic.duties if said and duty.bearer])


def _pair(duty: Duty) -> tuple[str, str | None]:
    return duty.force, duty.bearer


MEASURES = (per_topic("force", _force), per_topic("bearer", _bearer))
