from dataclasses import replace

from assistant.answers import Status
from evals import variants
from evals.topics import load
from tests.evals.samples import NOTE, PASSAGE, topic

ASKED = topic(question="How long does a governing body have to decide whether a pupil has additional learning needs?")


def test_the_same_seed_makes_the_same_variants_and_another_others() -> None:
    first, again, other = (list(variants.typed_in_a_hurry(load()[:20], seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_misspelt_question_keeps_its_numbers_and_its_gold() -> None:
    (typed,) = variants.typed_in_a_hurry(
        [replace(ASKED, question=ASKED.question + " within 35 days under section 11(4)")]
    )
    assert typed.question != ASKED.question
    assert "35 days" in typed.question
    assert "11(4)" in typed.question
    assert (typed.nuggets, typed.cite, typed.base, typed.slice) == (ASKED.nuggets, ASKED.cite, "T1", "typo")


def test_noise_wraps_the_question() -> None:
    (noisy,) = variants.in_noise([ASKED])
    assert ASKED.question.lower().rstrip("?") in noisy.question
    assert len(noisy.question) > len(ASKED.question)


def test_what_is_refused_in_welsh_or_follows_up_is_not_varied() -> None:
    left = [replace(ASKED, status=Status.UNSUPPORTED), replace(ASKED, lang="cy"), replace(ASKED, thread=("Hello?",))]
    assert list(variants.typed_in_a_hurry(left)) == []


def test_leaving_out_hides_all_that_answers_and_expects_a_refusal() -> None:
    (emptied,) = variants.left_out([ASKED], [PASSAGE])
    assert emptied.without == {NOTE.passage.id}
    assert (emptied.status, emptied.accept) == (Status.UNSUPPORTED, (Status.OUT_OF_SCOPE,))
    assert emptied.nuggets == ()


def test_a_topic_that_nothing_answers_is_not_left_out() -> None:
    elsewhere = replace(PASSAGE, id="note/x", text="Nothing.", units=(), span=PASSAGE.span)
    assert list(variants.left_out([ASKED], [elsewhere])) == []
