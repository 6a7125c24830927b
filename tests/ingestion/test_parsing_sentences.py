"""Sentences end where a reader says that they do."""

import pytest

from ingestion.parsing.sentences import sentences


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("See s. 11 and ss. 12 to 14. Then stop.", ["See s. 11 and ss. 12 to 14.", "Then stop."]),
        ("It is in reg. 27, para. 3 and c. 32. Read it.", ["It is in reg. 27, para. 3 and c. 32.", "Read it."]),
        ("Bodies, e.g. Estyn, i.e. ours, act. They do.", ["Bodies, e.g. Estyn, i.e. ours, act.", "They do."]),
        ("No. The Act does not.", ["No.", "The Act does not."]),
        ("Form No. 4 is used. Send it.", ["Form No. 4 is used.", "Send it."]),
        ("Councillor D. Jones and Dr. Evans spoke.", ["Councillor D. Jones and Dr. Evans spoke."]),
        ("It cost £6.4 million. See 2.6 above.", ["It cost £6.4 million.", "See 2.6 above."]),
        ("Pens, paper, etc. They were sold.", ["Pens, paper, etc.", "They were sold."]),
        ("“Stop.” (Go.) Now.", ["“Stop.”", "(Go.)", "Now."]),
        ("   ", []),
    ],
)
def test_sentences_are_cut_at_their_ends_only(text: str, wanted: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == wanted
