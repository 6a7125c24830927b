import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ingestion import manifest, snapshot
from ingestion.candidates import Scope
from ingestion.describing import Description
from ingestion.errors import IndexCorrupt, IndexMissing, IngestionError
from ingestion.home import Home
from ingestion.index import Index
from ingestion.ingest import add, build
from tests.fakes import HashingEmbedder

ROOT = Path(__file__).parent.parent.parent
INGEST = """
import sys
from pathlib import Path
from ingestion.home import Home
from ingestion.ingest import build
from tests.fakes import HashingEmbedder
def report(phase, done, total):
    print(phase, flush=True)
    if phase == sys.argv[2]:
        sys.stdin.readline()
build(Home(Path(sys.argv[1])), HashingEmbedder(model=sys.argv[3]), report)
"""


def quiet(phase: str, done: int, total: int) -> None:
    pass


def words_of(home: Home) -> list[str]:
    with Index.live(home) as index:
        vector = HashingEmbedder().embed(["appeal tribunal"])[0]
        return sorted(c.passage.id for c in index.search("appeal tribunal", vector, 3, Scope()))


def document(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "local plan.txt"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def own_home(home: Home, tmp_path: Path) -> Home:
    """A copy of the indexed home, to be changed."""
    return Home(shutil.copytree(home.root, tmp_path / "home"))


def test_the_same_corpus_has_the_same_version_and_is_not_built_again(own_home: Home) -> None:
    embedder = HashingEmbedder()
    before = manifest.current(own_home)
    build(own_home, embedder, quiet)
    assert manifest.current(own_home) == before
    assert embedder.embedded == []


def test_a_document_makes_a_new_version_and_only_its_texts_are_embedded(own_home: Home, tmp_path: Path) -> None:
    embedder = HashingEmbedder()
    before = manifest.current(own_home).name
    add(own_home, document(tmp_path, "1. Plan\n\n1.1 The cluster buys zebra crossings.\n"), Description())
    assert build(own_home, embedder, quiet).corpus_version != before
    assert embedder.embedded
    assert all("zebra" in text for text in embedder.embedded)


def test_the_last_snapshots_are_kept_and_older_ones_are_not(own_home: Home, tmp_path: Path) -> None:
    for number in range(snapshot.KEPT + 1):
        add(own_home, document(tmp_path, f"1. Plan\n\n1.1 Number {number} of the plans.\n"), Description())
        build(own_home, HashingEmbedder(), quiet)
    assert len([f for f in own_home.index.iterdir() if f.is_dir()]) == snapshot.KEPT


@pytest.mark.parametrize("phase", ["embedding", "writing"])
def test_a_killed_ingest_changes_nothing_and_the_next_one_succeeds(own_home: Home, phase: str) -> None:
    before, found = manifest.current(own_home), words_of(own_home)
    command = [sys.executable, "-c", INGEST, str(own_home.root), phase, "another"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while process.stdout.readline().strip() != phase:
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert manifest.current(own_home) == before
    assert words_of(own_home) == found
    build(own_home, HashingEmbedder(model="another"), quiet)
    assert manifest.current(own_home) != before
    assert not list(own_home.index.glob(".building-*"))


def test_two_ingests_at_once_are_refused(own_home: Home) -> None:
    with snapshot._locked(own_home), pytest.raises(IngestionError, match="another ingest is running"):
        build(own_home, HashingEmbedder(), quiet)


@pytest.mark.mount
@pytest.mark.parametrize(("options", "complaint"), [("size=1m", "full|no space"), ("ro", "read-only")])
def test_a_full_disk_and_a_read_only_home_are_one_line(tmp_path: Path, options: str, complaint: str) -> None:
    script = 'mount -t tmpfs -o "$1" tmpfs "$2" && shift 2 && exec "$@"'
    command = ["unshare", "-rm", "sh", "-c", script, "sh", options, str(tmp_path)]
    ingest = [sys.executable, "-c", INGEST, str(tmp_path), "never", "hashing"]
    done = subprocess.run([*command, *ingest], cwd=ROOT, capture_output=True, text=True, check=False)
    last = done.stderr.strip().splitlines()[-1].lower()
    assert done.returncode == 1
    assert last.startswith("ingestion.errors.ingestionerror:")
    assert any(word in last for word in complaint.split("|"))
    assert "nothing was changed" in last


@pytest.mark.mount
def test_a_snapshot_on_a_read_only_mount_can_be_read(home: Home) -> None:
    script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'
    read = "import sys; from pathlib import Path; from ingestion.home import Home; from ingestion.index import Index; print(Index.live(Home(Path(sys.argv[1]))).version)"
    command = ["unshare", "-rm", "sh", "-c", script, "sh", str(home.root), sys.executable, "-c", read, str(home.root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == manifest.current(home).name, done.stderr


def test_no_index_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="run: aln ingest"):
        Index.live(Home(tmp_path))


@pytest.mark.parametrize(
    "name",
    ["manifest.json", "passages.db", "texts.npy", "moments.npz", "bm25/vocab.index.json", "chroma/chroma.sqlite3"],
)
@pytest.mark.parametrize("damage", ["missing", "truncated", "garbage"])
def test_a_damaged_snapshot_is_a_clear_error(own_home: Home, name: str, damage: str) -> None:
    file = manifest.current(own_home) / name
    size = file.stat().st_size
    file.unlink()
    if damage == "truncated":
        file.write_bytes(b"")
    elif damage == "garbage":
        file.write_bytes(os.urandom(size))
    with pytest.raises(IndexCorrupt, match="run: aln ingest"):
        Index.live(own_home)


def test_a_kept_snapshot_can_be_used_again(own_home: Home, tmp_path: Path) -> None:
    before = manifest.current(own_home).name
    add(own_home, document(tmp_path, "1. Plan\n\n1.1 A new plan.\n"), Description())
    after = build(own_home, HashingEmbedder(), quiet).corpus_version
    assert manifest.kept(own_home) == [after, before]
    manifest.use(own_home, before)
    assert manifest.current(own_home).name == before


def test_a_damaged_snapshot_cannot_be_made_live(own_home: Home) -> None:
    before = manifest.current(own_home)
    shutil.copytree(before, own_home.index / "broken")
    (own_home.index / "broken" / "texts.npy").unlink()
    with pytest.raises(IndexCorrupt):
        manifest.use(own_home, "broken")
    assert manifest.current(own_home) == before


def test_ingesting_again_mends_a_damaged_snapshot(own_home: Home) -> None:
    (manifest.current(own_home) / "passages.db").unlink()
    build(own_home, HashingEmbedder(), quiet)
    assert words_of(own_home)
