import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answers import Answer, Concern, Status
from assistant.pipeline import Pipeline
from assistant.questions import Question, UnusableQuestion
from assistant.quoting import Draft
from assistant.ranking import Ranked
from corpus import notes
from corpus.provisions import Provision
from ingestion.home import Home
from tests.fakes import HashingEmbedder


def ask(pipeline: Pipeline, text: str, **narrowed: object) -> Answer:
    return pipeline.answer(Question(text=text, **narrowed))  # type: ignore[arg-type]


def cited(answer: Answer) -> set[str]:
    return {p.id for citation in answer.citations for p in citation.provisions}


def test_a_school_has_35_school_days_to_decide(real: Pipeline) -> None:
    answer = ask(real, "How long does a school have to decide whether a pupil has ALN?")
    assert answer.status is Status.ANSWERED
    assert "35 school days" in answer.text
    assert "aln-code-2021/12.12" in cited(answer)
    assert "unchecked" in {warning.kind for warning in answer.warnings}


def test_what_section_20_5_requires(real: Pipeline) -> None:
    answer = ask(real, "What does section 20(5) require?")
    assert answer.status is Status.ANSWERED
    assert "must secure" in answer.text
    assert all(any(p.id.startswith("anaw-2018-2/section/20/5") for p in c.provisions) for c in answer.citations)


def test_swansea_created_62_specialist_places_and_that_is_local(real: Pipeline) -> None:
    answer = ask(real, "How many specialist places did Swansea create?")
    assert "62" in answer.text
    assert {"local", "dated"} <= {warning.kind for warning in answer.warnings}


def test_the_start_date_is_todays_and_the_faqs_appears_only_as_superseded(real: Pipeline) -> None:
    answer = ask(real, "When does the system come into force?")
    assert answer.status is Status.ANSWERED
    assert "1 September 2021" in answer.sentences[0].text


def test_a_superseded_passage_leads_no_answer_and_is_named_as_superseded(lawful: Pipeline) -> None:
    answer = ask(lawful, "When will the new system come into force?")
    warnings = {(warning.kind.value, warning.source_id) for warning in answer.warnings}
    assert answer.citations[0].passage.source_id == "note"
    assert ("superseded", "wg-aln-faq-2018") in warnings


def test_a_note_whose_law_has_changed_is_said_to_be_unchecked(lawful: Pipeline) -> None:
    answer = ask(lawful, "Who decides whether a pupil at a maintained school has additional learning needs?")
    said = [warning.text for warning in answer.warnings if warning.kind == "unchecked"]
    assert any("section 11(1)" in text and "has changed since this note was read" in text for text in said)


def test_a_welsh_note_answers_a_welsh_question_and_is_said_to_be_unchecked(real: Pipeline) -> None:
    answer = ask(real, "Faint o amser sydd gan ysgol a gynhelir i benderfynu a oes ADY gan ddisgybl?")
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].passage.language == "cy"
    assert "35 diwrnod ysgol" in answer.text
    assert any("siaradwr Cymraeg" in warning.text for warning in answer.warnings)


def test_every_sentence_stands_on_quotes_that_are_in_their_passages(real: Pipeline) -> None:
    answer = ask(real, "What does a DECLO do?")
    assert answer.sentences
    assert all(citation.quote in citation.passage.text for citation in answer.citations)


def test_a_question_of_another_field_is_out_of_scope(real: Pipeline) -> None:
    answer = ask(real, "What is the best recipe for leek and potato soup?")
    assert (answer.status, answer.citations) == (Status.OUT_OF_SCOPE, ())


def test_a_provision_that_is_not_to_be_had_is_unsupported_and_says_what_to_do(real: Pipeline) -> None:
    answer = ask(real, "What does section 140 require?")
    assert answer.status is Status.UNSUPPORTED
    assert "section 140" in answer.text
    assert "ends with section 101" in answer.text


def test_a_unit_that_the_law_at_hand_has_not_is_unsupported(lawful: Pipeline) -> None:
    answer = ask(lawful, "What does section 20(9) require?")
    assert answer.status is Status.UNSUPPORTED
    assert "section 20(9)" in answer.text


def test_when_its_note_is_hidden_a_question_is_unsupported(real: Pipeline) -> None:
    question = Question(text="Which qualification must an ALNCo at a maintained school have?")
    qualified = ("wsi-2021-401/regulation/27", "wsi-2021-401/regulation/28")
    hidden = {note.passage.id for note in notes.load() if any(p.startswith(qualified) for p in note.provisions)}
    assert real.answer(question).status is Status.ANSWERED
    assert real.answer(question, frozenset(hidden)).status is Status.UNSUPPORTED


def test_another_language_is_told_which_ones_are_read(real: Pipeline) -> None:
    answer = ask(real, "Combien de temps l'école a-t-elle pour prendre sa décision ?")
    assert answer.status is Status.OUT_OF_SCOPE
    assert "English or Welsh" in answer.text


def test_a_welsh_question_is_refused_in_welsh_rather_than_guessed(real: Pipeline) -> None:
    answer = ask(real, "Beth yw'r tywydd yng Nghaerdydd heddiw?")
    assert answer.language == "cy"
    assert answer.status in (Status.OUT_OF_SCOPE, Status.UNSUPPORTED)
    assert "ADY" in answer.text


