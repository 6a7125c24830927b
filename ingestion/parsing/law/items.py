"""The items of one section, regulation or Schedule paragraph: what each says, and where in the unit it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.duties import Force, force_of
from corpus.legislation import Currency, Definition
from corpus.provisions import Provision
from corpus.spans import Span
from ingestion.parsing.prose import Prose, join

_ASIDE = re.compile(r"“[^“”]*”|\(as the case may be\)")
_MODAL = re.compile(r"\b(?:must not|must|may not|may)\b|\b(?:ni chaiff|rhaid|a chaiff|caiff)\b", re.IGNORECASE)
_CONDITIONS = re.compile(r"\b(?:if|where|when|os|pan)\b[^.;]*[—–:-]$|^The circumstances are", re.IGNORECASE)
_APPLIES = re.compile(
    r"(?:This |Sub)?(?:section|regulation|paragraph)s? (?:\([^()]+\)[ ,and]*)*appl(?:y|ies) (?:where|if|in relation)\b",
    re.IGNORECASE,
)
_NONE_MAY = re.compile(r"No (?:[\w’'-]+ ){1,6}(?:may|is to be)\b|[^.;—]{0,80}, and no (?:[\w’'-]+ ){1,6}may\b")
_RELATIVE = re.compile(r"(?:that|which|who|whose|whether)\b")
_OPENS = ("—", "–", ":", "-")
_WELSH = {"ni chaiff": Force.MUST_NOT, "rhaid": Force.MUST, "caiff": Force.MAY, "a chaiff": Force.MAY}


@dataclass(frozen=True, slots=True)
class Link:
    """Words that the publisher has tied to a provision; ``span`` is in the item's prose."""

    span: Span
    target: Provision


@dataclass(frozen=True, slots=True)
class Found:
    """A cross-reference: its ``words``, what they point at, or else ``why`` that cannot be told."""

    span: Span
    words: str
    targets: tuple[Provision, ...]
    why: str = ""


@dataclass(slots=True)
class Item:
    """``steps`` are the marks that lead to it; ``quoted`` is the text that it inserts into another enactment.

    ``opening`` is the index, in its unit, of the item that introduces the list in which this one stands. ``group`` is the
    heading that some subsections share within their section; ``terms`` are words that the publisher marks as defined.
    """

    prose: Prose
    steps: tuple[str, ...]
    mark: str = ""
    opening: int | None = None
    quoted: list[Prose] = field(default_factory=list)
    tail: str = ""
    force: Force | None = None
    group: str = ""
    links: tuple[Link, ...] = ()
    terms: tuple[str, ...] = ()
    found: tuple[Found, ...] = ()
    defines: tuple[Definition, ...] = ()
    annotations: tuple[str, ...] = ()
    currency: Currency | None = None

    @property
    def text(self) -> str:
        return self.prose.text

    @property
    def opens(self) -> bool:
        return self.text.endswith(_OPENS) and not self.quoted

    @property
    def whole(self) -> Prose:
        """With the text that it quotes, in quotation marks: that is no provision of this enactment."""
        if not self.quoted:
            return self.prose
        return join([self.prose.then(" “"), join(self.quoted).then(f"”{self.tail}")], "")


def finish(items: Sequence[Item]) -> None:
    """Set loose the sentences that only follow a list, and give each item its force."""
    for before, item in pairwise(items):
        if not item.mark and before.mark and before.text.endswith(".") and item.text[0].isupper():
            item.opening = None
    _with_forces(items)


def _with_forces(items: Sequence[Item]) -> None:
    """Give each item its force; a list's paragraph has that of its opening words, whatever it says *should* or *may* be.

    A paragraph of a list of conditions ("applies where—") has none: what may be so there is not allowed by it.
    """
    for item in items:
        before = None if item.opening is None else items[item.opening]
        opening = before.force if before else None
        if item.mark and before and (opening or _CONDITIONS.search(before.text)):
            item.force = opening
        else:
            item.force = _own_force(item.text) or opening


def _own_force(text: str) -> Force | None:
    """That of the main verb: ``must`` before ``may``, and ``may`` at its first place.

    In an Act ``should`` is always subordinate ("must decide whether … should"), a later ``may`` mostly is, and so is
    what a relative clause or quotation marks hold. Welsh texts put the verb first.
    """
    if _RELATIVE.match(text) or _APPLIES.match(text):
        return None
    if _NONE_MAY.match(text):
        return Force.MUST_NOT
    modals = [modal.lower() for modal in _MODAL.findall(_ASIDE.sub("", text))]
    welsh = next((_WELSH[modal] for modal in modals if modal in _WELSH), None)
    if welsh:
        return welsh
    musts = [modal for modal in modals if modal.startswith("must")]
    return force_of((musts[-1:] or modals[:1] or [""])[0])
