from pathlib import Path

import pytest

from corpus import register
from corpus.errors import CorpusError
from corpus.sources import Kind, Source, authority

SOURCE = '[[source]]\nid = "a"\ntitle = "A"\nkind = "faq"\n'
SUPERSEDED = '[[superseded]]\npassage = "a/1"\nby = ["a/2"]\nen = "x"\ncy = "y"\nevidence = "C01"\n'


def loaded(tmp_path: Path, text: str) -> register.Register:
    path = tmp_path / "register.toml"
    path.write_text(text, "utf-8")
    return register.load(path)


def test_a_registered_file_is_recognised_by_its_name(tmp_path: Path) -> None:
    known = loaded(tmp_path, SOURCE + 'files = ["a.txt"]\n')
    assert known.recognise("a.txt") == Source(id="a", title="A", kind=Kind.FAQ)
    assert known.recognise("b.txt") is None


def test_a_part_of_a_superseded_passage_is_superseded_too(tmp_path: Path) -> None:
    known = loaded(tmp_path, SOURCE + SUPERSEDED)
    entry = known.superseded("a/1~2")
    assert entry is not None
    assert (entry.text("en"), entry.text("cy")) == ("x", "y")
    assert known.superseded("a/2") is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[source]", "not a TOML register"),
        ('[[sauce]]\nid = "a"\n', "unknown table sauce"),
        (SOURCE.replace("faq", "rumour"), "source a: 'rumour'"),
        (SOURCE + 'colour = "red"\n', "source a: unknown key colour"),
        (SOURCE + 'published = "last week"\n', "'last week' is not a date"),
        (SOURCE + SOURCE, "a source id stands twice"),
        (SOURCE.replace('title = "A"', 'title = " "'), "the title is empty"),
        (SOURCE + SUPERSEDED.replace("a/2", "b/2"), "b is not a registered source"),
        (SOURCE + SUPERSEDED.replace('cy = "y"', 'cy = ""'), "each say something"),
    ],
)
def test_a_malformed_register_is_refused_naming_the_entry(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(CorpusError) as error:
        loaded(tmp_path, text)
    assert complaint in str(error.value)


def test_the_shipped_register_marks_faq_8_2_as_superseded_and_faq_2_5_not() -> None:
    known = register.load()
    assert known.superseded("wg-aln-faq-2018/8.2") is not None
    assert known.superseded("wg-aln-faq-2018/2.5") is None


def test_authority_runs_from_act_to_note() -> None:
    assert authority(Kind.ACT) < authority(Kind.REGULATIONS) < authority(Kind.CODE) < authority(Kind.FAQ)
    assert authority(Kind.STATEMENT) == authority(Kind.FAQ) < authority(Kind.MINUTES) < authority(Kind.NOTE)
