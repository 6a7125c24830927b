import pytest

from corpus.duties import Bearer, Force
from corpus.stated_duties import Duty, duties, is_named, mentions, says


def found(*units: str) -> list[tuple[Force, frozenset[Bearer]]]:
    return [(duty.force, duty.bearers) for duty in duties(units)]


@pytest.mark.parametrize(
    ("text", "force", "bearer"),
    [
        ("A local authority must prepare a plan.", Force.MUST, Bearer.LOCAL_AUTHORITY),
        ("If a parent asks, the authority may refuse.", Force.MAY, Bearer.LOCAL_AUTHORITY),
        ("The governing body, or a person acting for it, must not disclose it.", Force.MUST_NOT, Bearer.GOVERNING_BODY),
        ("No charge may be made by a local authority to a parent.", Force.MUST_NOT, Bearer.LOCAL_AUTHORITY),
        ("An NHS body may only refuse in writing.", Force.MUST_NOT, Bearer.NHS_BODY),
        ("the young person requests the authority to reconsider the matter", Force.MAY, Bearer.YOUNG_PERSON),
        ("Regulations may amend this section.", Force.MAY, Bearer.WELSH_MINISTERS),
    ],
)
def test_who_stands_before_a_verb_bears_its_force(text: str, force: Force, bearer: Bearer) -> None:
    assert any(duty.force is force and bearer in duty.bearers for duty in duties([text]))


def test_a_pronoun_stands_for_all_who_were_named_before_it() -> None:
    (duty,) = duties(["If an NHS body tells a parent,", "it must tell the local authority too."])
    assert duty == Duty(Force.MUST, frozenset({Bearer.NHS_BODY, Bearer.PARENT}), named=False)


def test_a_mere_possibility_is_no_power() -> None:
    assert found("provision that may be required by a child who may have needs") == []


def test_another_who_stands_after_the_verb_does_not_bear_it() -> None:
    (duty,) = duties(["A governing body must tell the local authority."])
    assert duty.bearers == {Bearer.GOVERNING_BODY}


@pytest.mark.parametrize(
    ("force", "sentence"),
    [
        (Force.MUST, "Rhaid i gorff llywodraethu benderfynu."),
        (Force.MAY, "Caiff rhiant ofyn."),
        (Force.MUST_NOT, "Ni chaiff awdurdod lleol godi tâl."),
        (Force.SHOULD, "Dylai’r corff fod yn glir."),
    ],
)
def test_the_force_of_a_welsh_sentence_is_read(force: Force, sentence: str) -> None:
    assert says(force, sentence)
    assert not says(Force.MUST, "Mae’r plentyn yn yr ysgol.")


@pytest.mark.parametrize(
    ("bearer", "sentence"),
    [
        (Bearer.NHS_BODY, "Rhaid i gorff GIG roi gwybod."),
        (Bearer.TRIBUNAL, "Caiff y Tribiwnlys orchymyn; rhaid i Dribiwnlys Addysg Cymru roi sylw."),
        (Bearer.ALNCO, "Mae CADY yn goruchwylio."),
        (Bearer.MAINTAINING_BODY, "The school that maintains the plan must review it."),
        (Bearer.FEI, "The governing body of a college decides."),
    ],
)
def test_a_bearer_is_known_by_its_names_in_either_language(bearer: Bearer, sentence: str) -> None:
    assert is_named(bearer, mentions(sentence))
    assert not is_named(bearer, mentions("The Welsh Ministers publish a list."))
