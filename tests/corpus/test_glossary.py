from pathlib import Path

import pytest

from corpus import glossary
from corpus.errors import CorpusError

GLOSSARY = glossary.load()


def test_an_abbreviation_is_spelt_out_in_the_language_of_the_text() -> None:
    assert (
        GLOSSARY.spelt_out("Two IDPs from the LA", "en") == "Two individual development plans from the local authority"
    )
    assert GLOSSARY.spelt_out("Beth yw CDU?", "cy") == "Beth yw cynllun datblygu unigol?"


def test_a_word_that_only_holds_an_abbreviation_stays() -> None:
    assert GLOSSARY.spelt_out("a place in Lampeter", "en") == "a place in Lampeter"


def test_a_glossary_with_an_unknown_key_names_the_term(tmp_path: Path) -> None:
    (tmp_path / "g.toml").write_text('[[term]]\nen = "x"\ncy = "y"\nfr = "z"\n')
    with pytest.raises(CorpusError, match="term x"):
        glossary.load(tmp_path / "g.toml")
