"""A span: where in a text some words stand."""

from dataclasses import dataclass

from corpus.errors import CorpusError


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise CorpusError(f"span {self.start}–{self.end} is not a range")

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def moved(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)
