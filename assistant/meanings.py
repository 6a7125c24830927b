"""Meanings: the defined terms that a passage of legislation uses, with the words that define them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.legislation import Definition
from corpus.passages import Passage
from corpus.provisions import Provision
from corpus.spans import Span
from ingestion.index import Index

_GIVEN_BY = re.compile(r"meaning (?:given|that they|which they)")
_LONG = 400


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term where a passage first uses it, the provision that gives it its meaning, and what that says."""

    span: Span
    term: str
    provision: Provision
    text: str


class Meanings:
    """The definitions of one text (a source in one language)."""

    def __init__(self, index: Index, source_id: str, language: str) -> None:
        self._index = index
        self._defined: dict[str, list[tuple[Definition, Passage, int]]] = {}
        for passage, at in index.defining(source_id, language):
            for definition in passage.units[at].defines:
                self._defined.setdefault(definition.term.lower(), []).append((definition, passage, at))
        longest_first = sorted(self._defined, key=len, reverse=True)
        words = "|".join(re.escape(term) for term in longest_first) or "(?!)"
        self._terms = re.compile(rf"(?<![\w“])(?P<term>{words})(?:e?s)?\b", re.IGNORECASE)

    def of(self, passage: Passage) -> Iterator[Meaning]:
        """The terms that ``passage`` uses, each once, but for those that it defines itself."""
        if passage.provision is None:
            return
        seen = set[str]()
        for found in self._terms.finditer(passage.text):
            term = found["term"].lower()
            if term in seen:
                continue
            defined = self._best(
                found["term"], (*_units_at(passage, found.start()), passage.provision, *passage.divisions)
            )
            if defined and defined[1].id != passage.id:
                seen.add(term)
                yield self._meaning(Span(*found.span()), *defined)

    def _best(self, words: str, places: tuple[Provision, ...]) -> tuple[Definition, Passage, int] | None:
        """The definition with the narrowest reach that covers the place; capitals in a term are part of it."""
        fitting = [
            one for one in self._defined[words.lower()] if one[0].covers(places) and one[0].term[1:] == words[1:]
        ]
        return max(fitting, key=lambda one: max((len(unit.steps) for unit in one[0].within), default=0), default=None)

    def _meaning(self, span: Span, definition: Definition, passage: Passage, at: int) -> Meaning:
        text, unit = _with_list(passage, at), passage.units[at]
        given = unit.provisions[0] if unit.provisions else passage.provision
        assert given is not None
        elsewhere = self._given_by(passage, at) if _GIVEN_BY.search(text) else None
        if elsewhere:
            given, text = elsewhere
        return Meaning(span, definition.term, given, text if len(text) <= _LONG else text[:_LONG].rstrip() + "…")

    def _given_by(self, passage: Passage, at: int) -> tuple[Provision, str] | None:
        """The provision that a definition refers to for the meaning, when it is of the same text."""
        for reference in passage.units[at].references[:1]:
            target = reference.targets[0]
            for there in self._index.text_of(target, passage.language):
                units = [
                    u for u in range(len(there.units)) if any(target.contains(p) for p in there.units[u].provisions)
                ]
                if units:
                    return target, " ".join(there.quote(unit) for unit in units[:4])
        return None


def _units_at(passage: Passage, place: int) -> tuple[Provision, ...]:
    """The provisions of the unit that holds a place of the text."""
    return next((unit.provisions for unit in passage.units if unit.span.start <= place < unit.span.end), ())


def _with_list(passage: Passage, at: int) -> str:
    """What a unit says, with the list that it opens."""
    inside, said = {at}, [passage.quote(at)]
    for other, unit in enumerate(passage.units):
        if unit.opening in inside:
            inside.add(other)
            said.append(passage.quote(other))
    return " ".join(said)
