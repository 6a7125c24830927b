"""A provision is read in its section, with where its words point and what they mean."""

from assistant.pipeline import Pipeline
from assistant.reading import reading
from assistant.wire_passages import PassageJson

ACT = "asc-2031-5"


def read(pipeline: Pipeline, id_: str) -> PassageJson:
    found = reading(pipeline.retriever.index, pipeline.register, id_, "en")
    assert found is not None
    return found


def test_a_provision_stands_in_the_whole_of_its_section(orchards: Pipeline) -> None:
    passage = read(orchards, f"{ACT}/section/1/2")
    assert [p.label for p in passage.before] == ["section 1(1)"]
    assert [p.label for p in passage.after] == ["section 1(3)", "section 1(4)"]


def test_a_paragraph_is_read_in_the_passage_that_holds_it(orchards: Pipeline) -> None:
    passage = read(orchards, f"{ACT}/section/1/2/c")
    assert (passage.id, passage.anchor) == (f"{ACT}/section/1/2", f"{ACT}/section/1/2/c")


def test_a_section_of_several_passages_is_opened_at_its_first(orchards: Pipeline) -> None:
    assert read(orchards, f"{ACT}/section/1").id == f"{ACT}/section/1/1"


def test_its_cross_references_lead_to_what_is_held_or_say_that_it_is_not(orchards: Pipeline) -> None:
    passage = read(orchards, f"{ACT}/section/1/4")
    (reference,) = passage.references
    assert passage.text[reference.start : reference.end] == "section 2"
    assert [(target.id, target.held) for target in reference.targets] == [(f"{ACT}/section/2", True)]


def test_a_term_is_marked_where_it_first_stands_with_what_defines_it(orchards: Pipeline) -> None:
    passage = read(orchards, f"{ACT}/section/5")
    (keeper,) = passage.definitions
    assert passage.text[keeper.start : keeper.end] == "keeper"
    assert (keeper.label, keeper.text) == ("section 6(1)", "“keeper” (“ceidwad”) means the owner of an orchard;")


def test_a_term_whose_meaning_stands_elsewhere_shows_that(orchards: Pipeline) -> None:
    passage = read(orchards, f"{ACT}/section/1/1")
    orchard = next(term for term in passage.definitions if term.term == "orchard")
    assert (orchard.provision, orchard.text) == (
        f"{ACT}/section/7",
        "An orchard is a field of more than ten fruit trees.",
    )


def test_what_points_at_it_from_elsewhere_is_listed(orchards: Pipeline) -> None:
    passage = read(orchards, f"{ACT}/section/1/1")
    assert [referrer.label for referrer in passage.referred_to_by] == ["section 4(2)(a)", "section 5"]
    assert passage.referred_to_by[0].text == "The provisions are— (a) section 1 (duty to prune);"


def test_a_note_has_neighbours_and_no_cross_references(orchards: Pipeline) -> None:
    passage = read(orchards, "note/who-decides-school-pupil")
    assert passage.references == []
    assert passage.currency is None
    assert passage.before