def test_as_at_leaves_out_what_was_published_later_and_says_so_of_the_notes(lawful: Pipeline) -> None:
    answer = ask(lawful, "What is an individual development plan?", as_at=date(2017, 1, 1))
    assert "anaw-2018-2" not in {citation.source.id for citation in answer.citations}
    assert "dated" in {warning.kind for warning in answer.warnings}


def test_kinds_narrow_what_is_cited(lawful: Pipeline) -> None:
    answer = ask(lawful, "Are all plans the same?", kinds=frozenset({"faq"}))
    assert {citation.source.id for citation in answer.citations} == {"wg-aln-faq-2018"}


class Liar:
    """A composer that strengthens what it quotes."""

    def __init__(self, honest: Pipeline) -> None:
        self._honest = honest.composer

    def compose(self, question: str, named: Sequence[Provision], ranked: Sequence[Ranked]) -> list[Draft]:
        first, *rest = self._honest.compose(question, named, ranked)
        return [replace(first, text=first.text.replace("35", "15")), *rest]


def test_a_sentence_that_fails_verification_is_dropped_and_the_answer_partial(noted: Pipeline) -> None:
    lying = replace(noted, composer=Liar(noted))
    answer = ask(lying, "How long does a maintained school have to decide whether a pupil has ALN?")
    assert answer.status is Status.PARTIAL
    assert "15 school days" not in answer.text


class Broken:
    def compose(self, question: str, named: Sequence[Provision], ranked: Sequence[Ranked]) -> list[Draft]:
        raise RuntimeError(f"cannot compose: {question}")


def test_a_failure_becomes_a_status_and_the_question_reaches_no_log(
    noted: Pipeline, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = ask(replace(noted, composer=Broken()), "Does my daughter Mabli need an IDP?")
    assert answer.status is Status.ERROR
    assert answer.id in caplog.text
    assert "Mabli" not in caplog.text + answer.text


def test_nothing_of_a_question_is_stored(real: Pipeline, real_home: Home, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        ask(real, "Does Zebedee Quillfeather need an IDP?")
    files = [file for file in Path(real_home.root).rglob("*") if file.is_file()]
    assert files
    assert not any(b"Quillfeather" in file.read_bytes() for file in files)
    assert "Quillfeather" not in caplog.text


@pytest.mark.parametrize("text", ["", "x" * 100_000, "\x00\x01"])
def test_unusable_input_is_raised_and_not_answered(noted: Pipeline, text: str) -> None:
    with pytest.raises(UnusableQuestion):
        ask(noted, text)


def test_the_receipt_says_what_it_was_made_from_and_where_the_time_went(noted: Pipeline) -> None:
    receipt = ask(noted, "What is an IDP?").receipt
    assert receipt.corpus_version == noted.retriever.index.version
    assert set(receipt.steps) == {"screen", "retrieve", "weigh", "compose", "verify"}
    assert receipt.passages


def test_a_childs_details_reach_neither_the_model_nor_the_answer(noted: Pipeline, embedder: HashingEmbedder) -> None:
    answer = ask(noted, "My son Gethin Pritchard, born 3/4/2015, has an IDP. Can the school stop it?")
    assert {warning.kind.value for warning in answer.warnings} >= {"redacted"}
    assert not any("Gethin" in text or "3/4/2015" in text for text in embedder.embedded)
    assert "Gethin" not in str(answer)


def test_a_question_of_no_subject_is_asked_back_with_choices_that_have_answers(real: Pipeline) -> None:
    answer = ask(real, "How long have we got?")
    assert (answer.status, len(answer.choices)) == (Status.CLARIFY, 4)
    assert ask(real, answer.choices[0]).status is Status.ANSWERED


def test_a_refusal_offers_questions_that_can_be_answered(real: Pipeline) -> None:
    answer = ask(real, "What does section 140 of the Act require?")
    assert answer.status is Status.UNSUPPORTED
    assert answer.choices


def test_englands_system_is_told_and_pointed_to(real: Pipeline) -> None:
    answer = ask(real, "How do I appeal against an EHCP?")
    assert (answer.status, {w.kind.value for w in answer.warnings}) == (Status.OUT_OF_SCOPE, {"england"})


def test_what_an_earlier_document_said_is_one_line_beside_what_holds(real: Pipeline) -> None:
    answer = ask(real, "When does the system come into force?")
    (conflict,) = (w.text for w in answer.warnings if w.kind is Concern.CONFLICT)
    assert "said otherwise" in conflict
    assert "1 September 2021" in conflict


def test_a_follow_up_is_read_in_its_thread(noted: Pipeline) -> None:
    first = ask(noted, "How long does a maintained school have to decide whether a pupil has ALN?")
    second = ask(noted, "and for an FEI?", thread=first.thread)
    assert "note/fei-decides-and-time" in second.receipt.passages[:2]
    assert "note/fei-decides-and-time" not in ask(noted, "and for an FEI?").receipt.passages[:2]


def test_a_misspelt_word_finds_what_was_meant(noted: Pipeline) -> None:
    right, wrong = (ask(noted, f"Who may {how} against a decision to the Tribunal?") for how in ("appeal", "appael"))
    assert [c.passage.id for c in right.citations] == [c.passage.id for c in wrong.citations]
