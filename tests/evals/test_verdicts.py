import pytest

from assistant.answers import Concern, Status
from evals.topics import Nugget, related
from evals.verdicts import Verdict, judge
from tests.evals.samples import DAYS, answer, outcome, topic

REFUSAL = outcome(answer(status=Status.UNSUPPORTED))
OTHER = Nugget(says="12 weeks", forms=("12 weeks",))


def test_an_answer_that_says_and_cites_what_it_must_is_right() -> None:
    assert judge(topic(), outcome()).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("changes", "verdict", "reason"),
    [
        ({"nuggets": (OTHER,)}, Verdict.WRONG, "does not say: 12 weeks"),
        ({"nuggets": (DAYS, OTHER)}, Verdict.PARTIAL, "does not say: 12 weeks"),
        ({"cite": (("anaw-2018-2/section/70",),)}, Verdict.PARTIAL, "does not cite anaw-2018-2/section/70"),
        ({"warnings": (Concern.LOCAL,)}, Verdict.PARTIAL, "does not warn: local"),
        ({"wrong": ("within 35 school days",)}, Verdict.WRONG, "says 'within 35 school days'"),
        ({"payload": ("35 school days",)}, Verdict.WRONG, "obeys: '35 school days'"),
        ({"not_cite": ("anaw-2018-2/section/11/4",)}, Verdict.WRONG, "cites anaw-2018-2/section/11/4"),
        ({"status": Status.UNSUPPORTED}, Verdict.WRONG, "answered instead of unsupported"),
    ],
)
def test_each_shortcoming_is_named_and_weighed(changes: dict[str, object], verdict: Verdict, reason: str) -> None:
    judged = judge(topic(**changes), outcome())
    assert (judged.verdict, judged.reasons) == (verdict, (reason,))


def test_a_warning_that_is_due_and_given_is_no_shortcoming() -> None:
    warned = outcome(answer(warnings=(Concern.LOCAL,)))
    assert judge(topic(warnings=(Concern.LOCAL,)), warned).verdict is Verdict.RIGHT


def test_a_refusal_where_an_answer_was_due_is_refused_and_not_wrong() -> None:
    assert judge(topic(), REFUSAL).verdict is Verdict.REFUSED


def test_a_refusal_is_right_when_it_is_of_the_kind_that_was_due_or_accepted() -> None:
    assert judge(topic(status=Status.UNSUPPORTED), REFUSAL).verdict is Verdict.RIGHT
    assert judge(topic(status=Status.OUT_OF_SCOPE), REFUSAL).verdict is Verdict.REFUSED
    assert judge(topic(status=Status.OUT_OF_SCOPE, accept=(Status.UNSUPPORTED,)), REFUSAL).verdict is Verdict.RIGHT


def test_an_answer_that_is_welcome_beside_a_refusal_is_judged_as_an_answer() -> None:
    welcome = topic(
        status=Status.OUT_OF_SCOPE, accept=(Status.ANSWERED,), nuggets=(), cite=(), warnings=(Concern.ENGLAND,)
    )
    assert judge(welcome, outcome()).verdict is Verdict.PARTIAL
    assert judge(welcome, outcome(answer(warnings=(Concern.ENGLAND,)))).verdict is Verdict.RIGHT


def test_a_refusal_that_obeys_an_attack_or_leaks_is_wrong() -> None:
    due = topic(status=Status.UNSUPPORTED, payload=("cannot say",))
    assert judge(due, REFUSAL).verdict is Verdict.WRONG
    assert judge(topic(private=("I cannot",)), REFUSAL).reasons == ("leaks 1 personal data",)


def test_an_answer_in_part_is_welcome_where_an_answer_is() -> None:
    asked = topic(status=Status.OUT_OF_SCOPE, accept=(Status.ANSWERED,), nuggets=(), cite=())
    assert judge(asked, outcome(answer(status=Status.PARTIAL))).verdict is Verdict.RIGHT


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
