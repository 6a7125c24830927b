"""Names of people: a first name that is known, or a word with a capital beside what gives a name away."""

from collections.abc import Sequence

from assistant.redaction import cues
from assistant.redaction.cues import Cue
from assistant.redaction.kinds import Personal, Span
from assistant.redaction.lexicon import lexicon
from assistant.redaction.mentions import again, joined
from assistant.redaction.publicity import public
from assistant.redaction.words import LINKS, TITLES, Word, words

_WELSH_WORDS = frozenset("ali ben bob cai llew mal tal".split())
"""Of the names that are also words, those that Welsh puts behind a child: "dod â chynllun fy mhlentyn i ben"."""
_LONGEST = 4


def names(text: str, taken: Sequence[Span] = ()) -> list[Span]:
    """Every mention: what was found once is found again by its first name, in small letters too."""
    reading = _Reading(text, taken)
    found = reading.people()
    marks = [*cues.initials(text), *map(reading.span, [*found, *again(reading.words, found, reading.closed)])]
    spans = [Span(kind=Personal.NAME, start=start, end=end) for start, end in joined(text, marks)]
    return [span for span in spans if not any(span.overlaps(other) for other in taken)]


class _Reading:
    """One text, read word by word; a name is a range of words."""

    def __init__(self, text: str, taken: Sequence[Span]) -> None:
        self._text = text
        self.words = words(text)
        self._known = lexicon()
        hidden = {
            at for at, word in enumerate(self.words) if any(s.start < word.end and word.start < s.end for s in taken)
        }
        self.closed = public(text, self.words) | hidden

    def people(self) -> list[range]:
        found, at = list[range](), 0
        while at < len(self.words):
            name = self._at(at)
            if name:
                found.append(name)
            at = name.stop if name else at + 1
        return found

    def _at(self, at: int) -> range | None:
        """The name that begins here."""
        word = self.words[at]
        if at in self.closed:
            return None
        if word.key in TITLES:
            return self._titled(at)
        if self._first(word) or (word.capital and word.key in self._known.capitalised):
            return self._extended(at)
        if not word.capital:
            return self._small(at)
        return self._doubtful(at)

    def _titled(self, at: int) -> range | None:
        """Mrs Pritchard, and "mrs pritchard"; not the verb."""
        next_ = at + 1
        while self._follows(next_, after=".") and self._initial(next_) and self._follows(next_ + 1, after="."):
            next_ += 1
        if not self._follows(next_, after=".") or self._known.is_term(self.words[next_]):
            return None
        word = self.words[next_]
        if word.capital and not word.acronym:
            return range(at, self._extended(next_).stop)
        small = self.words[at].key in ("mr", "mrs", "ms", "dr") and not self.words[at].capital
        return range(at, next_ + 1) if small else None

    def _small(self, at: int) -> range | None:
        """A pupil called jayden-lee, my son josh, josh's teacher: with no capital."""
        word = self.words[at]
        called = bool(at) and self.words[at - 1].key in ("called", "named", "enw") and not self._known.is_term(word)
        if not called and (word.key not in self._known.capitalised or word.key in _WELSH_WORDS):
            return None
        if cues.before(self._text, word.start) is Cue.STRONG:
            return self._extended(at)
        return None if called or not cues.behind(self._text, word.end) else self._extended(at)

    def _doubtful(self, at: int) -> range | None:
        """A capital letter that may begin a sentence, a place or a term as well as a name."""
        word, known = self.words[at], self._known
        cued = word.key in known.cued
        if word.acronym or len(word.key) < 2 or (self._known.is_term(word) and not cued):
            return None
        name = self._extended(at)
        surname = len(name) > 1 and self.words[name.stop - 1].key in known.surnames
        if surname and not (cued and self._known.is_term(self.words[at + 1])):
            return name
        end = self.words[name.stop - 1].end
        before = cues.before(self._text, word.start)
        if before is Cue.STRONG or cues.signs(self._text, word.start, end):
            return name
        if cued and not self._known.is_term(word) and cues.asked(self._text, word.start, end):
            return name
        if word.key in known.surnames and cues.household(self._text, end):
            return name
        if before is Cue.NONE and not cues.behind(self._text, end):
            return None
        sure = cued or len(name) > 1 or word.key in known.surnames
        return name if sure or not (word.opens or before) else None

    def _extended(self, at: int) -> range:
        """With the surname, the middle names, an initial."""
        end, lower = at + 1, not self.words[at].capital
        while end < at + _LONGEST and self.words[end - 1].bare and self._follows(end):
            word = self.words[end]
            link = word.key in LINKS and self._follows(end + 1) and self.words[end + 1].capital
            if link:
                end += 2
            elif self._carries_on(word, lower) and end not in self.closed:
                end += 1
            else:
                break
        return range(at, min(end, len(self.words)))

    def _carries_on(self, word: Word, lower: bool) -> bool:
        if word.key in self._known.surnames or (word.capital and word.key in self._known.surname_words):
            return word.capital or lower
        if not word.capital:
            return lower and self._first(word)
        if word.key in self._known.cued:
            return True
        return not self._known.is_term(word) and (not word.acronym or self._first(word))

    def _first(self, word: Word) -> bool:
        """Known as a first name however it is written; Ellie-Rose by her Ellie."""
        return word.key in self._known.first or word.key.partition("-")[0] in self._known.first

    def _initial(self, at: int) -> bool:
        return len(self.words[at].key) == 1 and self.words[at].capital

    def _follows(self, at: int, after: str = "") -> bool:
        """Is there a word, and only a space (or a title's full stop) before it?"""
        if at >= len(self.words):
            return False
        between = self._text[self.words[at - 1].end : self.words[at].start]
        return between in (" ", f"{after} ")

    def span(self, name: range) -> tuple[int, int]:
        return self.words[name.start].start, self.words[name.stop - 1].end
