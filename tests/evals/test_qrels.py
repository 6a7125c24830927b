from evals.qrels import qrels
from evals.topics import Nugget
from tests.evals.samples import DAYS, PASSAGE, topic

OTHER = Nugget(says="12 weeks", forms=("12 weeks",))


def test_a_passage_answers_when_it_rests_on_the_provision_and_says_the_fact() -> None:
    assert qrels([topic()], [PASSAGE]) == {"T1": {PASSAGE.id: 2}}


def test_some_of_the_facts_give_the_lesser_grade() -> None:
    assert qrels([topic(nuggets=(DAYS, OTHER))], [PASSAGE]) == {"T1": {PASSAGE.id: 1}}


def test_the_provision_alone_or_the_fact_alone_does_not_answer() -> None:
    assert qrels([topic(nuggets=(OTHER,))], [PASSAGE]) == {}
    assert qrels([topic(cite=(("anaw-2018-2/section/70",),))], [PASSAGE]) == {}


def test_another_article_of_the_same_number_is_not_the_provision() -> None:
    assert qrels([topic(cite=(("wsi-2021-401/regulation/4/6",),))], [PASSAGE]) == {}
