from dataclasses import replace

import pytest

from assistant.answers import Answer, Citation, Concern, Notice, Receipt, Sentence, Status
from corpus import notes
from corpus.sources import Kind, Source
from evals.measures import qrels, retrieval, verbatim
from evals.topics import Topic, related
from evals.verdicts import Verdict, judge

NOTE = next(note for note in notes.load() if note.id == "school-time-to-decide")
CITATION = Citation.of(1, NOTE.passage, Source(id="note", title="Notes", kind=Kind.NOTE), NOTE.passage.units[0], None)
ANSWER = Answer(
    status=Status.ANSWERED,
    language="en",
    text="…",
    thread="t",
    receipt=Receipt(corpus_version="v"),
    sentences=(Sentence(text=CITATION.quote, citations=(1,)),),
    citations=(CITATION,),
)
REFUSAL = replace(ANSWER, status=Status.UNSUPPORTED, sentences=(), citations=())
TOPIC = Topic(
    id="T1",
    split="dev",
    question="How long?",
    status=Status.ANSWERED,
    cite_any=(("aln-code-2021/12.12", "anaw-2018-2/section/4/6"),),
    facts=(("35 School  Days", "thirty-five school days"),),
)


def test_an_answer_that_says_and_cites_what_it_must_is_right() -> None:
    assert judge(TOPIC, ANSWER).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"facts": (("12 weeks",),)}, "does not say 12 weeks"),
        ({"cite_any": (("anaw-2018-2/section/70",),)}, "does not cite anaw-2018-2/section/70"),
        ({"wrong": ("35 school",)}, "says '35 school'"),
        ({"warnings": ("local",)}, "does not warn: local"),
    ],
)
def test_each_shortcoming_makes_it_wrong_and_is_named(changes: dict[str, object], reason: str) -> None:
    judged = judge(replace(TOPIC, **changes), ANSWER)  # type: ignore[arg-type]
    assert judged.verdict is Verdict.WRONG
    assert judged.reasons == (reason,)


def test_a_warning_that_is_due_and_given_is_no_shortcoming() -> None:
    warned = replace(ANSWER, warnings=(Notice(kind=Concern.LOCAL, text="local"),))
    assert judge(replace(TOPIC, warnings=("local",)), warned).verdict is Verdict.RIGHT


def test_a_refusal_where_an_answer_was_due_is_refused_and_not_wrong() -> None:
    assert judge(TOPIC, REFUSAL).verdict is Verdict.REFUSED


def test_a_refusal_of_the_right_kind_is_right_and_of_another_kind_refused() -> None:
    assert judge(replace(TOPIC, status=Status.UNSUPPORTED), REFUSAL).verdict is Verdict.RIGHT
    assert judge(replace(TOPIC, status=Status.OUT_OF_SCOPE), REFUSAL).verdict is Verdict.REFUSED


def test_an_answer_where_a_refusal_was_due_is_wrong() -> None:
    assert judge(replace(TOPIC, status=Status.UNSUPPORTED), ANSWER).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("anaw-2018-2/section/4/6", "anaw-2018-2/section/4/6/a", True),
        ("anaw-2018-2/section/4/6", "anaw-2018-2/section/4", True),
        ("anaw-2018-2/section/4", "anaw-2018-2/section/40", False),
        ("aln-code-2021", "aln-code-2021/12.12", False),
        ("aln-code-2021", "aln-code-2021", True),
        ("aln-statement-2024", "aln-statement-2024/paragraph-3", True),
    ],
)
def test_ids_are_related_when_one_unit_contains_the_other(left: str, right: str, same: bool) -> None:
    assert related(left, right) is same


def test_retrieval_is_measured_against_the_passages_that_rest_on_what_must_be_cited() -> None:
    relevant = qrels([TOPIC], [note.passage for note in notes.load()])
    assert relevant["T1"][NOTE.passage.id] == 1
    only = {"T1": {NOTE.passage.id: 1}}
    assert retrieval(only, {"T1": {NOTE.passage.id: 2.0, "note/other": 1.0}}) == {"R@5": 1.0, "nDCG@10": 1.0}
    assert retrieval(only, {"T1": {"note/other": 1.0}})["R@5"] == 0.0


def test_the_share_of_verbatim_quotes_is_counted_over_all_quotes() -> None:
    assert verbatim([ANSWER, REFUSAL]) == 1.0
