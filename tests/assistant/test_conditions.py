"""A duty quoted from the law brings what stands in its way when that is asked."""

import pytest

from assistant.conditions import Conditions
from assistant.pipeline import Pipeline
from assistant.quoting import Draft, Quoted, draft_of
from corpus.provisions import Provision

ACT = "asc-2031-5"


def duty(pipeline: Pipeline, path: str = "section/1/1") -> Draft:
    passage = pipeline.retriever.index.passage(f"{ACT}/{path}")
    assert passage is not None
    return draft_of([Quoted(passage, 0)])


def brought(pipeline: Pipeline, question: str, *drafts: Draft) -> list[Draft]:
    return Conditions(pipeline.retriever.index, trusted=lambda source_id: False).brought_to(question, drafts)


def rests_on(draft: Draft) -> list[str]:
    return [q.unit.provisions[0].id.removeprefix(f"{ACT}/section/") for q in draft.quotes]


@pytest.fixture
def answer(orchards: Pipeline) -> list[Draft]:
    return brought(orchards, "Can a keeper refuse to decide?", duty(orchards))


def test_the_circumstances_come_whole_behind_their_opening_words(answer: list[Draft]) -> None:
    assert rests_on(answer[1]) == ["1/2", "1/2/a", "1/2/b", "1/2/c"]
    assert answer[1].text.startswith("The circumstances are— (a) the tree was pruned")


def test_where_the_section_does_not_apply_comes_with_the_duty_that_it_sends_to(answer: list[Draft]) -> None:
    assert rests_on(answer[2]) == ["1/4"]
    assert rests_on(answer[3]) == ["2/1", "2/2"]
    assert answer[3].force == "must"


def test_a_duty_elsewhere_that_begins_in_the_words_of_a_circumstance_comes_with_all_its_conditions(
    answer: list[Draft],
) -> None:
    assert rests_on(answer[4]) == ["3/1", "3/1/a", "3/1/b", "3/2"]
    assert answer[4].force == "must"


def test_what_ends_the_duty_elsewhere_comes_with_the_place_in_its_list_that_names_it(answer: list[Draft]) -> None:
    assert rests_on(answer[5]) == ["4/1", "4/2", "4/2/a"]


def test_what_only_mentions_the_section_is_not_brought(answer: list[Draft]) -> None:
    assert "5" not in [id_ for draft in answer for id_ in rests_on(draft)]


def test_nothing_is_brought_to_a_question_that_does_not_ask_it(orchards: Pipeline) -> None:
    assert brought(orchards, "By when does a keeper decide?", duty(orchards)) == [duty(orchards)]


def test_nothing_is_brought_to_a_sentence_that_is_no_duty(orchards: Pipeline) -> None:
    plain = duty(orchards, "section/7")
    assert brought(orchards, "Can a keeper refuse?", plain) == [plain]


def test_another_sentence_on_what_was_brought_is_not_said_twice(orchards: Pipeline) -> None:
    passage = orchards.retriever.index.passage(f"{ACT}/section/1/2")
    assert passage is not None
    repeated = draft_of([Quoted(passage, 0), Quoted(passage, 3)])
    assert repeated not in brought(orchards, "Can a keeper refuse?", duty(orchards), repeated)


def test_an_answer_says_the_conditions_and_cites_them(orchards: Pipeline) -> None:
    from assistant.questions import Question

    found = orchards.answer(Question(text="Can a keeper refuse to decide whether a sick tree is to be pruned?"))
    cited = {p for c in found.citations for p in c.provisions}
    assert Provision(f"{ACT}/section/1/2/c") in cited
    assert Provision(f"{ACT}/section/4/1") in cited
