import pytest

from evals import alterations

RATES = {rate.kind: rate for rate in alterations.rates()}


@pytest.mark.parametrize("kind", sorted(alterations.WRONG))
def test_the_verifier_catches_nine_in_ten_of_every_kind_of_altered_sentence(kind: str) -> None:
    assert RATES[kind].tried >= 50
    assert RATES[kind].right > 0.9


@pytest.mark.parametrize("kind", ["as it stands", "brackets dropped"])
def test_the_verifier_lets_harmless_sentences_through(kind: str) -> None:
    assert RATES[kind].right > 0.99


def test_the_figures_are_printed_with_recall_and_precision() -> None:
    assert "recall 0.99" in alterations.printed(RATES.values())
