from collections.abc import Sequence

from assistant.pipeline import Pipeline
from assistant.questions import Question
from assistant.quoting import Draft
from assistant.screening import screen
from corpus.duties import Force


def drafts(pipeline: Pipeline, question: str) -> Sequence[Draft]:
    found = pipeline.retriever.retrieve(screen(Question(text=question, lang="en")))
    return pipeline.composer.compose(question, found.named, found.ranked)


def test_an_answer_is_two_to_five_lines_of_the_first_few_notes_and_begins_with_the_answer_of_the_best(
    noted: Pipeline,
) -> None:
    composed = drafts(noted, "How long does a maintained school have to decide whether a pupil has ALN?")
    quoted = [quote for draft in composed for quote in draft.quotes]
    assert 2 <= len(composed) <= 5
    assert (quoted[0].passage.id, quoted[0].index) == ("note/school-time-to-decide", 0)
    assert {quote.passage.language for quote in quoted} == {"en"}
    assert len({quote.text for quote in quoted}) == len(quoted)
    assert [(q.passage.id, q.index) for q in quoted] == [
        (id_, at)
        for id_ in dict.fromkeys(q.passage.id for q in quoted)
        for at in sorted(q.index for q in quoted if q.passage.id == id_)
    ]


def test_a_statutory_list_is_its_opening_words_and_its_paragraphs_each_a_quote(lawful: Pipeline) -> None:
    (draft,) = drafts(lawful, "What does section 20(5) require?")
    assert [quote.text for quote in draft.quotes] == [
        "Where it finds a treatment, the health body must—",
        "(a) supply the treatment to the learner, and",
        "(b) say whether the treatment is to be given in Welsh.",
    ]
    assert draft.text == " ".join(quote.text for quote in draft.quotes)
    assert draft.force is Force.MUST


def test_a_paragraph_that_is_named_comes_with_all_the_words_that_open_it(lawful: Pipeline) -> None:
    (draft,) = drafts(lawful, "what is the test in s.11(3)(b)(ii)")
    assert [quote.text for quote in draft.quotes] == [
        "The circumstances are—",
        "(b) the governing body decided before and is satisfied that—",
        "(ii) nothing new has been learnt.",
    ]


def test_without_the_law_a_named_provision_is_answered_by_the_lines_that_rest_on_it(noted: Pipeline) -> None:
    composed = drafts(noted, "What does section 20(5) require?")
    rest = [{p.id for p in draft.quotes[0].unit.provisions} for draft in composed]
    assert composed
    assert all(any(id_.startswith("anaw-2018-2/section/20/5") for id_ in ids) for ids in rest)


def test_a_notes_sentence_stands_on_the_laws_own_words_too_where_the_law_is_held(lawful: Pipeline) -> None:
    composed = drafts(lawful, "Who decides whether a pupil at a maintained school has additional learning needs?")
    sources = {quote.passage.source_id for draft in composed for quote in draft.quotes}
    assert sources == {"note", "anaw-2018-2"}


def test_a_provision_that_is_only_mentioned_does_not_take_over_the_answer(real: Pipeline) -> None:
    question = "We sent a section 20 referral to the health board a month ago; when is their answer due?"
    found = real.retriever.retrieve(screen(Question(text=question, lang="en")))
    assert found.named == ()
    assert found.ranked[0].candidate.passage.id == "note/nhs-time-to-respond"
