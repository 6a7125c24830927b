"""Mentions: a person named once is often named again, by one name alone or in small letters."""

from collections.abc import Collection, Iterator, Sequence

from assistant.redaction.lexicon import lexicon
from assistant.redaction.words import LINKS, TITLES, Word


def again(words: Sequence[Word], found: Sequence[range], closed: Collection[int]) -> Iterator[range]:
    """Where a person of ``found`` (ranges of words) is mentioned again; never at the words in ``closed``."""
    known = lexicon()
    seen = {at for name in found for at in name}
    firsts = {words[name.start].key for name in found} - TITLES
    parts = {words[at].key for at in seen if words[at].capital} - TITLES - LINKS
    for at, word in enumerate(words):
        if at in seen or at in closed or len(word.key) < 3:
            continue
        doubtful = known.is_term(word) or word.key in known.cued
        again_ = word.capital and word.key in parts and not (doubtful and word.opens)
        small = word.key in firsts and not doubtful and word.key not in known.capitalised
        if again_ or small:
            yield range(at, at + 1)


def joined(text: str, marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names with only a space between them are one."""
    found = list[tuple[int, int]]()
    for start, end in sorted(marks):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
