from datetime import date
from pathlib import Path

import pytest

from corpus import register, stages
from corpus.errors import CorpusError

BEFORE = 'before_en = "none"\nbefore_cy = "dim"\n'
STAGE = '[[stage]]\nstart = "2021-09-01"\nby = ["wsi-2021-373/article/3"]\nen = "x"\ncy = "y"\nevidence = "C01"\n'


def loaded(tmp_path: Path, text: str) -> stages.Stages:
    path = tmp_path / "stages.toml"
    path.write_text(text, "utf-8")
    return stages.load(path)


def begun(day: str) -> str:
    stage = stages.load().as_at(date.fromisoformat(day))
    assert stage is not None
    return stage.start.isoformat()


def test_a_stage_speaks_in_either_language(tmp_path: Path) -> None:
    (stage,) = loaded(tmp_path, BEFORE + STAGE).stages
    assert (stage.text("en"), stage.text("cy")) == ("x", "y")


def test_before_the_first_stage_the_old_law_is_told_of() -> None:
    known = stages.load()
    day = date(2020, 11, 1)
    assert known.as_at(day) is None
    assert known.told(day, "en") == known.before("en")
    assert known.told(day, "cy") == known.before("cy")
    assert "special educational needs" in known.before("en")
    assert "anghenion addysgol arbennig" in known.before("cy")


@pytest.mark.parametrize(
    ("eve", "earlier", "start"),
    [
        ("2021-01-03", "2020-11-02", "2021-01-04"),
        ("2021-08-31", "2021-01-04", "2021-09-01"),
        ("2021-12-31", "2021-09-01", "2022-01-01"),
        ("2022-08-31", "2022-01-01", "2022-09-01"),
        ("2025-08-30", "2022-09-01", "2025-08-31"),
        ("2025-08-31", "2025-08-31", "2025-09-01"),
    ],
)
def test_a_stage_holds_until_the_day_of_the_next(eve: str, earlier: str, start: str) -> None:
    assert begun(eve) == earlier
    assert begun(start) == start


def test_the_first_stage_holds_from_its_own_day_and_the_last_for_good() -> None:
    assert begun("2020-11-02") == "2020-11-02"
    assert begun("2026-03-28") == "2025-09-01"


def test_from_its_day_on_a_stage_is_told_of_in_the_language_asked_for() -> None:
    known = stages.load()
    assert "1 September 2021" in known.told(date(2021, 9, 1), "en")
    assert "1 Medi 2021" in known.told(date(2021, 9, 1), "cy")


def test_every_order_that_a_stage_rests_on_is_a_registered_source() -> None:
    orders = {provision.source_id for stage in stages.load().stages for provision in stage.by}
    assert orders
    assert orders <= register.load().entries.keys()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[stage]", "not a TOML file of stages"),
        (STAGE, "before_en, before_cy and stage entries are needed"),
        ('after_en = "x"\n' + BEFORE + STAGE, "and nothing else"),
        (BEFORE.replace("dim", " ") + STAGE, "before_en and before_cy each say something"),
        (BEFORE + STAGE + 'colour = "red"\n', "stage 2021-09-01: unknown key colour"),
        (BEFORE + STAGE.replace("2021-09-01", "2021-09"), "stage 2021-09: Invalid isoformat string"),
        (BEFORE + STAGE.replace('start = "2021-09-01"\n', ""), "stage (no start): start is missing"),
        (BEFORE + STAGE.replace('cy = "y"', 'cy = ""'), "stage 2021-09-01: by, en, cy and evidence"),
        (BEFORE + STAGE.replace('cy = "y"\n', ""), "stage 2021-09-01: Stage.__init__() missing"),
        (BEFORE + STAGE.replace('"wsi-2021-373/article/3"', ""), "stage 2021-09-01: by, en, cy and evidence"),
        (BEFORE + STAGE.replace("/article", "//article"), "stage 2021-09-01: provision"),
        (BEFORE + STAGE + STAGE, "in the order of their days, one for a day"),
        (BEFORE + STAGE + STAGE.replace("2021-09-01", "2021-01-04"), "in the order of their days"),
    ],
)
def test_malformed_stages_are_refused_naming_the_entry(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(CorpusError) as error:
        loaded(tmp_path, text)
    assert str(tmp_path) in str(error.value)
    assert complaint in str(error.value)
