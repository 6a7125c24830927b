from pathlib import Path

import pytest

from corpus.doubts import Cause, Doubt
from corpus.provisions import Provision
from corpus.sources import Kind
from ingestion import shelf
from ingestion.describing import Description, describe
from ingestion.errors import IngestionError
from ingestion.home import Home
from ingestion.ingest import add, corpus_of, files_in

PLAN = "1. Plan\n\n1.1 The cluster meets each half term.\n"


def file(folder: Path, name: str, text: str = PLAN) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_registered_document_is_recognised_by_its_name(tmp_path: Path) -> None:
    source = describe(file(tmp_path, "swansea-scrutiny-aln-strategy-report-2019-12-19.txt"), Description())
    assert (source.id, source.kind, source.area, source.published) == (
        "swansea-aln-report-2019",
        Kind.LOCAL_GUIDANCE,
        "swansea",
        "2019-12-19",
    )


def test_anyone_elses_document_is_what_its_options_say(tmp_path: Path) -> None:
    said = Description(
        kind=Kind.MINUTES, title="Cluster Minutes", area="gwynedd", date="2025-03", url="https://x.example"
    )
    source = describe(file(tmp_path, "a.txt"), said)
    assert (source.id, source.title, source.kind, source.area) == (
        "cluster-minutes",
        "Cluster Minutes",
        Kind.MINUTES,
        "gwynedd",
    )
    assert (source.published, source.url) == ("2025-03", "https://x.example")


def test_a_document_cannot_pass_for_a_registered_one_by_its_title(tmp_path: Path) -> None:
    assert describe(file(tmp_path, "note.txt"), Description()).id == "note-document"


def test_an_impossible_date_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IngestionError, match="'yesterday' is not a date"):
        describe(file(tmp_path, "a.txt"), Description(date="yesterday"))


def test_a_document_is_shelved_and_becomes_part_of_the_corpus(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    ingested = add(home, file(tmp_path, "our plan.txt"), Description())
    assert (ingested.source.id, ingested.passages) == ("our-plan", 1)
    assert "our-plan/1.1" in {passage.id for passage in corpus_of(home)[1]}


def test_ingesting_a_document_again_replaces_it(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add(home, file(tmp_path, "plan.txt"), Description())
    add(home, file(tmp_path, "plan.txt", PLAN.replace("half term", "week")), Description())
    (document,) = shelf.documents(home.sources)
    assert "each week" in document.file.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n "),
        ("latin.txt", "Caffè".encode("latin-1")),
        ("binary.txt", b"\x00\x01\x02\x03"),
        ("report.pdf", b"%PDF-1.7"),
        ("huge.txt", b"a" * (50 * 1024 * 1024 + 1)),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_and_nothing_is_shelved(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    home = Home(tmp_path / "home")
    with pytest.raises(IngestionError) as error:
        add(home, path, Description())
    assert name in str(error.value)
    assert "\n" not in str(error.value)
    assert list(shelf.documents(home.sources)) == []


def test_a_folder_gives_its_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        file(tmp_path, name)
    (tmp_path / ".git").mkdir()
    file(tmp_path / ".git", "config.txt")
    assert [path.name for path in files_in(tmp_path)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_path_with_nothing_in_it_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(IngestionError, match=name):
        files_in(tmp_path / name)


def test_a_damaged_shelf_is_named_with_its_cure(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    add(home, file(tmp_path, "plan.txt"), Description())
    (home.sources / "plan" / "source.json").write_text("{", "utf-8")
    with pytest.raises(IngestionError, match="aln sources remove plan"):
        corpus_of(home)


@pytest.mark.parametrize("id_", ["", "../home", "..", ".hidden", "nothing", "a/b"])
def test_removing_takes_only_what_is_on_the_shelf(tmp_path: Path, id_: str) -> None:
    assert shelf.remove(tmp_path, id_) is False


@pytest.mark.originals
def test_the_five_documents_and_the_law_are_taken_in_whole(tmp_path: Path, originals: Path) -> None:
    home = Home(tmp_path / "home")
    files = [
        *files_in(originals / "documents"),
        originals / "official" / "anaw-2018-2.en.md",
        originals / "official" / "wsi-2021-401.en.md",
    ]
    taken = {add(home, path, Description()).source.id for path in files}
    assert taken == {
        "anaw-2018-2", "wsi-2021-401", "wg-aln-faq-2018", "swansea-aln-report-2019",
        "carmarthenshire-minutes-2018", "aln-statement-2024", "aln-steering-group-2022-09",
    }  # fmt: skip
    ids = {passage.id for passage in corpus_of(home)[1]}
    assert {
        "wg-aln-faq-2018/6.3", "wg-aln-faq-2018/8.2", "swansea-aln-report-2019/2.6", "swansea-aln-report-2019/2.8",
        "swansea-aln-report-2019/2.8-second", "aln-steering-group-2022-09/5c", "anaw-2018-2/section/20/5",
        "wsi-2021-401/regulation/27", "carmarthenshire-minutes-2018/paragraph-8",
    } <= ids  # fmt: skip


def test_a_note_whose_law_reads_otherwise_on_the_shelf_is_doubted_and_others_are_not(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    act = (
        "# An Act\n\n## PART 2 — SAMPLES\n\n#### Duty to decide\n\n##### 11\n\n- (1) The governing body must ponder.\n"
    )
    add(home, file(tmp_path, "anaw-2018-2.en.md", f'---\ntype_code: "anaw"\n---\n{act}'), Description())
    notes = {passage.id: passage for passage in corpus_of(home)[1]}
    assert Doubt(Cause.CHANGED, Provision("anaw-2018-2/section/11/1")) in notes["note/school-time-to-decide"].doubts
    assert Doubt(Cause.WELSH) in notes["note/school-time-to-decide/welsh"].doubts
    assert notes["note/transition-stages"].doubts == ()


def test_without_the_law_on_the_shelf_no_english_note_is_doubted(tmp_path: Path) -> None:
    passages = corpus_of(Home(tmp_path / "home"))[1]
    assert {passage.doubts for passage in passages if passage.language == "en"} == {()}
