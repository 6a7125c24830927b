"""What is known to all and points at no child: bodies, places, schools, reports, cases, and holders of office."""

from collections.abc import Iterator, Sequence
from itertools import chain

from assistant.redaction import cues
from assistant.redaction.lexicon import Phrases, lexicon
from assistant.redaction.words import Word

_SCHOOL_FIRST = frozenset(
    "ysgol hysgol ysgolion coleg goleg choleg ngholeg prifysgol brifysgol phrifysgol canolfan uned ysbyty meithrinfa capel eglwys sant saint st santes san syr".split()
)
_SCHOOL_LAST = frozenset(
    "school schools college academy primary infants juniors high comprehensive hospital university centre church nursery council"
    " review report judgment foundation trust cluster case".split()
)
_DESCRIBED = frozenset(
    "special primary secondary community comprehensive catholic church junior infant infants nursery high welsh".split()
)
_BETWEEN = frozenset("y yr yn ap ab bro gyfun gynradd uwchradd gymraeg arbennig iau babanod the st dewi sant".split())
_OFFICES = frozenset(
    "judge justice minister commissioner baroness baron dame lord lady sir syr cllr councillor farnwr barnwr gweinidog comisiynydd cynghorydd".split()
)


def public(text: str, words: Sequence[Word]) -> frozenset[int]:
    """The places, among the words, of those that are no private person's name."""
    bodies = (at for name in _phrases(words, lexicon().public) for at in name)
    kept = (_holders(text, words), _schools(words), _in_office(words), _named_after(words), _cases(words))
    return frozenset(chain(bodies, *kept))


def _holders(text: str, words: Sequence[Word]) -> Iterator[int]:
    """A minister's namesake in year 4 is a child."""
    for name in _phrases(words, lexicon().office_holders):
        first, last = words[name.start], words[name.stop - 1]
        if cues.before(text, first.start) is not cues.Cue.STRONG and not cues.at_school(text, last.end):
            yield from name


def _phrases(words: Sequence[Word], known: Phrases) -> Iterator[range]:
    for at, word in enumerate(words):
        for phrase in known.get(word.key, ()):
            end = at + len(phrase)
            if tuple(w.key for w in words[at:end]) == phrase:
                yield range(at, end)
                break


def _schools(words: Sequence[Word]) -> Iterator[int]:
    """Ysgol Glan Clwyd; and St David's."""
    for at, word in enumerate(words):
        if word.key not in _SCHOOL_FIRST or not word.capital:
            continue
        for next_ in range(at + 1, min(at + 7, len(words))):
            if not words[next_].joined or not (words[next_].capital or words[next_].key in _BETWEEN):
                break
            yield next_


def _in_office(words: Sequence[Word]) -> Iterator[int]:
    """Judge Meleri Tudur: up to three capitalised words."""
    for at, word in enumerate(words):
        if word.key not in _OFFICES or not word.capital:
            continue
        for next_ in range(at + 1, min(at + 4, len(words))):
            if not (words[next_].joined and words[next_].capital):
                break
            yield next_


def _named_after(words: Sequence[Word]) -> Iterator[int]:
    """Bishop Gore School: up to four capitalised words before."""
    for at, word in enumerate(words):
        if (
            word.key not in _SCHOOL_LAST
            or not word.joined
            or not (word.capital or word.key in ("review", "report", "judgment", "cluster"))
        ):
            continue
        for back in range(at - 1, max(-1, at - 5), -1):
            if not words[back].capital or not words[back].bare:
                break
            if words[back].whole in lexicon().terms and words[back].key not in _DESCRIBED:
                break
            yield back
            if not words[back].joined:
                break


def _cases(words: Sequence[Word]) -> Iterator[int]:
    """H v East Sussex: up to three capitalised words on either side; "Jayden v the council" is no case's name."""
    for at, word in enumerate(words):
        sides = words[at + 1 : at + 2]
        if word.key == "v" and sides and sides[0].capital:
            yield from (near for near in range(max(0, at - 3), min(at + 4, len(words))) if words[near].capital)
