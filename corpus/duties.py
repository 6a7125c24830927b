"""Who owes what, and how strongly: the Act's own words for force and bearer."""

import re
from enum import StrEnum


class Force(StrEnum):
    """The legal force of a sentence, kept verbatim from source to answer."""

    MUST = "must"
    MUST_NOT = "must_not"
    SHOULD = "should"
    MAY = "may"


class Bearer(StrEnum):
    """Who bears the duty or holds the power, in the terms of the 2018 Act.

    ``governing_body`` is a school's, or a school's and an FEI's alike; ``fei`` is an FEI's alone.
    ``maintaining_body`` is whichever governing body or local authority maintains the plan (section 23).
    ``relevant_person`` is any person exercising functions under Part 2 (sections 4(3) and 6).
    """

    GOVERNING_BODY = "governing_body"
    FEI = "fei"
    MAINTAINING_BODY = "maintaining_body"
    LOCAL_AUTHORITY = "local_authority"
    HOME_AUTHORITY = "home_authority"
    NHS_BODY = "nhs_body"
    LOCAL_HEALTH_BOARD = "local_health_board"
    ALNCO = "alnco"
    DECLO = "declo"
    EARLY_YEARS_OFFICER = "early_years_officer"
    INDEPENDENT_REVIEWING_OFFICER = "independent_reviewing_officer"
    TRIBUNAL = "tribunal"
    WELSH_MINISTERS = "welsh_ministers"
    PROPRIETOR = "proprietor"
    PERSON_IN_CHARGE = "person_in_charge"
    RELEVANT_PERSON = "relevant_person"
    REQUESTED_BODY = "requested_body"
    CHILD = "child"
    PARENT = "parent"
    YOUNG_PERSON = "young_person"
    CHILD_PARENT_OR_YOUNG_PERSON = "child_parent_or_young_person"
    CASE_FRIEND = "case_friend"
    REPRESENTATIVE = "representative"
    APPELLANT = "appellant"
    PARTY = "party"


_MODAL = re.compile(r"\b(must not|may not|must|should|may)\b", re.IGNORECASE)
_FORCES = {
    "must not": Force.MUST_NOT,
    "may not": Force.MUST_NOT,
    "must": Force.MUST,
    "should": Force.SHOULD,
    "may": Force.MAY,
}


def force_of(text: str) -> Force | None:
    """The force of the last modal verb of ``text``: in a statute the main verb follows its conditions."""
    modals = _MODAL.findall(text)
    return _FORCES[modals[-1].lower()] if modals else None
