"""Force and bearer: whether a sentence that says what was asked carries the duty's force, and whose it is.

Over the answered topics for which the provision's own force and bearer are known. Duty and power, and who has them, are
told apart after Hohfeld, "Some Fundamental Legal Conceptions as Applied in Judicial Reasoning" (Yale Law Journal 1913).
"""

from collections.abc import Sequence

from assistant.wire import SentenceJson
from evals import matching
from evals.measures.measure import per_topic
from evals.topics import Duty
from evals.verdicts import Judged


def _sentences(judged: Judged) -> Sequence[SentenceJson]:
    """Those that say a vital fact; all of them where none does alone."""
    saying = [s for s in judged.answer.sentences if any(matching.strict(n, s.text) for n in judged.topic.vital)]
    return saying or judged.answer.sentences


def _share(judged: Judged, kept: Sequence[bool]) -> float | None:
    return sum(kept) / len(kept) if judged.answered and judged.topic.answerable and kept else None


def _force(judged: Judged) -> float | None:
    said = {s.force for s in _sentences(judged)}
    return _share(judged, [duty.force in said for duty in judged.topic.duties])


def _bearer(judged: Judged) -> float | None:
    said = {(s.force, s.bearer) for s in _sentences(judged)}
    named = [duty for duty in judged.topic.duties if duty.bearer]
    return _share(judged, [_pair(duty) in said for duty in named])


def _pair(duty: Duty) -> tuple[str, str | None]:
    return duty.force, duty.bearer


MEASURES = (per_topic("force", _force), per_topic("bearer", _bearer))
