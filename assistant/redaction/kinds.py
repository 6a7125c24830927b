"""The kinds of personal data, where one stands in a question, and what is put in its place."""

from dataclasses import dataclass
from enum import StrEnum


class Personal(StrEnum):
    """An age is none: the law asks for it, and alone it points at nobody."""

    NAME = "name"
    BIRTH = "birth"
    UPN = "upn"
    NHS = "nhs"
    NI = "ni"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    POSTCODE = "postcode"
    USERNAME = "username"

    def called(self, language: str) -> str:
        """What it is called in ``language``: Welsh for cy, English for any other."""
        english, welsh = _NAMES[self]
        return welsh if language == "cy" else english

    def placeholder(self, language: str) -> str:
        """What stands in its place in a text."""
        return f"[{self.called(language)}]"


_NAMES = {
    Personal.NAME: ("name", "enw"),
    Personal.BIRTH: ("date of birth", "dyddiad geni"),
    Personal.UPN: ("pupil number", "rhif disgybl"),
    Personal.NHS: ("NHS number", "rhif GIG"),
    Personal.NI: ("national insurance number", "rhif yswiriant gwladol"),
    Personal.PHONE: ("phone", "ffôn"),
    Personal.EMAIL: ("email", "e-bost"),
    Personal.ADDRESS: ("address", "cyfeiriad"),
    Personal.POSTCODE: ("postcode", "cod post"),
    Personal.USERNAME: ("username", "enw defnyddiwr"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters ``start`` to ``end`` of a text, which say something of a person; the text itself is not kept."""

    kind: Personal
    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end
