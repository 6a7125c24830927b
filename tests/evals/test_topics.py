from pathlib import Path

import pytest

from corpus import register
from evals import topics

GOOD = '{"id": "T1", "split": "dev", "question": "x", "status": "answered"}\n'


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "topics.jsonl:1: "),
        (GOOD + '{"id": "T2"}\n', "topics.jsonl:2: "),
        (GOOD.replace("answered", "guessed"), "'guessed' is not a valid Status"),
        (GOOD.replace('"split"', '"colour": 1, "split"'), "colour"),
        (GOOD + GOOD, "an id stands twice"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "topics.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(topics.TopicError) as error:
        topics.load(path)
    assert complaint in str(error.value)


def test_there_are_topics_of_every_status_in_both_splits() -> None:
    asked = topics.load()
    assert len(asked) >= 40
    assert {(t.split, t.status.value) for t in asked} == {
        (split, status) for split in ("dev", "test") for status in ("answered", "unsupported", "out_of_scope")
    }


def test_what_an_answer_must_cite_is_of_a_registered_source() -> None:
    known = register.load().entries
    cited = {id_.partition("/")[0] for t in topics.load() for ids in t.cite_any for id_ in ids}
    assert cited <= set(known)


def test_no_question_stands_twice() -> None:
    asked = [t.question for t in (*topics.load(), *topics.negatives(), *topics.load(topics.DATA / "calibration.jsonl"))]
    assert len(set(asked)) == len(asked)
