"""An answer: sentences that each stand on citations, and citations that each hold a verbatim quote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import uuid4

from corpus.duties import Bearer, Force
from corpus.passages import Passage, Unit
from corpus.provisions import Provision
from corpus.sources import Kind, Source


class Status(StrEnum):
    """Why an answer is what it is."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    CLARIFY = "clarify"
    OUT_OF_SCOPE = "out_of_scope"
    UNSUPPORTED = "unsupported"
    WITHHELD = "withheld"
    ERROR = "error"


class Concern(StrEnum):
    """What a notice warns of."""

    SUPERSEDED = "superseded"
    CONFLICT = "conflict"
    DRAFT = "draft"
    LOCAL = "local"
    ENGLAND = "england"
    REDACTED = "redacted"
    DATED = "dated"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Ties sentences to a passage by a quote. Building one whose quote is not in its passage raises ValueError."""

    number: int
    passage: Passage
    source: Source
    quote: str
    provisions: tuple[Provision, ...] = ()
    read: str = "primary"
    superseded_by: str | None = None

    def __post_init__(self) -> None:
        if not self.quote.strip() or self.quote not in self.passage.text:
            raise ValueError(f"the quote of citation {self.number} is not in passage {self.passage.id}")
        if self.passage.source_id != self.source.id:
            raise ValueError(f"passage {self.passage.id} is not of source {self.source.id}")

    @classmethod
    def of(cls, number: int, passage: Passage, source: Source, unit: Unit, superseded_by: str | None) -> "Citation":
        """Cite one unit of a passage, on what that unit rests on or else on the passage's own provision."""
        own = (passage.provision,) if passage.provision else (Provision(passage.id.removesuffix("/welsh")),)
        return cls(
            number=number,
            passage=passage,
            source=source,
            quote=unit.span.of(passage.text),
            provisions=unit.provisions or own,
            read=unit.read,
            superseded_by=superseded_by,
        )

    @property
    def url(self) -> str | None:
        """Where the text can be read: the passage's own provision, its source, or the first provision that it names."""
        if self.source.kind is Kind.NOTE:
            return next((p.url for p in self.provisions if p.url), None)
        return (self.passage.provision.url if self.passage.provision else None) or self.source.url


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of an answer and the numbers of the citations that it stands on."""

    text: str
    citations: tuple[int, ...]
    force: Force | None = None
    bearer: Bearer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A warning that goes with an answer."""

    kind: Concern
    text: str
    source_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the answer came from; ``steps`` are milliseconds by step of the pipeline.

    ``support`` is the probability that the best passage carries an answer (null where nothing was weighed), ``dropped``
    the number of sentences that verification took out.
    """

    corpus_version: str
    composer: str = "extractive"
    model: str | None = None
    passages: tuple[str, ...] = ()
    support: float | None = None
    dropped: int = 0
    elapsed_ms: float = 0.0
    steps: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The one form in which Slack, HTTP, the page, the command line and evals get an answer."""

    status: Status
    language: str
    text: str
    thread: str
    receipt: Receipt
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    warnings: tuple[Notice, ...] = ()
    choices: tuple[str, ...] = ()
    id: str = field(default_factory=lambda: uuid4().hex)

    def place(self, sentence: Sentence) -> str | None:
        """The section that a sentence of the law's own words is of, which those words leave unsaid; None for any other."""
        cited = [citation for citation in self.citations if citation.number in sentence.citations]
        if not cited or any(citation.passage.provision is None for citation in cited):
            return None
        provision = cited[-1].passage.provision
        return provision.clause.label if provision else None

    def __post_init__(self) -> None:
        numbers = {citation.number for citation in self.citations}
        for sentence in self.sentences:
            if not sentence.citations or not numbers.issuperset(sentence.citations):
                raise ValueError("every sentence of an answer stands on citations that the answer holds")


def marked(sentences: tuple[Sentence, ...]) -> str:
    """The sentences joined, each with its citation marks."""
    return " ".join(f"{s.text} {''.join(f'[{n}]' for n in s.citations)}" for s in sentences)
