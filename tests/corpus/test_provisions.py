import pytest

from corpus.errors import CorpusError
from corpus.provisions import Provision, named_in


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("What does section 11 say?", "anaw-2018-2/section/11"),
        ("s.20(5)", "anaw-2018-2/section/20/5"),
        ("section 11(3)(b)(ii)", "anaw-2018-2/section/11/3/b/ii"),
        ("s 4(9A)", "anaw-2018-2/section/4/9A"),
        ("adran 11(4)", "anaw-2018-2/section/11/4"),
        ("reg 27", "wsi-2021-401/regulation/27"),
        ("reg. 11(3)", "wsi-2021-401/regulation/11/3"),
        ("rheoliad 27", "wsi-2021-401/regulation/27"),
        ("para 12.12", "aln-code-2021/12.12"),
        ("Schedule 1, paragraph 3(2)", "wsi-2021-401/schedule/1/paragraph/3/2"),
        ("section 20 of the ALN Act", "anaw-2018-2/section/20"),
        ("regulation 10 of the Tribunal regulations", "wsi-2021-406/regulation/10"),
        ("Under the Act s.12 who maintains it", "anaw-2018-2/section/12"),
        ("regulation 4 of the Education Tribunal for Wales Regulations 2021", "wsi-2021-406/regulation/4"),
        ("paragraph 12.12 of the Code", "aln-code-2021/12.12"),
    ],
)
def test_a_provision_is_read_as_people_write_it(written: str, meant: str) -> None:
    assert named_in(written) == (Provision(meant),)


@pytest.mark.parametrize(
    "written",
    [
        "section 140 of the Learning and Skills Act 2000",
        "section 20 of the Education Act 2002",
        "in 2018",
        "It's 20 degrees outside",
        "What's 30 times 4?",
        "section 17 Children Act 1989",
        "Children and Families Act 2014, section 37",
        "section 14 of GDPR",
        "section ١١",
        "2B.3",
        "section 2B",
        "paragraph 3",
        "paragraph 2.2 of the Ysgol Pentre policy",
    ],
)
def test_another_acts_provision_or_a_mere_number_is_not_ours(written: str) -> None:
    assert named_in(written) == ()


def test_several_provisions_are_read_in_their_order_and_once() -> None:
    found = named_in("s.11(1), reg 27 and section 11(1)")
    assert [p.id for p in found] == ["anaw-2018-2/section/11/1", "wsi-2021-401/regulation/27"]


@pytest.mark.parametrize(
    ("id_", "label", "url"),
    [
        ("anaw-2018-2/section/11/3/b", "section 11(3)(b)", "https://www.legislation.gov.uk/anaw/2018/2/section/11/3/b"),
        (
            "wsi-2021-401/schedule/1/paragraph/3/2",
            "Schedule 1, paragraph 3(2)",
            "https://www.legislation.gov.uk/wsi/2021/401/schedule/1/paragraph/3/2",
        ),
        ("aln-code-2021/12.12", "paragraph 12.12", None),
        ("aln-code-2021", "", None),
    ],
)
def test_a_provision_has_a_label_and_an_address(id_: str, label: str, url: str | None) -> None:
    provision = Provision(id_)
    assert (provision.label, provision.url) == (label, url)


def test_a_unit_contains_itself_and_what_stands_inside_it() -> None:
    section = Provision("anaw-2018-2/section/1")
    assert section.contains(Provision("anaw-2018-2/section/1/2"))
    assert section.contains(section)
    assert not section.contains(Provision("anaw-2018-2/section/11"))


@pytest.mark.parametrize("id_", ["", "/", "anaw-2018-2//1", "anaw-2018-2/section/ 1", "a b"])
def test_a_malformed_id_is_refused(id_: str) -> None:
    with pytest.raises(CorpusError, match="provision"):
        Provision(id_)


@pytest.mark.parametrize(
    ("id_", "container"),
    [
        ("anaw-2018-2/section/11/3/b", "anaw-2018-2/section/11/3"),
        ("anaw-2018-2/section/11", None),
        ("wsi-2021-401/schedule/1/paragraph/3", "wsi-2021-401/schedule/1"),
        ("aln-code-2021/12.12", None),
        ("aln-code-2021", None),
    ],
)
def test_a_unit_knows_what_it_stands_in(id_: str, container: str | None) -> None:
    found = Provision(id_).container
    assert (found.id if found else None) == container
