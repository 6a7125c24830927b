"""Provisions: legal units named as legislation.gov.uk names them, and how people write them.

An id is ``<source-id>`` or ``<source-id>/<path>``, such as ``anaw-2018-2/section/11/3/b/ii``,
``wsi-2021-401/schedule/1/paragraph/3`` or ``aln-code-2021/12.12``.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from corpus.errors import CorpusError

ACT = "anaw-2018-2"
ALN_REGULATIONS = "wsi-2021-401"
TRIBUNAL_REGULATIONS = "wsi-2021-406"
CODE = "aln-code-2021"
LEGISLATION = re.compile(r"(?P<type>anaw|asc|mwa|wsi|uksi|ukpga)-(?P<year>\d{4})-(?P<number>\d+)")
_STEP = re.compile(r"[a-z0-9][a-z0-9.~-]*", re.IGNORECASE)
_UNIT_WORDS = ("section", "regulation", "article", "rule", "schedule", "paragraph")
_NUMBERED_UNITS = ("section", "regulation", "article", "rule", "paragraph")
_DIVISIONS = {"part": "Part", "chapter": "Chapter"}


@dataclass(frozen=True)
class Provision:
    """One legal unit, or a whole instrument when there is no path."""

    id: str

    def __post_init__(self) -> None:
        source_id, *steps = self.id.split("/")
        if not source_id or not all(_STEP.fullmatch(step) for step in (source_id, *steps)):
            raise CorpusError(f"provision {self.id!r}: write <source-id>/<unit>/<number>…")

    @cached_property
    def steps(self) -> tuple[str, ...]:
        return tuple(self.id.split("/"))

    @property
    def source_id(self) -> str:
        return self.steps[0]

    @property
    def label(self) -> str:
        """As a person writes it: ``section 11(3)(b)``, ``Schedule 1, paragraph 3(2)``, ``paragraph 12.12``."""
        path = self.steps[1:]
        if not path:
            return ""
        if path[:2] == ("schedule", "paragraph"):
            return f"Schedule, {_numbered(path[1:])}"
        if path[0] == "schedule" and len(path) > 1:
            return ", ".join([f"Schedule {path[1]}", *filter(None, [_numbered(path[2:])])])
        if self.source_id == CODE:
            return f"paragraph {path[0]}" + _brackets(path[1:])
        return _numbered(path)

    @property
    def url(self) -> str | None:
        """The address of the unit on legislation.gov.uk, when it is legislation."""
        found = LEGISLATION.fullmatch(self.source_id)
        if not found:
            return None
        return "/".join(["https://www.legislation.gov.uk", *found.groups(), *self.steps[1:]])

    @property
    def container(self) -> "Provision | None":
        """The unit in which this one stands; None for a section, a regulation, a Schedule and the like."""
        steps = self.steps[:-1]
        while steps and steps[-1] in _UNIT_WORDS:
            steps = steps[:-1]
        return Provision("/".join(steps)) if len(steps) > 1 else None

    @property
    def clause(self) -> "Provision":
        """The section, regulation or Schedule paragraph that this unit is or stands in."""
        if self.steps[1:2] == ("schedule",) and "paragraph" in self.steps:
            return Provision("/".join(self.steps[: self.steps.index("paragraph") + 2]))
        return Provision("/".join(self.steps[:3]))

    @property
    def division(self) -> str | None:
        """``part``, ``chapter`` or ``schedule`` for such a division; None for any other unit."""
        kind = self.steps[-1] if self.steps[-1] == "schedule" else self.steps[-2] if len(self.steps) > 2 else ""
        return kind if kind in ("part", "chapter", "schedule") else None

    def contains(self, other: "Provision") -> bool:
        """Whether ``other`` is this unit or stands inside it."""
        return other.steps[: len(self.steps)] == self.steps


def _numbered(path: tuple[str, ...]) -> str:
    if len(path) > 1 and path[0] in _DIVISIONS:
        return ", ".join(
            f"{_DIVISIONS.get(kind, kind)} {number}" for kind, number in zip(path[::2], path[1::2], strict=False)
        )
    if len(path) > 1 and path[0] in _NUMBERED_UNITS:
        return f"{path[0]} {path[1]}{_brackets(path[2:])}"
    return "/".join(path)


def _brackets(steps: tuple[str, ...]) -> str:
    return "".join(f"({step})" for step in steps)


_UNIT = (
    r"(?P<unit>sections?|sects?\.?|ss?\.?|h?adran(?:nau)?|regulations?|regs?\.?|rr?\.|rh?eoliad(?:au)?"
    r"|paragraphs?|paras?\.?|(?:p|b|ph|mh)aragraff(?:au)?)"
)
_NUMBER = r"(?P<number>[0-9]{1,3}(?![0-9])(?:\.[0-9]+)?[A-Z]?)(?P<rest>(?:\s?\((?:[0-9]{1,2}[A-Z]?|[a-z]{1,4})\))*)"
_SCHEDULE = r"(?:schedule|sch\.?|atodlen)\s*(?P<schedule>[0-9]+)(?:\s*,?\s*(?:paragraph|para\.?|paragraff)\s*(?P<paragraph>[0-9]+)(?P<sub>(?:\s?\((?:[0-9]{1,2}[A-Z]?|[a-z]{1,4})\))*))?"
_NAMED = re.compile(rf"(?<![\w'’])(?:{_SCHEDULE}|{_UNIT}\s*{_NUMBER})", re.IGNORECASE)
_BRACKETED = re.compile(r"\(([^)]+)\)")


def named_in(text: str) -> tuple[Provision, ...]:
    """The provisions that ``text`` names, each read as of the instrument that such a unit belongs to.

    A section is the 2018 Act's, a regulation or Schedule the ALN Regulations' (or the Tribunal's, when it says so), a
    paragraph with a dot the Code's. What the text gives to another Act or document is left out, and so are the
    sections of the standard IDP form, 1A to 2D.
    """
    found = []
    for match in _NAMED.finditer(text):
        before = _BEFORE.search(text[: match.start()])
        if before and not _OURS.search(before["words"]):
            continue
        provision = _read(match, text[match.end() :])
        if provision:
            found.append(provision)
    return tuple(dict.fromkeys(found))


def besides(text: str) -> str:
    """What ``text`` says besides the provisions that it names."""
    return _NAMED.sub(" ", text)


_ELSEWHERE = re.compile(
    r"\s*,?\s*(?:(?:of|o|to|in|under)\s+)?(?:the\s+)?(?!(?:ALN|ALNET|2018|Additional Learning|Deddf (?:ADY|2018))\b)"
    r"(?:[A-Z][\w’'-]*[\s,]+(?:(?:and|of|the|for|in|to)\s+)*)+(?:\(\w+\)\s*)?(?:Act|Measure|Regulations|Order)\b"
    r"|\s*(?:of|o|in)\s+(?:the\s+)?(?:UK\s+)?GDPR\b"
    r"|\s*(?:o|yn|yn y)\s+(?:Dd?eddf|[FM]esur|Rh?eoliadau|G?Orchymyn)\s+(?!(?:ADY|2018|Anghenion Dysgu)\b)"
)
_BEFORE = re.compile(
    r"\b(?P<words>(?:[A-Z][\w’'-]*[\s,]+(?:(?:and|of|the|for|in|to)\s+)*)+)(?:Act|Measure)(?:\s+[0-9]{4})?[\s,:]*$"
)
_OURS = re.compile(
    r"\b(?:ALN|ALNET|Additional Learning Needs)\b|^(?:(?:Under|In|By|Of|Per|Does|What|Which|The|the|of|in)\s+)*$"
)


_OF_TRIBUNAL = re.compile(r"\s*(?:of|o)\s+(?:the\s+)?(?:Education\s+)?Tribunal", re.IGNORECASE)
_OF_OTHER_TEXT = re.compile(r"\s*(?:of|in|from|o|yn)\s+(?!(?:the\s+|y\s+)?(?:ALN\s+)?Cod(?:e|)\b)", re.IGNORECASE)
_IDP_FORM = re.compile(r"[12][A-D]")


def _read(match: re.Match[str], following: str) -> Provision | None:
    regulations = TRIBUNAL_REGULATIONS if _OF_TRIBUNAL.match(following) else ALN_REGULATIONS
    if regulations == ALN_REGULATIONS and _ELSEWHERE.match(following):
        return None
    if match["schedule"]:
        steps = ["schedule", match["schedule"]]
        if match["paragraph"]:
            steps += ["paragraph", match["paragraph"], *_BRACKETED.findall(match["sub"] or "")]
        return Provision("/".join([regulations, *steps]))
    unit, number = match["unit"].lower().rstrip("."), match["number"]
    rest = _BRACKETED.findall(match["rest"])
    if "ara" in unit:
        ours = "." in number and not _OF_OTHER_TEXT.match(following)
        return Provision("/".join([CODE, number, *rest])) if ours else None
    if "." in number or _IDP_FORM.fullmatch(number.upper()):
        return None
    if unit.startswith("r"):
        return Provision("/".join([regulations, "regulation", number, *rest]))
    return Provision("/".join([ACT, "section", number, *rest]))
