import re
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import notes
from corpus.passages import Passage, Span
from evals import facts, sets, topics
from evals.errors import EvaluationError
from evals.facts import Fact
from tests.evals.samples import PASSAGE, topic

NOTES = [note.passage for note in notes.load()]
NUMBER = re.compile(r"\d+")


def said_by(passage: Passage, *changes: tuple[str, str]) -> Passage:
    """The passage with words of its sentences changed; each old text is replaced at once by its new one."""
    new = dict(changes)
    pattern = re.compile("|".join(map(re.escape, new)))
    text, units, offset = [], [], 0
    for unit in passage.units:
        sentence = pattern.sub(lambda match: new[match.group()], unit.span.of(passage.text))
        units.append(replace(unit, span=Span(offset, offset + len(sentence))))
        text.append(sentence)
        offset += len(sentence) + 1
    whole = "\n".join(text)
    return replace(passage, text=whole, units=tuple(units), span=Span(0, len(whole)))


def test_a_fact_is_said_by_the_sentence_that_rests_on_what_must_be_cited() -> None:
    found = facts.facts([topic()], [PASSAGE])
    assert {(fact.topic, fact.passage) for fact in found} == {("T1", PASSAGE.id)}
    assert facts.facts([topic(cite=(("anaw-2018-2/section/70",),))], [PASSAGE]) == frozenset()


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    found = facts.facts([topic()], [PASSAGE])
    facts.write(found, tmp_path / "expected.facts")
    assert facts.read(tmp_path / "expected.facts") == found


@pytest.mark.parametrize("text", [None, "", "T1 one note/x y z\n", "T1 0 note/x\n"])
def test_without_facts_that_can_be_read_there_is_nothing_to_hold_to(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "expected.facts"
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(EvaluationError, match="facts"):
        facts.read(path)


def test_two_numbers_swapped_in_a_note_are_named_with_what_it_says_now() -> None:
    note = next(p for p in NOTES if p.id == "note/local-authority-decides-and-time")
    swapped = said_by(note, ("12 weeks", "7 weeks"), ("7 weeks", "12 weeks"))
    kept = facts.facts(topics.load(), NOTES)
    lines = list(facts.unsaid(kept, topics.load(), [swapped if p is note else p for p in NOTES]))
    assert any("12 weeks" in line and "within 7 weeks" in line for line in lines)
    assert all("note/local-authority-decides-and-time says no more" in line for line in lines)


@pytest.mark.parametrize(
    ("said", "altered"),
    [
        ("must decide", "may decide"),
        ("must decide", "must not decide"),
        ("governing body", "local authority"),
        ("within", "after"),
    ],
)
def test_a_word_that_turns_what_a_note_says_cannot_change_unseen(said: str, altered: str) -> None:
    kept = facts.facts([topic()], [PASSAGE])
    assert said in PASSAGE.quote(0)
    assert list(facts.unsaid(kept, [topic()], [said_by(PASSAGE, (said, altered))]))


def test_other_words_for_the_same_are_no_loss() -> None:
    kept = facts.facts([topic()], [PASSAGE])
    assert (
        list(facts.unsaid(kept, [topic()], [said_by(PASSAGE, ("whether a pupil has", "if a pupil is one with"))])) == []
    )


def test_the_kept_facts_are_those_of_the_notes() -> None:
    assert facts.read() == facts.facts([*topics.load(), *topics.load(sets.ROBUSTNESS)], NOTES)


def test_a_note_that_is_gone_is_named() -> None:
    lines = list(facts.unsaid(facts.facts([topic()], [PASSAGE]), [topic()], []))
    assert lines
    assert all("It says: nothing on these provisions" in line for line in lines)


def test_a_fact_of_a_topic_that_is_gone_is_not_missed() -> None:
    assert list(facts.unsaid(frozenset({Fact("T9", 0, PASSAGE.id, "x", "y")}), [topic()], [PASSAGE])) == []


def test_few_time_limits_of_the_notes_can_change_unseen_by_the_topics() -> None:
    # Those that can stand in notes on what no topic asks; that they stand in the law is the notes' linter to see.
    asked, kept = topics.load(), facts.facts(topics.load(), NOTES)
    limits = [(p, at) for p in NOTES for at, unit in enumerate(p.units) if unit.limit and unit.limit in p.quote(at)]
    caught = [bool(list(facts.unsaid(_of(kept, p), asked, [_altered(p, at)]))) for p, at in limits]
    assert len(limits) > 50
    assert sum(caught) / len(caught) >= 0.85


def _of(kept: frozenset[Fact], passage: Passage) -> frozenset[Fact]:
    return frozenset(fact for fact in kept if fact.passage == passage.id)


def _altered(passage: Passage, at: int) -> Passage:
    """The passage with the number of one sentence's time limit raised by one."""
    limit = passage.units[at].limit or ""
    sentence = passage.quote(at)
    raised = NUMBER.sub(lambda match: str(int(match.group()) + 1), limit, count=1)
    return said_by(passage, (sentence, sentence.replace(limit, raised)))
