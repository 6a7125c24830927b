"""The judge: a chat model's second opinion on support and completeness, asked several times; never part of the gate.

Refusals are a class of their own and are not shown to it, nor are topics that hold personal data. Its figures come with
its agreement with itself and with the deterministic measures (Cohen, 1960), without which they mean nothing
(Zheng et al., "Judging LLM-as-a-Judge", NeurIPS 2023).
"""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from evals import matching
from evals.errors import EvaluationError
from evals.measures import Judgements
from evals.measures.citations import cited_by, supported
from evals.settings import JudgeSettings
from evals.verdicts import Judged

Chat = Callable[[str], str]
Said = tuple["Opinion", "Opinion"]
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
    """What the judge said of one topic each time, and what the measures say: whether every sentence is supported and
    every vital fact said."""

    topic: str
    supported: tuple[Opinion, ...]
    complete: tuple[Opinion, ...]
    verifier: bool
    says_all: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """``unanimous``: share of topics on which the judge agreed with itself every time; ``kappa`` with the measures."""

    question: str
    yes: float
    unanimous: float
    agreement: float
    kappa: float
    topics: int
    unclear: int


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


def opinions(judgements: Judgements, ask: Chat, times: int, kept: Path) -> list[Opinions]:
    """Of each plain topic that has an answer; each is kept in a file as it comes, and not asked for again.

    Raises EvaluationError when the model fails.
    """
    known = _known(kept)
    with kept.open("a", encoding="utf-8") as file:
        for id_ in judgements.main:
            judged = judgements.by_id[id_]
            wanted = times if judged.answered else 0
            if judged.topic.answerable and not judged.topic.private and (id_ not in known or len(known[id_]) != wanted):
                known[id_] = tuple(_once(judged, ask) for _ in range(wanted))
                file.write(json.dumps({"topic": id_, "said": known[id_]}) + "\n")
                file.flush()
    return [_opinions(judgements.by_id[id_], said) for id_, said in known.items() if id_ in judgements.by_id]


def _known(kept: Path) -> dict[str, tuple[Said, ...]]:
    """What was said before; a last line cut short is asked again."""
    found = {}
    for line in kept.read_text("utf-8").split("\n") if kept.exists() else ():
        try:
            table = json.loads(line)
            found[table["topic"]] = tuple((Opinion(s), Opinion(c)) for s, c in table["said"])
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _opinions(judged: Judged, said: tuple[Said, ...]) -> Opinions:
    given = said or ((Opinion.REFUSAL, Opinion.REFUSAL),)
    return Opinions(
        topic=judged.topic.id,
        supported=tuple(s for s, _ in given),
        complete=tuple(c for _, c in given),
        verifier=all(supported(text, citations) for text, citations in cited_by(judged)),
        says_all=all(matching.strict(nugget, judged.text) for nugget in judged.topic.vital),
    )


def _once(judged: Judged, ask: Chat) -> Said:
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
    """Of the judge with itself, with the verifier on support, and with the facts said on completeness."""
    answered = [o for o in given if Opinion.REFUSAL not in o.supported]
    return [
        _agreement("supported", [(o.supported, o.verifier) for o in answered]),
        _agreement("complete", [(o.complete, o.says_all) for o in answered]),
    ]


def _agreement(question: str, said: Sequence[tuple[tuple[Opinion, ...], bool]]) -> Agreement:
    """Over the topics on which most replies say yes or no; a tie or an unreadable majority is no opinion."""
    clear = [(opinion, each, measured) for each, measured in said if (opinion := _majority(each))]
    yes = [opinion is Opinion.YES for opinion, _, _ in clear]
    measured = [each for _, _, each in clear]
    return Agreement(
        question=question,
        yes=_share(yes),
        unanimous=_share([len(set(each)) == 1 for _, each, _ in clear]),
        agreement=_share([a == b for a, b in zip(yes, measured, strict=True)]),
        kappa=_kappa(yes, measured),
        topics=len(clear),
        unclear=len(said) - len(clear),
    )


def _majority(said: tuple[Opinion, ...]) -> Opinion | None:
    return next((o for o in (Opinion.YES, Opinion.NO) if said.count(o) * 2 > len(said)), None)


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else math.nan


def _kappa(one: Sequence[bool], other: Sequence[bool]) -> float:
    """Undefined where both say the same of everything."""
    from sklearn.metrics import cohen_kappa_score

    return float(cohen_kappa_score(one, other)) if len({*one, *other}) == 2 else math.nan


def printed(given: Sequence[Opinions]) -> str:
    """A line for support and one for completeness, and how many refusals were not judged."""
    refused = sum(Opinion.REFUSAL in o.supported for o in given)
    head = f"{'':<12}{'yes':>8}{'unanimous':>11}{'agreement':>11}{'kappa':>8}{'topics':>8}{'unclear':>9}"
    lines = [
        f"{a.question:<12}{a.yes:>8.3f}{a.unanimous:>11.3f}{a.agreement:>11.3f}{a.kappa:>8.3f}{a.topics:>8}{a.unclear:>9}"
        for a in agreement(given)
    ]
    return "\n".join([head, *lines, f"{refused} refusals, not judged"])
