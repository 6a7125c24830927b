"""A file's bytes as normalised text: the text that every span points into."""

import re
from pathlib import Path

from ingestion.parsing.errors import ParseError

MAX_BYTES = 50_000_000
SUFFIXES = (".md", ".markdown", ".txt", ".xml")
_LATER = (".pdf", ".docx", ".html", ".htm")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BREAK = re.compile(r"\r\n?|[\f\v\x85\u2028\u2029]")
_SOFT_HYPHEN = re.compile(r"\u00ad\n?")
_CHARACTERS = str.maketrans(
    {
        **dict(zip("ﬁﬂﬀﬃﬄ", ("fi", "fl", "ff", "ffi", "ffl"), strict=True)),
        **dict.fromkeys("\u00a0\u2007\u202f", " "),
        **dict.fromkeys("\u200b\ufeff", ""),
        # What moves a terminal's cursor or turns the direction of a text is nothing that a document says.
        **dict.fromkeys(
            map(chr, (*range(0x80, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))), ""
        ),
    }
)


def is_xml(text: str, name: str) -> bool:
    """Whether a text is XML, which is legislation's own form; ``name`` is its file's."""
    return name.lower().endswith(".xml") or text.lstrip().startswith("<?xml")


def read_text(path: Path) -> str:
    """The normalised text of ``path``. Raises ParseError, in one line that names the file."""
    _check_suffix(path)
    text = normalise(_decode(path, _read(path)))
    if not text.strip():
        raise ParseError(f"{path}: the file is empty")
    return text


def normalise(text: str) -> str:
    """One kind of line break and of space; no ligatures, soft hyphens, byte order marks or zero-width spaces."""
    return _SOFT_HYPHEN.sub("", _BREAK.sub("\n", text)).translate(_CHARACTERS)


def _check_suffix(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in _LATER:
        raise ParseError(f"{path}: {suffix} files cannot be read yet; save it as .txt or .md")
    if suffix not in SUFFIXES:
        raise ParseError(f"{path}: only {', '.join(SUFFIXES)} files can be read")


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise ParseError(f"{path}: there is no such file")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ParseError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise ParseError(f"{path}: cannot be read: {error.strerror}") from None


def _decode(path: Path, content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise ParseError(f"{path}: not UTF-8 text") from None
    if _CONTROL.search(text):
        raise ParseError(f"{path}: a binary file, not text")
    return text
