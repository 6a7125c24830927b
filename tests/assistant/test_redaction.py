from time import perf_counter

import pytest

from assistant.redaction import Found, Personal, personal, redact


@pytest.mark.parametrize(
    ("asked", "redacted"),
    [
        ("My son Rhys has no IDP", "My son [name] has no IDP"),
        ("a pupil called Megan Rees moved", "a pupil called [name] moved"),
        ("Dafydd Jones in year 4 needs help", "[name] in year 4 needs help"),
        ("Mrs Pritchard the SENCo says no", "[name] the SENCo says no"),
        ("Miss O'Connor says no", "[name] says no"),
        ("my son's called Zebedee", "my son's called [name]"),
        ("Kind regards, Helen Moss", "Kind regards, [name]"),
    ],
)
def test_a_name_gives_way_to_a_placeholder(asked: str, redacted: str) -> None:
    assert redact(asked).text == redacted


def test_a_name_in_small_letters_is_found() -> None:
    assert redact("gethin morgan yr 5 has dyslexia").text == "[name] yr 5 has dyslexia"
    assert redact("is my son josh covered").text == "is my son [name] covered"


def test_a_middle_name_and_an_initial_go_with_the_name() -> None:
    assert redact("Ffion Haf Rowlands-Pugh left").text == "[name] left"
    assert redact("Aisha K. needs a therapist").text == "[name]. needs a therapist"


def test_every_mention_of_a_name_goes_once_it_is_found() -> None:
    asked = "My pupil Zebedee Quill: is Zebedee's plan his? zebedee hates meetings, Quill says"
    assert redact(asked).text == "My pupil [name]: is [name]'s plan his? [name] hates meetings, [name] says"


def test_initials_beside_a_pupil_are_a_name_and_acronyms_are_not() -> None:
    assert redact("Pupil JS was excluded").text == "Pupil [name] was excluded"
    assert redact("a pupil with ASD, a child LA support").text == "a pupil with ASD, a child LA support"


@pytest.mark.parametrize(
    ("asked", "redacted"),
    [
        ("Mae fy mab Osian yn fyddar", "Mae fy mab [enw] yn fyddar"),
        ("Mab i, Osian, sydd ym mlwyddyn 4", "Mab i, [enw], sydd ym mlwyddyn 4"),
        ("Disgybl o'r enw Macsen Huws", "Disgybl o'r enw [enw]"),
        ("Mae gan Tegwen ap Rhobert CDU", "Mae gan [enw] CDU"),
        ("Diolch, Meinir", "Diolch, [enw]"),
        ("Ganwyd Deio ar 3 Mai 2016", "Ganwyd [enw] ar [dyddiad geni]"),
        ("Rwy'n byw yn 14 Heol y Bont", "Rwy'n byw yn [cyfeiriad]"),
        ("Rhif GIG 450 557 7104", "Rhif GIG [rhif GIG]"),
        ("Ffoniwch 07700 900789", "Ffoniwch [ffôn]"),
        ("Cod post LL55 1AB", "Cod post [cod post]"),
    ],
)
def test_welsh_is_read_and_the_placeholders_of_a_welsh_question_are_welsh(asked: str, redacted: str) -> None:
    assert redact(asked, "cy").text == redacted


@pytest.mark.parametrize(
    "asked", ["Will Harris in Year 8", "Mark's mum asked", "my daughter Grace", "Does Bryn have an IDP"]
)
def test_a_name_that_is_also_a_word_is_found_beside_a_cue(asked: str) -> None:
    assert "[name]" in redact(asked).text


@pytest.mark.parametrize(
    "asked",
    [
        "Will the LA have to decide?",
        "Will Year 10 pupils get an IDP?",
        "May we refuse?",
        "Mark this as urgent",
        "Is there a Grace period?",
        "Do Faith schools differ?",
        "Do the Summer holidays count?",
        "What changed in April 2022?",
        "Can Mum and Dad both appeal?",
        "Chair of Governors asks who signs",
        "What does Section 19 say?",
        "Is the child Gillick competent?",
        "What did Donaldson say of Estyn and SNAP Cymru?",
        "What was held in H v East Sussex?",
        "Does the Equality Act 2010 apply?",
        "What did the Morgan review say?",
    ],
)
def test_laws_terms_and_words_that_look_like_names_stay(asked: str) -> None:
    assert redact(asked).text == asked


@pytest.mark.parametrize(
    "asked",
    [
        "Mae'r ysgol yn gwrthod",
        "Pwy sy'n penderfynu?",
        "Oes rhaid?",
        "Sut mae apelio?",
        "Rhaid i Nain ddod?",
        "Ydy Llywodraeth Cymru yn iawn?",
    ],
)
def test_words_that_open_a_welsh_sentence_stay(asked: str) -> None:
    assert redact(asked, "cy").text == asked


