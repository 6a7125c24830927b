"""A file's bytes become one normalised text, or an error in one line that names the file."""

from pathlib import Path

import pytest

from ingestion.parsing.errors import ParseError
from ingestion.parsing.text import MAX_BYTES, normalise, read_text


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_text_file_is_read_without_byte_order_mark_and_with_one_kind_of_line_break(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", b"\xef\xbb\xbfone\r\ntwo\rthree\x0cfour")
    assert read_text(path) == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("ﬁve ﬂat oﬀ eﬃcient baﬄe", "five flat off efficient baffle"),
        ("co\u00adoperate", "cooperate"),
        ("pro\u00ad\nvision", "provision"),
        ("20\u00a0weeks", "20 weeks"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_characters_of_typesetting_are_normalised(found: str, wanted: str) -> None:
    assert normalise(found) == wanted


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"a\x00b", "binary"),
        ("a.md", b"a\x01b", "binary"),
        ("a.txt", b"caf\xe9", "UTF-8"),
        ("a.pdf", b"%PDF", "cannot be read yet"),
        ("a.docx", b"PK", "cannot be read yet"),
        ("a.HTML", b"<p>", "cannot be read yet"),
        ("a.xyz", b"text", "only"),
        ("a", b"text", "only"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_one_line_that_names_it(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = written(tmp_path, name, content)
    with pytest.raises(ParseError) as caught:
        read_text(path)
    message = str(caught.value)
    assert str(path) in message
    assert reason in message
    assert "\n" not in message


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(ParseError, match="no such file"):
        read_text(tmp_path / "missing.txt")
    with pytest.raises(ParseError, match="no such file"):
        read_text(folder)


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ParseError, match="larger than 50 MB"):
        read_text(path)
