import os
from pathlib import Path

import pytest

from corpus import register
from evals import census, sets, topics
from evals.orders import Order, UnusableOrder
from evals.topics import Topic
from ingestion.embedding import SentenceTransformerEmbedder

GOOD = '{"id": "T1", "split": "dev", "question": "x", "status": "answered"}\n'
WRITTEN = [*topics.load(), *topics.load(sets.ROBUSTNESS)]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "topics.jsonl:1: "),
        (GOOD + '{"id": "T2"}\n', "topics.jsonl:2: "),
        (GOOD.replace("answered", "guessed"), "'guessed' is not a valid Status"),
        (GOOD.replace('"split"', '"colour": 1, "split"'), "colour"),
        (GOOD.replace("dev", "train"), "split, lang or asker"),
        (GOOD.replace('"x"', '""'), "1 to 2000 characters"),
        (GOOD.replace("}", ', "cite": [["section eleven"]]}'), "section eleven"),
        (GOOD.replace("}", ', "nuggets": [{"says": "x", "forms": []}]}'), "says nothing"),
        (GOOD.replace("}", ', "nuggets": [{"says": "x", "forms": "alone"}]}'), "'alone' is no list of texts"),
        (GOOD.replace("}", ', "payload": "PWNED"}'), "'PWNED' is no list of texts"),
        (GOOD.replace("}", ', "duties": [{"force": "shall"}]}'), "'shall' is not a valid Force"),
        (GOOD.replace("}", ', "evidence": [{"at": "a", "quote": "%s"}]}' % ("word " * 14)), "1 to 13 words"),
        (GOOD + GOOD, "an id stands twice"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "topics.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(topics.TopicError) as error:
        topics.load(path)
    assert complaint in str(error.value)


def test_there_are_at_least_250_topics_in_two_halves_of_about_one_size() -> None:
    asked = topics.load()
    tested = [topic for topic in asked if topic.split == "test"]
    assert len(asked) >= 250
    assert 0.45 < len(tested) / len(asked) < 0.55
    assert {t.slice for t in tested} == {t.slice for t in asked}


def test_every_topic_says_who_asks_and_where_it_comes_from() -> None:
    assert [t.id for t in WRITTEN if not (t.asker and t.slice and t.provenance)] == []


def test_an_answerable_topic_has_a_vital_fact_a_provision_and_evidence() -> None:
    due = [t for t in WRITTEN if t.answerable and not t.base]
    assert [t.id for t in due if not (t.vital and t.cite and t.evidence)] == []


def test_what_an_answer_must_cite_is_of_a_registered_source_or_of_a_planted_document() -> None:
    known = {*register.load().entries, *(path.stem for path in (topics.DATA / "planted").iterdir())}
    cited = {id_.partition("/")[0] for t in WRITTEN for ids in (*t.cite, t.not_cite) for id_ in ids}
    assert cited <= known


def test_twins_name_each_other_and_ask_in_two_languages() -> None:
    by_id = {topic.id: topic for topic in topics.load()}
    twins = [topic for topic in by_id.values() if topic.twin]
    assert len(twins) >= 60
    assert [t.id for t in twins if by_id[t.twin].twin != t.id or by_id[t.twin].lang == t.lang] == []


def test_topics_of_one_group_share_a_half() -> None:
    halves: dict[str, set[str]] = {}
    for topic in topics.load():
        halves.setdefault(topic.group or topic.id, set()).add(topic.split)
        halves.setdefault(topic.twin or topic.id, set()).add(topic.split)
    assert [group for group, splits in halves.items() if len(splits) > 1] == []


def test_no_question_stands_twice() -> None:
    asked = [t.question for t in (*WRITTEN, *topics.negatives(), *topics.load(topics.DATA / "calibration.jsonl"))]
    assert len(set(asked)) == len(asked)


def test_personal_data_stand_in_their_question_and_payloads_in_no_gold() -> None:
    assert [t.id for t in WRITTEN if any(private not in t.question for private in t.private)] == []
    assert [t.id for t in WRITTEN if {f for n in t.nuggets for f in n.forms} & set(t.payload)] == []


def test_no_question_that_is_tuned_on_is_much_like_one_that_is_tested() -> None:
    alike = [(p.tuned.id, p.tested.id, round(p.alike, 2)) for p in census.pairs(SentenceTransformerEmbedder())]
    assert alike == []


@pytest.mark.originals
def test_the_evidence_stands_in_the_originals(originals: Path) -> None:
    read = {
        path.name: _folded(path.read_text("utf-8"))
        for path in originals.rglob("*")
        if path.suffix in {".md", ".txt", ".json"}
    }
    read |= {path.name: _folded(path.read_text("utf-8")) for path in (topics.DATA / "planted").iterdir()}
    assert len(read) > 8, os.listdir(originals)
    missing = [
        (t.id, e.at, e.quote)
        for t in WRITTEN
        for e in t.evidence
        if not e.at.startswith("wsi-2021-406") and not any(_folded(e.quote) in text for text in read.values())
    ]
    assert missing == []


def _folded(text: str) -> str:
    marks = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\\": None, "*": None})
    return " ".join(text.translate(marks).casefold().split())


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"slices": ("weather",)}, "--slice weather"),
        ({"split": "train"}, "--split"),
        ({"systems": ("magic",)}, "--system magic"),
        ({"originals": Path("/no/such")}, "/no/such"),
    ],
)
def test_an_order_of_what_there_is_not_cannot_be_made(changes: dict[str, object], complaint: str) -> None:
    with pytest.raises(UnusableOrder, match=complaint):
        Order(runs=Path("runs"), **changes)  # type: ignore[arg-type]


def test_a_split_and_a_slice_narrow_what_is_asked() -> None:
    found = sets.asked("dev", ["deadlines"], robust=False)
    assert found
    assert {(t.split, t.slice) for t in found} == {("dev", "deadlines")}
    assert isinstance(found[0], Topic)
