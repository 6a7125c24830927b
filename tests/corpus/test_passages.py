import pytest

from corpus.duties import Force, force_of
from corpus.errors import CorpusError
from corpus.passages import Passage, Span, Unit


def passage(**changes: object) -> Passage:
    values = {
        "id": "a/1",
        "source_id": "a",
        "label": "1",
        "text": "A body must— do this.",
        "units": (),
        "span": Span(0, 5),
    }
    return Passage(**{**values, **changes})  # type: ignore[arg-type]


def test_a_paragraph_of_a_list_can_be_read_behind_its_opening_words() -> None:
    listed = passage(units=(Unit(span=Span(0, 12)), Unit(span=Span(13, 21), opening=0)))
    assert listed.with_opening(1) == "A body must— do this."
    assert listed.quote(1) == "do this."


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"text": " "}, "the text is empty"),
        ({"id": "b/1"}, "not named after its source"),
        ({"units": (Unit(span=Span(0, 99)),)}, "unit 0 lies outside"),
        ({"units": (Unit(span=Span(0, 3), opening=0),)}, "unit 0 has no opening words"),
    ],
)
def test_a_wrong_passage_cannot_be_made(changes: dict[str, object], complaint: str) -> None:
    with pytest.raises(CorpusError, match=complaint):
        passage(**changes)


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("If it may have ALN, the body must decide", Force.MUST),
        ("A body may not charge", Force.MUST_NOT),
        ("It may refer", Force.MAY),
        ("The section applies", None),
    ],
)
def test_the_force_is_that_of_the_main_verb(text: str, force: Force | None) -> None:
    assert force_of(text) is force
