"""The judge: a chat model's second opinion on support and completeness, asked several times; never part of the gate.

Refusals are a class of their own and are not shown to it, nor are topics that hold personal data. Its figures come with
its agreement with itself and with the deterministic verdicts (Cohen, 1960), without which they mean nothing
(Zheng et al., "Judging LLM-as-a-Judge", NeurIPS 2023).
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evals.errors import EvaluationError
from evals.measures import Judgements
from evals.measures.citations import cited_by, supported
from evals.settings import JudgeSettings
from evals.verdicts import Judged, Verdict

Chat = Callable[[str], str]
_ASKED = """You check an answer about Welsh law on additional learning needs. Use nothing but what stands here.

Question: {question}

Answer, sentence by sentence, each with the quotes that it cites:
{sentences}

Facts that a complete answer states:
{facts}

Reply with one JSON object and nothing else:
{{"supported": true or false, "complete": true or false}}
"supported": every sentence says only what its quotes say. "complete": every one of the facts is stated."""


class Opinion(StrEnum):
    """``unreadable``: the model replied with something else than it was asked for."""

    YES = "yes"
    NO = "no"
    REFUSAL = "refusal"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """What the judge said of one topic each time, and what the deterministic measures say."""

    topic: str
    supported: tuple[Opinion, ...]
    complete: tuple[Opinion, ...]
    verifier: bool
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """``unanimous``: share of topics on which the judge agreed with itself every time; ``kappa`` with the measures."""

    question: str
    yes: float
    unanimous: float
    agreement: float
    kappa: float
    topics: int


def chat(settings: JudgeSettings) -> Chat:
    """The model that the settings name. Raises EvaluationError when there is none, or its library is not installed."""
    if not settings.chat_model:
        raise EvaluationError("a judge needs a chat model: set ALN_CHAT_MODEL, such as openai:gpt-… or ollama:…")
    try:
        from langchain.chat_models import init_chat_model

        model = init_chat_model(settings.chat_model, temperature=0, base_url=settings.chat_base_url)
    except ImportError as error:
        raise EvaluationError(f"{error.name} is not installed: pip install 'aln-assistant[chat]'") from None
    except Exception as error:  # whatever a provider's library makes of a name or a missing key
        raise EvaluationError(f"ALN_CHAT_MODEL={settings.chat_model}: {type(error).__name__}") from None
    return lambda prompt: str(model.invoke(prompt).text)


def opinions(judgements: Judgements, ask: Chat, times: int) -> Iterator[Opinions]:
    """Of each plain topic that has an answer, in order. Raises EvaluationError when the model cannot be reached."""
    for id_ in judgements.main:
        judged = judgements.by_id[id_]
        if judged.topic.answerable and not judged.topic.private:
            yield _opinions(judged, ask, times)


def _opinions(judged: Judged, ask: Chat, times: int) -> Opinions:
    said = [_once(judged, ask) for _ in range(times)] if judged.answered else [(Opinion.REFUSAL, Opinion.REFUSAL)]
    return Opinions(
        topic=judged.topic.id,
        supported=tuple(s for s, _ in said),
        complete=tuple(c for _, c in said),
        verifier=all(supported(text, citations) for text, citations in cited_by(judged)),
        verdict=judged.verdict,
    )


def _once(judged: Judged, ask: Chat) -> tuple[Opinion, Opinion]:
    try:
        reply = ask(_prompt(judged))
    except Exception as error:  # whatever a provider's library raises; its text may hold the prompt
        raise EvaluationError(f"the chat model failed on {judged.topic.id}: {type(error).__name__}") from None
    try:
        table = json.loads(reply[reply.index("{") : reply.rindex("}") + 1])
    except ValueError:
        return Opinion.UNREADABLE, Opinion.UNREADABLE
    return _read(table.get("supported")), _read(table.get("complete"))


def _read(value: object) -> Opinion:
    if not isinstance(value, bool):
        return Opinion.UNREADABLE
    return Opinion.YES if value else Opinion.NO


def _prompt(judged: Judged) -> str:
    sentences = [
        f"- {text}\n" + "\n".join(f"    > {c.quote}" for c in citations) for text, citations in cited_by(judged)
    ]
    return _ASKED.format(
        question=judged.topic.question,
        sentences="\n".join(sentences),
        facts="\n".join(f"- {nugget.says}" for nugget in judged.topic.vital),
    )


def agreement(given: Sequence[Opinions]) -> list[Agreement]:
    """Of the judge with itself, with the verifier on support, and with the verdict on completeness."""
    answered = [o for o in given if Opinion.REFUSAL not in o.supported]
    if not answered:
        return []
    return [
        _agreement("supported", [o.supported for o in answered], [o.verifier for o in answered]),
        _agreement("complete", [o.complete for o in answered], [o.verdict is Verdict.RIGHT for o in answered]),
    ]


def _agreement(question: str, said: Sequence[tuple[Opinion, ...]], measured: Sequence[bool]) -> Agreement:
    from sklearn.metrics import cohen_kappa_score

    majority = [Counter(each).most_common(1)[0][0] is Opinion.YES for each in said]
    same = len({*majority, *measured}) == 1
    return Agreement(
        question=question,
        yes=sum(majority) / len(said),
        unanimous=sum(len(set(each)) == 1 for each in said) / len(said),
        agreement=sum(a == b for a, b in zip(majority, measured, strict=True)) / len(said),
        kappa=1.0 if same else float(cohen_kappa_score(majority, list(measured))),
        topics=len(said),
    )


def printed(given: Sequence[Opinions]) -> str:
    """A line for support and one for completeness, and how many refusals were not judged."""
    refused = sum(Opinion.REFUSAL in o.supported for o in given)
    head = f"{'':<12}{'yes':>8}{'unanimous':>11}{'agreement':>11}{'kappa':>8}{'topics':>8}"
    lines = [
        f"{a.question:<12}{a.yes:>8.3f}{a.unanimous:>11.3f}{a.agreement:>11.3f}{a.kappa:>8.3f}{a.topics:>8}"
        for a in agreement(given)
    ]
    return "\n".join([head, *lines, f"{refused} refusals, not judged"])
