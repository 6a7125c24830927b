import pytest

from assistant.answers import Answer, Citation, Receipt, Sentence, Status, marked
from corpus import notes
from corpus.passages import Passage, Span, Unit
from corpus.provisions import Provision
from corpus.sources import Kind, Source

SOURCE = Source(id="anaw-2018-2", title="An Act", kind=Kind.ACT, url="https://www.legislation.gov.uk/anaw/2018/2")
PASSAGE = Passage(
    id="anaw-2018-2/section/1",
    source_id="anaw-2018-2",
    label="section 1",
    text="A body must decide.",
    units=(Unit(span=Span(0, 19)),),
    span=Span(0, 19),
    provision=Provision("anaw-2018-2/section/1"),
)


def test_a_citation_whose_quote_is_not_in_its_passage_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="not in passage"):
        Citation(number=1, passage=PASSAGE, source=SOURCE, quote="A body may decide.")


def test_a_citation_of_nothing_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="not in passage"):
        Citation(number=1, passage=PASSAGE, source=SOURCE, quote=" ")


def test_a_citation_of_a_passage_of_another_source_cannot_be_built() -> None:
    other = Source(id="other", title="Another", kind=Kind.FAQ)
    with pytest.raises(ValueError, match="is not of source"):
        Citation(number=1, passage=PASSAGE, source=other, quote="A body must decide.")


def test_the_law_is_cited_on_its_own_provision_and_address() -> None:
    citation = Citation.of(1, PASSAGE, SOURCE, PASSAGE.units[0], None)
    assert [p.id for p in citation.provisions] == ["anaw-2018-2/section/1"]
    assert citation.url == "https://www.legislation.gov.uk/anaw/2018/2/section/1"


def test_a_note_is_cited_on_the_provisions_of_its_line() -> None:
    note = next(n for n in notes.load() if n.id == "school-time-to-decide")
    source = Source(id="note", title="Notes", kind=Kind.NOTE)
    citation = Citation.of(1, note.passage, source, note.passage.units[0], None)
    assert citation.provisions == note.passage.units[0].provisions
    assert citation.read == "secondary"


def test_a_sentence_without_a_citation_that_the_answer_holds_cannot_be_given() -> None:
    with pytest.raises(ValueError, match="every sentence"):
        Answer(
            status=Status.ANSWERED,
            language="en",
            text="x",
            thread="t",
            receipt=Receipt(corpus_version="v"),
            sentences=(Sentence(text="x", citations=(1,)),),
        )


def test_the_text_is_the_sentences_with_their_marks() -> None:
    assert (
        marked((Sentence(text="One.", citations=(1, 2)), Sentence(text="Two.", citations=(3,))))
        == "One. [1][2] Two. [3]"
    )
