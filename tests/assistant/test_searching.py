"""Search lands on the unit that a query names, or on the one that it is most like."""

from assistant.pipeline import Pipeline
from assistant.questions import Question
from assistant.searching import hits
from assistant.wire_passages import HitJson

ACT = "asc-2031-5"


def first(pipeline: Pipeline, query: str) -> HitJson:
    return hits(pipeline.retriever, Question(text=query), 3).hits[0]


def test_a_paragraph_is_shown_behind_the_opening_words_of_its_lists(lawful: Pipeline) -> None:
    hit = first(lawful, "section 20(5)(b)")
    assert (hit.rank, hit.provision) == (1, "anaw-2018-2/section/20/5/b")
    assert hit.quote.endswith("the health body must— (b) say whether the treatment is to be given in Welsh.")


def test_words_land_on_the_unit_most_like_them(orchards: Pipeline) -> None:
    hit = first(orchards, "a bird has its nest in the tree")
    assert hit.provision == f"{ACT}/section/1/2/c"
    assert hit.quote == "The circumstances are— (c) a bird has its nest in the tree."


def test_a_hit_that_is_no_law_has_no_provision(orchards: Pipeline) -> None:
    assert first(orchards, "How long does a school have to decide whether a pupil has ALN?").provision is None
