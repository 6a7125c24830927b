from pathlib import Path

import pytest

from ingestion.checking.twins import alone, differences, pairs
from tests.ingestion.checking.samples import note

BASIS = "{anaw-2018-2/section/11/1; must; governing_body; 6 weeks}"
ENGLISH = f"A governing body must decide within 6 weeks. {BASIS}"
WELSH = f"Rhaid i gorff llywodraethu benderfynu o fewn 6 wythnos. {BASIS}"


def told(folder: Path, welsh: str, english: str = ENGLISH) -> list[str]:
    return [what for _, what in differences(note(folder, english), note(folder, welsh, language="cy"))]


def test_twins_that_say_the_same_do_not_differ(tmp_path: Path) -> None:
    assert told(tmp_path, WELSH) == []


@pytest.mark.parametrize(
    ("changed", "to", "what"),
    [
        ("6 wythnos", "7 wythnos", "stands in one language only"),
        ("6 wythnos", "6 diwrnod", "stands in one language only"),
        ("11/1", "11/2", "the provisions are not those"),
        ("; must", "; may", "force or bearer is not that"),
        ("governing_body", "local_authority", "force or bearer is not that"),
        ("; 6 weeks}", "}", "the time limit is not that"),
        ("benderfynu", "benderfynu o dan adran 12", "section 12 is named in one language only"),
        (WELSH, f"{WELSH}\n{WELSH}", "2 sentences, in English 1"),
    ],
)
def test_a_difference_of_each_kind_is_named(tmp_path: Path, changed: str, to: str, what: str) -> None:
    assert any(what in said for said in told(tmp_path, WELSH.replace(changed, to)))


def test_a_must_that_one_language_alone_has_is_named(tmp_path: Path) -> None:
    plain = "{anaw-2018-2/section/11/1}"
    said = told(tmp_path, f"Rhaid penderfynu. {plain}", f"A governing body decides. {plain}")
    assert said == ["must stands in one language only"]


def test_a_welsh_note_has_an_english_twin(tmp_path: Path) -> None:
    english, welsh = note(tmp_path, ENGLISH), note(tmp_path, WELSH, language="cy")
    stray = note(tmp_path, WELSH, language="cy", id_="stray")
    assert list(pairs([english, welsh, stray])) == [(english, welsh)]
    assert alone([english, welsh, stray]) == [stray]
