"""The `aln` command as a person or a program meets it: its output, its one-line errors, its exit statuses."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import app
from ingestion.home import Home
from ingestion.terminal import run


def aln(*arguments: str) -> int:
    return run(app(), arguments, "aln")


@pytest.fixture
def at_home(real_home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("ALN_HOME", str(real_home.root))
    return real_home


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ALN_HOME", str(tmp_path / "home"))
    return tmp_path


def test_ask_prints_the_answer_its_citations_and_their_addresses(
    at_home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aln("ask", "What does section 20(5) require?") == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "[1]" in printed
    assert "https://www.legislation.gov.uk/anaw/2018/2/section/20/5" in printed
    assert "Not legal advice" in printed


def test_ask_speaks_welsh_when_it_is_asked_to(at_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert aln("ask", "What does section 20(5) require?", "--lang", "cy") == 0
    printed = capsys.readouterr().out
    assert "Ffynonellau" in printed
    assert "rhaid" in printed


def test_ask_json_is_the_answer_that_http_gives(at_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert aln("ask", "What does a DECLO do?", "--json") == 0
    body = json.loads(capsys.readouterr().out)
    assert body["status"] == "answered"
    assert body["citations"][0]["quote"]


def test_a_refusal_is_an_answer(at_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert aln("ask", "What is the best recipe for leek and potato soup?") == 0
    assert "additional learning needs" in capsys.readouterr().out


def test_search_lists_passages_with_their_ids(at_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert aln("search", "time limit for an appeal", "--depth", "2", "--json") == 0
    assert [hit["rank"] for hit in json.loads(capsys.readouterr().out)["hits"]] == [1, 2]


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask",),
        ("ask", ""),
        ("ask", "x" * 2001),
        ("ask", "\x01\x02"),
        ("ask", "What is ALN?", "--lang", "fr"),
        ("ask", "What is ALN?", "--as-at", "yesterday"),
        ("search", "x", "--depth", "0"),
        ("ingest", "/no/such/file"),
        ("ingest", "--kind", "rumour"),
        ("ingest", "--title", "No file"),
        ("sources", "show", "nothing"),
        ("sources", "remove", "nothing"),
        ("index", "use", "nothing"),
        ("serve", "--port", "99999"),
        ("eval", "run", "--split", "half"),
        ("no-such-command",),
    ],
)
def test_unusable_input_is_one_line_and_status_2(
    at_home: Home, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert aln(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("aln: ")
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_without_an_index_ask_says_what_to_run_and_fails(nowhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert aln("ask", "What is ALN?") == 1
    assert capsys.readouterr().err == "aln: there is no index yet; run: aln ingest\n"


def test_a_folder_of_good_and_bad_files_takes_in_the_good_and_names_the_bad(
    nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = nowhere / "papers"
    folder.mkdir()
    (folder / "plan.txt").write_text("1. Plan\n\n1.1 The cluster meets each half term.\n", "utf-8")
    (folder / "empty.txt").touch()
    (folder / "scan.pdf").write_bytes(b"%PDF")
    (folder / "latin.txt").write_bytes(b"Caff\xe8")
    assert aln("ingest", str(folder), "--kind", "local-guidance", "--area", "gwynedd") == 1
    captured = capsys.readouterr()
    assert "plan: 1 passages, local-guidance, gwynedd" in captured.out
    assert all(name in captured.err for name in ("empty.txt", "scan.pdf", "latin.txt"))
    assert aln("sources", "list", "--json") == 0
    held = {source["id"] for source in json.loads(capsys.readouterr().out)["sources"] if source["held"]}
    assert held == {"plan", "note"}


def test_sources_list_says_what_is_known_and_what_is_held(nowhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert aln("sources") == 0
    printed = capsys.readouterr().out
    assert "○ anaw-2018-2" in printed
    assert "● note" in printed


def test_doctor_tells_what_is_well_and_what_to_do(at_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert aln("doctor", "--json") == 0
    assert json.loads(capsys.readouterr().out)["well"] is True


def test_doctor_fails_without_an_index(nowhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert aln("doctor") == 1
    assert "run: aln ingest" in capsys.readouterr().out


def test_a_setting_that_cannot_be_used_is_named(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ALN_PORT", "a lot")
    assert aln("serve") == 1
    assert capsys.readouterr().err.startswith("aln: ALN_PORT: ")


@pytest.mark.parametrize("arguments", [["--help"], ["sources", "list"]])
def test_the_command_line_comes_up_without_torch_chroma_or_a_parser(nowhere: Path, arguments: list[str]) -> None:
    heavy = ["torch", "sentence_transformers", "chromadb", "langchain_text_splitters", "bm25s", "fastapi", "sklearn"]
    script = (
        "import sys; from assistant.cli import app; from ingestion.terminal import run; "
        f"run(app(), {arguments!r}, 'aln'); print('LOADED', [m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("LOADED []")


@pytest.mark.parametrize(
    ("module", "arguments"),
    [("assistant", ["ask", ""]), ("ingestion", ["/no/such/file"]), ("evals", ["run", "--split", "half"])],
)
def test_a_package_can_be_run_as_its_command(module: str, arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", module, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


@pytest.fixture
def evaluating(tmp_path: Path, real_home: Home, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for runs, and a cache in which the notes' vectors are known."""
    vectors = Home(tmp_path / "cache" / "aln-assistant" / "evals").vectors
    vectors.parent.mkdir(parents=True)
    shutil.copy(real_home.vectors, vectors)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "runs"


