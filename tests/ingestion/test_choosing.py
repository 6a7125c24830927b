"""A source has one text in each language, and CLML is better than Markdown."""

import shutil
from pathlib import Path

import pytest

from ingestion import shelf
from ingestion.choosing import choose
from ingestion.describing import Description
from ingestion.errors import IngestionError
from ingestion.home import Home
from ingestion.ingest import add, corpus_of
from tests.ingestion.samples_reader import FOLDER, clml, section

# The register knows a file of this name as the 2018 Act; the words in it are invented.
MARKDOWN = "anaw-2018-2.en.md"


def markdown(folder: Path) -> Path:
    path = folder / MARKDOWN
    path.write_text("##### 1\n\nA pond must be clean.\n", "utf-8")
    return path


def xml(folder: Path, name: str = "a.xml", words: str = "A pond must be clean.") -> Path:
    """A file that says that it is the 2018 Act in CLML."""
    path = folder / name
    path.write_text(clml(section("1", f"<Text>{words}</Text>")).replace("asc/2099/9", "anaw/2018/2"), "utf-8")
    return path


def sample(folder: Path, name: str) -> Path:
    return Path(shutil.copy(FOLDER / "clml" / name, folder / name))


def test_clml_is_taken_and_markdown_left_with_a_line_that_says_so(tmp_path: Path) -> None:
    better, worse = xml(tmp_path), markdown(tmp_path)
    choice = choose([worse, better], Description())
    assert choice.taken == (better,)
    assert choice.left == (f"{worse}: left out, a.xml has the same text in CLML",)
    assert choice.refused == ()


def test_each_language_has_its_own_text(tmp_path: Path) -> None:
    english, welsh = sample(tmp_path, "asc-2099-7.xml"), sample(tmp_path, "asc-2099-7.welsh.xml")
    choice = choose([english, welsh], Description())
    assert set(choice.taken) == {english, welsh}
    assert (choice.left, choice.refused) == ((), ())


def test_notes_on_an_act_are_no_rival_of_the_act(tmp_path: Path) -> None:
    act, notes = sample(tmp_path, "asc-2099-7.xml"), sample(tmp_path, "asc-2099-7.notes.xml")
    assert set(choose([act, notes], Description()).taken) == {act, notes}


def test_of_two_equal_texts_the_first_is_taken_and_the_other_refused(tmp_path: Path) -> None:
    first, second = xml(tmp_path, "a.xml"), xml(tmp_path, "b.xml")
    choice = choose([first, second], Description())
    assert choice.taken == (first,)
    assert choice.refused == (f"{second}: another file would be the same source anaw-2018-2; give it another name",)


def test_a_file_that_cannot_be_used_is_refused_and_the_others_are_taken(tmp_path: Path) -> None:
    good = xml(tmp_path)
    bad = tmp_path / "bad.xml"
    bad.write_text("<a></a>\n", "utf-8")
    choice = choose([bad, good], Description())
    assert choice.taken == (good,)
    assert choice.refused == (f"{bad}: not legislation in CLML: the root is a",)


def test_files_are_taken_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("B.", "utf-8")
    (tmp_path / "a.txt").write_text("A.", "utf-8")
    choice = choose([tmp_path / "b.txt", tmp_path / "a.txt"], Description())
    assert choice.taken == (tmp_path / "a.txt", tmp_path / "b.txt")


def test_markdown_after_clml_is_refused_and_the_clml_kept(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add(home, xml(tmp_path), Description())
    with pytest.raises(IngestionError, match="anaw-2018-2 is held in CLML, which is better; first: aln sources remove"):
        add(home, markdown(tmp_path), Description())
    (held,) = shelf.documents(home.sources)
    assert held.file.name == "a.xml"


def test_clml_after_markdown_takes_its_place(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add(home, markdown(tmp_path), Description())
    add(home, xml(tmp_path), Description())
    (held,) = shelf.documents(home.sources)
    assert held.file.name == "a.xml"


def test_clml_of_the_same_source_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add(home, xml(tmp_path, "a.xml", "A pond must be clean."), Description())
    add(home, xml(tmp_path, "b.xml", "A pond may be green."), Description())
    assert "A pond may be green." in {passage.text for passage in corpus_of(home)[1]}
    assert [document.file.name for document in shelf.documents(home.sources)] == ["b.xml"]


def test_a_registered_act_keeps_what_the_register_says_of_it(tmp_path: Path) -> None:
    ingested = add(Home(tmp_path / "home"), xml(tmp_path), Description())
    assert ingested.source.title == "Additional Learning Needs and Education Tribunal (Wales) Act 2018"
    assert ingested.source.published == "2018-01-24"


def test_the_welsh_text_stands_beside_the_english_and_the_source_is_named_in_english(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add(home, sample(tmp_path, "asc-2099-7.welsh.xml"), Description())
    add(home, sample(tmp_path, "asc-2099-7.xml"), Description())
    sources, passages = corpus_of(home)
    assert [source.title for source in sources if source.id == "asc-2099-7"] == ["School Libraries (Wales) Act 2099"]
    assert {"asc-2099-7/section/2", "asc-2099-7/section/2/welsh"} <= {passage.id for passage in passages}


def test_the_welsh_text_alone_is_a_source_too(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add(home, sample(tmp_path, "asc-2099-7.welsh.xml"), Description())
    sources, _ = corpus_of(home)
    assert [source.language for source in sources if source.id == "asc-2099-7"] == ["cy"]


def test_removing_a_source_takes_both_its_texts_and_no_other(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add(home, sample(tmp_path, "asc-2099-7.xml"), Description())
    add(home, sample(tmp_path, "asc-2099-7.welsh.xml"), Description())
    add(home, sample(tmp_path, "asc-2099-7.notes.xml"), Description())
    assert shelf.remove(home.sources, "asc-2099-7") is True
    assert [document.source.id for document in shelf.documents(home.sources)] == ["asc-2099-7-notes"]


def test_removing_a_source_that_is_held_in_welsh_only_takes_that(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add(home, sample(tmp_path, "asc-2099-7.welsh.xml"), Description())
    assert shelf.remove(home.sources, "asc-2099-7") is True
    assert list(shelf.documents(home.sources)) == []


def test_a_damaged_welsh_text_is_named_with_its_cure(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add(home, sample(tmp_path, "asc-2099-7.welsh.xml"), Description())
    (home.sources / "asc-2099-7.cy" / "source.json").write_text("{", "utf-8")
    with pytest.raises(IngestionError, match=r"aln sources remove asc-2099-7\.cy$"):
        corpus_of(home)
    assert shelf.remove(home.sources, "asc-2099-7.cy") is True
