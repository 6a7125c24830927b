import pytest

from corpus.duties import Bearer, Force
from ingestion.checking.checks import Check, Claim
from tests.ingestion.checking.samples import claim, found

DECIDE = "A governing body must decide whether a hedge is sick, unless section 1(2) applies."


@pytest.mark.parametrize(
    "sound",
    [
        claim(DECIDE, "1/1", force=Force.MUST, bearer=Bearer.GOVERNING_BODY),
        claim("A governing body must tell the owner of a healthy hedge within 6 weeks.", "1/3", force=Force.MUST, bearer=Bearer.GOVERNING_BODY, limit="6 weeks"),
        claim("A local authority may clip a hedge that is over 25 metres long.", "2/1/a", force=Force.MAY, bearer=Bearer.LOCAL_AUTHORITY),
        claim("A local authority may not charge an owner for what it clips.", "2/2", force=Force.MUST_NOT, bearer=Bearer.LOCAL_AUTHORITY),
        claim("A local authority may clip a hedge only in winter.", "2/3", force=Force.MAY, bearer=Bearer.LOCAL_AUTHORITY),
        claim("Anyone exercising functions about hedges must not disturb a nest.", "3", force=Force.MUST_NOT, bearer=Bearer.RELEVANT_PERSON),
        claim("An NHS body must hold the ladder for the clipper.", "4/1", force=Force.MUST, bearer=Bearer.NHS_BODY),
        claim("The weeks for telling the owner begin with 4 January 2033, says the Act of 2032.", "1/3"),
    ],
)  # fmt: skip
def test_a_sentence_that_says_what_the_law_says_stands(sound: Claim) -> None:
    assert found(sound) == []


@pytest.mark.parametrize(
    ("check", "wrong"),
    [
        (Check.SOURCE, claim(DECIDE, "hedge-book/1")),
        (Check.PROVISION, claim(DECIDE, "1/1/99")),
        (Check.REFERENCE, claim("Section 9 says when a hedge is sick.", "1/1")),
        (Check.REFERENCE, claim("Section 1(8) says when a hedge is sick.", "1/1")),
        (Check.FIGURE, claim("The owner of a healthy hedge is told within 7 weeks.", "1/3")),
        (Check.FIGURE, claim("The owner of a healthy hedge is told within 6 days.", "1/3")),
        (Check.FIGURE, claim("The weeks for telling the owner begin with 5 January 2033.", "1/3")),
        (Check.FORCE, claim("A governing body may decide whether a hedge is sick.", "1/1", force=Force.MAY)),
        (Check.FORCE, claim("A governing body must not decide whether a hedge is sick.", "1/1", force=Force.MUST_NOT)),
        (Check.FORCE, claim("Anyone must disturb a nest.", "3", force=Force.MUST)),
        (Check.BEARER, claim("An NHS body must decide whether a hedge is sick.", "1/1", force=Force.MUST, bearer=Bearer.NHS_BODY)),
        (Check.BEARER, claim("An NHS body may clip a hedge.", "2/1/a", force=Force.MAY, bearer=Bearer.NHS_BODY)),
        (Check.LIMIT, claim("The owner is told within 6 weeks.", "1/3", limit="6 days")),
        (Check.WORDING, claim("A governing body decides whether a hedge is sick.", "1/1", force=Force.MUST)),
        (Check.WORDING, claim("Someone must decide whether a hedge is sick.", "1/1", force=Force.MUST, bearer=Bearer.GOVERNING_BODY)),
    ],
)  # fmt: skip
def test_an_error_of_each_kind_is_found(check: Check, wrong: Claim) -> None:
    faults = [verdict.check for verdict in found(wrong) if verdict.at_fault]
    assert faults == [check]


def test_what_rests_on_a_text_that_is_not_at_hand_is_for_a_person() -> None:
    elsewhere = claim("A governing body must decide within 35 school days.", "1/1", "hedge-code-2032/12", force=Force.MUST, bearer=Bearer.GOVERNING_BODY)  # fmt: skip
    assert [(verdict.check, verdict.at_fault) for verdict in found(elsewhere)] == [(Check.FIGURE, False)]


def test_a_sentence_about_something_else_is_for_a_person() -> None:
    beside = claim("Whoever owns a thorn or a ladder may look at the nest of the clipper.", "1/3")
    assert [(verdict.check, verdict.at_fault) for verdict in found(beside)] == [(Check.SUBJECT, False)]
