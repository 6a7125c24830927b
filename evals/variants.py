"""Variants: what is made from the written topics: typed in a hurry, wrapped in noise, or with all that answers it hidden.

The same seed makes the same variants, so that two runs ask the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from random import Random

from assistant.answers import Status
from assistant.questions import LIMIT
from corpus.passages import Passage
from evals import matching
from evals.qrels import rests_on, sentences
from evals.topics import Topic
from ingestion.passage_store import stands_on

SEED = 2018
_NEAR = dict(zip("abcdefghilmnoprstuwy", "sxvsdgjjokkniettyyeu", strict=True))
_LONG = 5
_WORDS_AN_ERROR = 6
_BEFORE = ("hiya, quick one - ", "sorry to bother you again!! ", "Hi all 👋 ", "URGENT: ", "not sure who to ask so... ")
_AFTER = (
    " thanks!! x",
    " (asking before my 2pm meeting)",
    " Sent from my phone",
    " 🙏🙏",
    " cheers, any help appreciated",
)


def typed_in_a_hurry(topics: Iterable[Topic], seed: int = SEED) -> Iterator[Topic]:
    """A misspelt copy of each answerable topic: one long word in six has a letter swapped, dropped, doubled or missed."""
    for topic in _plain(topics):
        yield _variant(topic, "typo", _misspelt(topic.question, Random(f"{seed}:{topic.id}:typo")))


def in_noise(topics: Iterable[Topic], seed: int = SEED) -> Iterator[Topic]:
    """A copy of each answerable topic with what people write around a question, and its capitals and stops gone."""
    for topic in _plain(topics):
        random = Random(f"{seed}:{topic.id}:noise")
        noisy = random.choice(_BEFORE) + topic.question.lower().rstrip("?.! ") + random.choice(_AFTER)
        yield _variant(topic, "noise", noisy)


def left_out(topics: Iterable[Topic], passages: Sequence[Passage]) -> Iterator[Topic]:
    """Each answerable topic with every passage hidden that rests on what it must cite, or says all its vital facts.

    Then it is unanswerable, and must be refused: unsupported topics of the field's own kind, as many as there are answers.
    """
    standing = [(p.id, stands_on(p), sentences(p)) for p in passages]
    for topic in topics:
        if topic.answerable and topic.vital and not topic.thread:
            hidden = frozenset(
                id_
                for id_, ids, said in standing
                if rests_on(topic, ids) or all(matching.lenient(nugget, said) for nugget in topic.vital)
            )
            if hidden:
                yield _emptied(replace(topic, without=hidden))


def _emptied(topic: Topic) -> Topic:
    return replace(
        topic,
        id=f"{topic.id}~left-out",
        slice="left-out",
        base=topic.id,
        twin="",
        status=Status.UNSUPPORTED,
        accept=(Status.OUT_OF_SCOPE,),
        nuggets=(),
        cite=(),
        warnings=(),
        duties=(),
    )


def _plain(topics: Iterable[Topic]) -> Iterator[Topic]:
    return (topic for topic in topics if topic.answerable and topic.lang == "en" and not topic.thread)


def _variant(topic: Topic, kind: str, question: str) -> Topic:
    return replace(topic, id=f"{topic.id}~{kind}", slice=kind, base=topic.id, twin="", question=question[:LIMIT])


def _misspelt(text: str, random: Random) -> str:
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= _LONG and word.isalpha()]
    for at in random.sample(long, min(len(long), 1 + len(words) // _WORDS_AN_ERROR)):
        words[at] = _slip(words[at], random)
    return " ".join(words)


def _slip(word: str, random: Random) -> str:
    at = random.randrange(1, len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    return random.choice(
        (
            before + after[:1] + letter + after[1:],
            before + after,
            before + letter * 2 + after,
            before + _NEAR.get(letter, letter) + after,
        )
    )
