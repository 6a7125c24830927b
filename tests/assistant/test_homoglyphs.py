from assistant.homoglyphs import read_as_seen


def test_a_letter_of_another_alphabet_is_read_as_it_looks() -> None:
    assert read_as_seen("scho\u043el m\u0443st d\u0435cide") == "school myst decide"


def test_styled_letters_are_read_as_plain_ones() -> None:
    assert read_as_seen("\U0001d400\U0001d40b\U0001d40d \uff29\uff24\uff30") == "ALN IDP"


def test_a_word_of_another_language_stays_in_its_script() -> None:
    assert (
        read_as_seen("школа \u03c3\u03c7\u03bf\u03bb\u03b5\u03af\u03bf")
        == "школа \u03c3\u03c7\u03bf\u03bb\u03b5\u03af\u03bf"
    )


def test_welsh_letters_stay() -> None:
    assert read_as_seen("Gŵyr tŷ ôl") == "Gŵyr tŷ ôl"