@pytest.mark.parametrize(
    "asked",
    [
        "Who is the DECLO at Betsi Cadwaladr?",
        "Can Hywel Dda refuse?",
        "Is Cwm Taf Morgannwg late?",
        "Does Rhondda Cynon Taf pay?",
        "Cardiff's policy",
    ],
)
def test_bodies_and_places_stay(asked: str) -> None:
    assert redact(asked).text == asked


@pytest.mark.parametrize(
    "asked",
    [
        "Ysgol Syr Hugh Owen refuses",
        "Ysgol Gyfun Gŵyr",
        "Bishop Gore School said no",
        "St David's College",
        "A all Ysgol Emrys ap Iwan wrthod?",
    ],
)
def test_the_name_of_a_school_stays(asked: str) -> None:
    assert redact(asked).text == asked


@pytest.mark.parametrize(
    "asked", ["What did Kirsty Williams promise?", "Lynne Neagle's statement", "Judge Meleri Tudur held what?"]
)
def test_a_holder_of_public_office_stays(asked: str) -> None:
    assert redact(asked).text == asked


def test_a_ministers_namesake_at_school_goes() -> None:
    assert redact("Kirsty Williams in year 4").text == "[name] in year 4"


@pytest.mark.parametrize("date", ["12/05/2014", "12 May 2014", "3rd March 2007", "2015-09-03", "3ydd o Fawrth 2015"])
def test_a_date_of_birth_goes(date: str) -> None:
    assert redact(f"DOB {date}, new pupil").text == "DOB [date of birth], new pupil"


@pytest.mark.parametrize(
    "asked",
    [
        "On 1 September 2021 it came in",
        "The meeting was on 12/05/2023",
        "children born on or after 1 September 2014",
        "my 7 year old is 8 soon",
    ],
)
def test_other_dates_and_ages_stay(asked: str) -> None:
    assert redact(asked).text == asked


def test_an_nhs_number_is_known_by_its_check_digit_or_by_what_it_is_called() -> None:
    assert redact("see 943 476 5919").text == "see [NHS number]"
    assert redact("nhs no 4857773456").text == "nhs no [NHS number]"
    assert redact("invoice 1234567890").text == "invoice 1234567890"


def test_pupil_and_national_insurance_numbers_go() -> None:
    assert redact("UPN H801200001001, NI QQ 12 34 56 C").text == "UPN [pupil number], NI [national insurance number]"


@pytest.mark.parametrize("number", ["07700 900123", "029 2018 0123", "+44 7700 900456", "(01632) 960456"])
def test_a_telephone_number_goes(number: str) -> None:
    assert redact(f"Ring {number} please").text == "Ring [phone] please"


@pytest.mark.parametrize(
    "asked", ["SI 2021/401 (W. 130)", "Reg 27 and s.19", "paragraph 23.45", "Form 12 345 678", "within 20 school days"]
)
def test_numbers_of_law_stay(asked: str) -> None:
    assert redact(asked).text == asked


@pytest.mark.parametrize(
    "address", ["14 Heol y Bont", "Flat 2, 9 High Street", "27 Station Road", "14a Pen-y-Bryn Terrace"]
)
def test_an_address_goes(address: str) -> None:
    assert redact(f"We live at {address}, Neath").text == "We live at [address], Neath"


def test_postcodes_go_and_ordinals_stay() -> None:
    assert redact("we are in cf14 3xz").text == "we are in [postcode]"
    assert redact("see s19 2nd line").text == "see s19 2nd line"


def test_email_mentions_and_profiles_go() -> None:
    asked = "mail a.b@c.org, ask <@U012ABC> or @dafydd.pugh, see facebook.com/rhian.52"
    assert redact(asked).text == "mail [email], ask [username] or [username], see [username]"


def test_the_address_of_a_law_stays() -> None:
    asked = "Is https://www.legislation.gov.uk/anaw/2018/2/section/11 up to date?"
    assert redact(asked).text == asked


def test_what_was_removed_is_counted_by_kind_and_never_shown() -> None:
    redacted = redact("Rhys and Megan, born 12 May 2014")
    assert redacted.removed == (Found(kind=Personal.NAME, count=2), Found(kind=Personal.BIRTH, count=1))
    assert "Rhys" not in repr(redacted)
    assert "Rhys" not in repr(personal("My son Rhys"))


def test_a_redacted_text_has_nothing_more_to_redact() -> None:
    once = redact("Rhys Jones, 14 Heol y Bont, LL55 1AB, 07700 900123, dob 12/05/2014").text
    assert redact(once).text == once


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "A ",
        "0 7 ",
        "a@a.",
        "Rhys Jones ",
        "my son ",
        "12 High ",
        "12 Heol ",
        "A v ",
        "born 1/",
        "1 May ",
        "Flat 1 ",
        "a-",
        "named ",
    ],
)
def test_no_text_of_2000_characters_takes_long(unit: str) -> None:
    redact(unit)
    began = perf_counter()
    redact((unit * 2000)[:2000])
    assert perf_counter() - began < 0.5