def test_a_run_is_kept_compared_and_reported(evaluating: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--runs", str(evaluating))
    assert aln("eval", "run", "--slice", "local", "--system", "full", "--system", "dense", *where) == 0
    printed = capsys.readouterr().out
    assert "hybrid" not in printed
    assert "kept in" in printed
    assert aln("eval", "compare", "full", "dense", *where) == 0
    assert "before" in capsys.readouterr().out
    assert aln("eval", "report", "last", "--baseline", "full", "--lang", "cy", *where) == 0
    assert "report.html" in capsys.readouterr().out


def test_a_run_as_json_has_every_measure_with_its_interval(
    evaluating: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aln("eval", "run", "--slice", "local", "--split", "dev", "--runs", str(evaluating), "--json") == 0
    right = json.loads(capsys.readouterr().out)["full"]["right"]
    assert right["low"] <= right["value"] <= right["high"]


def test_eval_verbose_names_what_was_not_right_and_where_it_was_lost(
    evaluating: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aln("eval", "run", "--slice", "follow-up", "-v", "--runs", str(evaluating)) == 0
    assert "(lost at: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (("eval", "run", "--system", "magic"), 2, "--system magic"),
        (("eval", "run", "--slice", "weather"), 2, "--slice weather"),
        (("eval", "run", "--originals", "/no/such"), 2, "/no/such"),
        (("eval", "run", "--url", "http://127.0.0.1:1"), 1, "no answer from there"),
        (("eval", "run", "--url", "http://127.0.0.1:1", "--system", "dense"), 2, "--url cannot go with --system"),
        (("eval", "compare", "last", "last~1"), 1, "no such run"),
        (("eval", "report", "last", "--lang", "fr"), 2, "--lang"),
        (("eval", "judge", "last"), 1, "ALN_CHAT_MODEL"),
    ],
)
def test_what_an_evaluation_cannot_do_it_says_in_one_line(
    evaluating: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], status: int, complaint: str
) -> None:
    assert aln(*arguments, "--runs", str(evaluating)) == status
    error = capsys.readouterr().err.strip().splitlines()
    assert complaint in error[-1]


def test_notes_lint_reads_the_shipped_notes_without_the_law_too(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ALN_ORIGINALS", raising=False)
    assert aln("notes", "lint") == 0
    assert "(no source): 0 findings" in capsys.readouterr().out


@pytest.mark.originals
def test_notes_lint_prints_coverage_and_what_only_a_person_can_verify(
    nowhere: Path, originals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aln("notes", "lint", "--originals", str(originals), "--unverified") == 0
    printed = capsys.readouterr().out
    assert printed.count("cited by no note: none") == 2
    assert "figure: 35 school day does not stand in what is cited" in printed


@pytest.mark.originals
def test_notes_check_lists_what_was_overtaken_as_text_and_json(
    nowhere: Path, originals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aln("notes", "check", "--originals", str(originals)) == 0
    assert capsys.readouterr().out.startswith("0 notes to be read again")
    act = nowhere / "law" / "anaw-2018-2.en.md"
    act.parent.mkdir()
    act.write_text('---\ntype_code: "anaw"\n---\n# An Act\n\n##### 34\n\n- (1) A plan must end at 30.\n', "utf-8")
    assert aln("notes", "check", "--originals", str(act.parent), "--json") == 0
    found = {entry["note"]: entry["doubts"] for entry in json.loads(capsys.readouterr().out)["notes"]}
    assert {"cause": "changed", "about": "anaw-2018-2/section/34/1"} in found["idp-to-25"]


def test_notes_new_begins_a_note_and_its_twin_among_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("corpus.notes.NOTES", tmp_path)
    assert aln("notes", "new", "school-trips", "--question", "Who pays for a trip?") == 0
    assert aln("notes", "new", "school-trips", "--welsh") == 0
    assert (tmp_path / "en" / "school-trips.md").exists()
    assert "cy/school-trips.md" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["new", "School Trips", "--question", "Who?"], "lower-case words"),
        (["new", "school-trips"], "needs its --question"),
        (["new", "nothing-of-the-kind", "--welsh"], "no English note"),
        (["confirm"], "or say --all"),
        (["confirm", "nothing-of-the-kind"], "there is no note"),
    ],
)
def test_what_cannot_be_done_with_notes_is_said_in_one_line(
    nowhere: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    assert aln("notes", *arguments) == 2
    assert complaint in capsys.readouterr().err


def test_notes_cannot_be_confirmed_against_no_law(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ALN_ORIGINALS", raising=False)
    assert aln("notes", "confirm", "declo") == 1
    assert "no law at hand" in capsys.readouterr().err
