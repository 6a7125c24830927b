import json
from pathlib import Path

import pytest

from corpus import matters, register
from corpus.errors import CorpusError

MATTER = (
    '[[matter]]\nid = "C01"\nen = "a"\ncy = "b"\nprovisions = ["anaw-2018-2/section/12/2"]\n'
    'position_en = "c"\nposition_cy = "d"\nevidence = "C01"\n'
)
CLAIM = '[[matter.claim]]\ndate = "2018"\nsource = "wg-aln-faq-2018/8.2"\nen = "e"\ncy = "f"\nright = false\n'


def loaded(tmp_path: Path, text: str) -> matters.Matters:
    path = tmp_path / "matters.toml"
    path.write_text(text, "utf-8")
    return matters.load(path)


def about(*ids: str) -> list[str]:
    return [matter.id for matter in matters.load().about(ids)]


def test_every_row_of_conflicting_claims_is_a_matter() -> None:
    assert list(matters.load().by_id) == [f"C{number:02}" for number in range(1, 25)]


def test_a_matter_names_the_row_that_it_was_gathered_in() -> None:
    assert [matter.evidence for matter in matters.load().by_id.values()] == list(matters.load().by_id)


def test_a_matter_and_its_claims_speak_in_either_language(tmp_path: Path) -> None:
    (matter,) = loaded(tmp_path, MATTER + CLAIM).by_id.values()
    assert (matter.text("en"), matter.text("cy")) == ("a", "b")
    assert (matter.position("en"), matter.position("cy")) == ("c", "d")
    assert (matter.claims[0].text("en"), matter.claims[0].text("cy")) == ("e", "f")


def test_no_shipped_text_stands_in_one_language_for_the_other() -> None:
    shipped = matters.load().by_id.values()
    alike = [claim.en for matter in shipped for claim in matter.claims if claim.en == claim.cy]
    alike += [matter.id for matter in shipped if matter.en == matter.cy or matter.position_en == matter.position_cy]
    assert alike == []


def test_a_claim_need_not_say_when_it_was_made_or_whether_it_holds(tmp_path: Path) -> None:
    claim = '[[matter.claim]]\nby_en = "x"\nby_cy = "y"\nen = "e"\ncy = "f"\n'
    (matter,) = loaded(tmp_path, MATTER + claim).by_id.values()
    assert (matter.claims[0].date, matter.claims[0].right) == (None, None)


def test_what_the_rows_only_flag_is_not_resolved() -> None:
    shipped = matters.load().by_id
    assert [claim.right for claim in (*shipped["C16"].claims, *shipped["C18"].claims)] == [None] * 5
    assert "not resolved" in shipped["C16"].position("en")
    assert "not resolved" in shipped["C18"].position("en")


def test_each_passage_that_the_register_marks_with_a_row_belongs_to_its_matter() -> None:
    marked = register.load().supersessions.items()
    astray = [passage for passage, entry in marked if not set(entry.evidence.split(", ")) <= set(about(passage))]
    assert astray == []


def test_a_paragraph_of_the_code_finds_the_matter_that_it_decides() -> None:
    assert about("aln-code-2021/12.12") == ["C06"]


def test_a_passage_finds_the_matters_on_which_it_makes_a_claim() -> None:
    assert about("wg-aln-faq-2018/8.2") == ["C01", "C02"]


def test_a_passage_claimed_by_none_finds_nothing() -> None:
    assert about("wg-aln-faq-2018/8") == []
    assert about("wg-aln-faq-2018/8.20") == []


def test_the_welsh_of_a_passage_and_its_later_parts_find_the_same_matters() -> None:
    assert about("wg-aln-faq-2018/2.1~2") == ["C20"]
    assert about("anaw-2018-2/section/62/1/welsh") == ["C19", "C22"]
    assert about("anaw-2018-2/section/62/1/welsh~2") == ["C19", "C22"]


def test_a_provision_finds_matters_about_what_holds_it_and_what_it_holds(tmp_path: Path) -> None:
    known = loaded(tmp_path, MATTER + CLAIM)
    assert known.about(["anaw-2018-2/section/12"])
    assert known.about(["anaw-2018-2/section/12/2/b"])
    assert not known.about(["anaw-2018-2/section/12/7"])
    assert not known.about(["anaw-2018-2/section/1"])


def test_a_part_of_an_instrument_does_not_bring_in_the_whole(tmp_path: Path) -> None:
    known = loaded(tmp_path, MATTER + CLAIM)
    assert not known.about(["anaw-2018-2"])
    assert not known.about(["wg-aln-faq-2018"])


def test_an_instrument_named_whole_is_found_by_its_own_id_alone(tmp_path: Path) -> None:
    known = loaded(tmp_path, MATTER.replace("anaw-2018-2/section/12/2", "wsi-2023-932") + CLAIM)
    assert known.about(["wsi-2023-932"])
    assert not known.about(["wsi-2023-932/article/2"])


def test_ids_of_several_passages_find_each_matter_once_in_the_order_of_the_file() -> None:
    assert about("wg-aln-faq-2018/8.2", "aln-code-2021/12.12", "aln-code-2021/12.21") == ["C01", "C02", "C06"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[matter]", "not a TOML file of matters"),
        ('[[mater]]\nid = "a"\n', "unknown table mater"),
        (MATTER + 'colour = "red"\n' + CLAIM, "matter C01: unknown key colour"),
        (MATTER + CLAIM + 'colour = "red"\n', "matter C01: unknown key colour"),
        (MATTER, "matter C01: en, cy, position_en, position_cy, evidence and at least one claim"),
        (MATTER.replace('"d"', '" "') + CLAIM, "matter C01: en, cy, position_en"),
        (MATTER.replace('cy = "b"\n', "") + CLAIM, "matter C01: Matter.__init__() missing"),
        (MATTER + CLAIM.replace('"f"', '""'), "matter C01: a claim says something in both languages"),
        (MATTER + CLAIM.replace("2018", "last year", 1), "matter C01: 'last year' is not a date"),
        (MATTER + CLAIM.replace('source = "wg-aln-faq-2018/8.2"', 'by_en = "x"'), "matter C01: a claim has a source"),
        (MATTER + CLAIM.replace("wg-aln-faq-2018", "rumour"), "matter C01: rumour is not a registered source"),
        (MATTER.replace("anaw-2018-2", "anaw-1"), "matter C01: "),
        (MATTER.replace("anaw-2018-2", "anaw-1") + CLAIM, "matter C01: anaw-1 is not a registered source"),
        (MATTER.replace("/section", "//section") + CLAIM, "matter C01: provision"),
        (MATTER + CLAIM + MATTER + CLAIM, "a matter stands twice"),
    ],
)
def test_malformed_matters_are_refused_naming_the_entry(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(CorpusError) as error:
        loaded(tmp_path, text)
    assert str(tmp_path) in str(error.value)
    assert complaint in str(error.value)


@pytest.mark.originals
def test_each_row_of_the_originals_has_a_matter_with_at_least_its_claims(originals: Path) -> None:
    (path,) = originals.rglob("conflicting_claims.json")
    rows = {row["id"]: len(row["claims"]) for row in json.loads(path.read_text("utf-8"))}
    counts = {matter.evidence: len(matter.claims) for matter in matters.load().by_id.values()}
    assert counts.keys() == rows.keys()
    assert [id_ for id_, claims in rows.items() if counts[id_] < claims] == []
