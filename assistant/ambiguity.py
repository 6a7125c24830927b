"""Ambiguity: a question that could be about any duty or time limit is asked back, with the readings to choose from."""

import re
from collections.abc import Sequence

from assistant.ranking import Ranked

CHOICES = 4
# Words that a question of any subject may hold; one that holds no other says nothing of what it is about.
_GENERAL = frozenset(
    """
    long much many soon quick quickly time times limit limits deadline deadlines days weeks months date when which who whose whom
    say says said no yes refuse refused refusal decide decides decision allowed allow permitted do does done doing must should
    can could may need needs required have has got give gives given take takes taken get gets happen happens next then now
    someone anyone everybody people person they them he she we us you i it this that these those there here one thing things
    appeal appeals right rights wrong rule rules law legal legally act responsible responsibility pay pays paid cost costs send sends sent
    late start starts stop stops change changes ask asks asked tell tells told know please help just still also
    what why how where if so or and but not isn don doesn won isnt dont cant cannot go come make makes made want wants
    faint hir amser terfyn terfynau dyddiad pryd pwy beth sut ble pam rhaid caiff gallu gall allan nhw ni fi ti chi hi fo fe hwn hon hyn hynny
    gwrthod gwrthodant dweud penderfynu penderfyniad apelio apêl hawl gennym gynnon sydd gen i ganddyn ganddo ganddi wneud gwneud nesaf nesa talu newid gofyn oes mae
    yw ydi ydy a o y yr yn ar i am gan dim na nad os
    """.split()
)
_WORD = re.compile(r"\w+")
MOST_WORDS = 9


def is_general(text: str) -> bool:
    """Whether a short question holds no word that says what it is about."""
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) <= MOST_WORDS and all(word in _GENERAL or len(word) == 1 for word in words)


def readings(ranked: Sequence[Ranked], language: str) -> tuple[str, ...]:
    """The questions of the passages found first: each way to read the question can be asked and has an answer."""
    passages = (r.candidate.passage for r in ranked if not r.superseded)
    questions = (p.questions[0] for p in passages if p.questions and p.language == language)
    return tuple(dict.fromkeys(questions))[:CHOICES]
