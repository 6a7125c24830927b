"""Retrieval: the passages that may answer, from both arms and from the provisions that the question names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.fusion import Fusion
from assistant.questions import Question
from assistant.ranking import Ranked, Ranker, rank
from assistant.redaction import Personal
from assistant.spelling import corrected
from corpus import glossary
from corpus.passages import Passage
from corpus.provisions import Provision, besides, named_in
from corpus.register import Register
from corpus.sources import Kind, Source
from ingestion.candidates import Scope
from ingestion.embedding import Embedder
from ingestion.index import Index

DEPTH = 50
_PLACEHOLDER = re.compile("|".join(re.escape(kind.placeholder(lang)) for kind in Personal for lang in ("en", "cy")))
NAMED = 16.0
MENTIONED = 2.0
HEADED = 12.0
FEW_OTHER_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """The ranking of a question's candidates, and the provisions that it is about, with those that are not to be had.

    A question is about a provision when it says little else ("What does section 20(5) require?"); one that only
    mentions it ("We sent a section 20 referral; when must they answer?") is answered like any other.
    """

    ranked: tuple[Ranked, ...]
    named: tuple[Provision, ...] = ()
    missing: tuple[Provision, ...] = ()


class Retriever:
    """Dense and sparse retrieval over one index, fused and ranked."""

    def __init__(
        self, index: Index, embedder: Embedder, fusion: Fusion, register: Register, ranker: Ranker = rank
    ) -> None:
        self.index = index
        self.embedder = embedder
        self._fusion = fusion
        self._rank = ranker
        self._register = register

    def read(self, question: Question) -> Question:
        """The question as it is looked up: its misspelt words put right, as far as the index tells, without placeholders."""
        known = self.index.vocabulary(question.lang or "en")
        return replace(question, text=corrected(" ".join(_PLACEHOLDER.sub(" ", question.text).split()), known))

    def retrieve(self, question: Question, without: frozenset[str] = frozenset()) -> Retrieved:
        """The ranking of all that either arm found within the question's kinds and date, never of ``without``."""
        vector = self.embedder.embed([glossary.load().spelt_out(question.text, question.lang or "en")])[0]
        scope = self._scope(question, without)
        named = named_in(question.text)
        standing = {p: _in_one_language(self.index.standing_on(p, scope), question.lang) for p in named}
        language = question.lang or "en"
        candidates = {c.passage.id: c for c in self.index.search(question.text, vector, DEPTH, scope, language)}
        wanted = {passage.id: passage for passages in standing.values() for passage in passages}
        headed = {passage.id: passage for passage in self.index.headed(question.text, scope)}
        more = [passage for id_, passage in (wanted | headed).items() if id_ not in candidates]
        found = [*candidates.values(), *self.index.candidates(more, question.text, vector, language)]
        fused = self._fusion(found)
        about = self._is_about(question.text)
        weight = NAMED if about else MENTIONED
        boosted = [
            score
            + weight * _named(c.passage.provision, named, c.passage.id in wanted)
            + HEADED * (c.passage.id in headed)
            for c, score in zip(found, fused, strict=True)
        ]
        return Retrieved(
            ranked=tuple(self._rank(question, found, boosted, self.index, self._register)),
            named=named if about else (),
            missing=tuple(p for p in named if about and self._is_missing(p, standing[p])),
        )

    def _is_missing(self, provision: Provision, standing: Sequence[Passage]) -> bool:
        beyond = self._register.last(provision) is not None
        return beyond or not standing or self.index.holds(provision) is False

    def _is_about(self, text: str) -> bool:
        """Whether a question says little besides the provisions that it names, and most of that in words of the field."""
        others = self.index.rarities(besides(text))
        unknown = sum(rarity >= self.index.rarest for rarity in others.values())
        return len(others) <= FEW_OTHER_WORDS and 2 * unknown <= len(others)

    def _scope(self, question: Question, without: frozenset[str]) -> Scope:
        sources = [source for source, _ in self.index.sources.values()]
        if question.kinds is not None:
            sources = [s for s in sources if s.kind in question.kinds]
        if question.as_at is not None:
            sources = [s for s in sources if s.kind is Kind.NOTE or _then(s, question.day)]
        everything = len(sources) == len(self.index.sources)
        return Scope(source_ids=None if everything else frozenset(s.id for s in sources), without=without)


def _in_one_language(passages: Sequence[Passage], language: str | None) -> Sequence[Passage]:
    """Those in the language of the question, where the same provision is held in both."""
    own = {p.provision for p in passages if p.provision and p.language == language}
    return [p for p in passages if p.language == language or p.provision not in own]


def _then(source: Source, day: str) -> bool:
    """Whether a source was published by that day, and is not known to have been out of force on it."""
    return (source.published or "") <= day and source.in_force(day) is not False


def _named(own: Provision | None, named: Sequence[Provision], wanted: bool) -> int:
    """How much being named counts: the provision's own text first, then the notes that rest on it."""
    if own and any(provision.contains(own) or own.contains(provision) for provision in named):
        return 2
    return int(wanted)
