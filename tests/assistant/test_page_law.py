"""A provision on the page, read as law: in a real browser, against the real service over an invented Act."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from evals.systems import share_vectors
from ingestion.describing import Description
from ingestion.embedding import SentenceTransformerEmbedder
from ingestion.home import Home
from ingestion.ingest import add, build
from tests.conftest import serving

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).parents[1] / "ingestion" / "samples" / "clml"
_OPEN = """async (id) => {
    const { openPassage } = await import('/page/passage.js');
    await openPassage({ provision: id }, document.getElementById('ask'));
}"""


@pytest.fixture(scope="module")
def law(real_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the service over the sample Act listens; the Act holds characters of markup and one beyond the first 65,536."""
    folder = tmp_path_factory.mktemp("law")
    home = Home(shutil.copytree(real_home.root, folder / "home"))
    english = (SAMPLES / "asc-2099-7.xml").read_text("utf-8")
    act = folder / "asc-2099-7.xml"
    act.write_text(
        english.replace(
            "Regulations under\n", "\U0001f4da &lt;img src=x onerror=alert(1)&gt; Regulations under\n"
        ).replace("includes a map", "includes a &lt;i&gt;map&lt;/i&gt;"),
        "utf-8",
    )
    add(home, act, Description())
    add(home, SAMPLES / "asc-2099-7.welsh.xml", Description())
    share_vectors(home)
    build(home, SentenceTransformerEmbedder(), lambda phase, done, total: None)
    with serving(home) as listening:
        yield listening


@pytest.fixture(autouse=True)
def no_complaints(page: Page) -> Iterator[None]:
    """The browser has nothing to complain of: no error, nothing that the content security policy stops."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield
    assert complaints == []


def _read(page: Page, law: str, provision: str, *, lang: str = "en") -> Locator:
    """The panel, with a provision opened in it."""
    page.goto(f"{law}/?lang={lang}")
    page.evaluate(_OPEN, provision)
    expect(page.locator("#passage .text").first).to_be_visible()
    return page.locator("#passage")


def test_a_cross_reference_opens_the_provision_and_back_returns_to_the_one_before(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/12/2")
    panel.get_by_role("link", name="section 5(2)").click()
    expect(panel.locator("mark").first).to_contain_text("A loan lasts for three weeks")
    expect(panel.locator("#passage-heading")).to_be_focused()
    panel.get_by_role("button", name="Back to section 12(2)").click()
    expect(panel.locator("#passage-heading")).to_have_text("section 12(2)")
    expect(panel.locator("#passage-heading")).to_be_focused()
    expect(panel.locator("#passage-back")).to_be_hidden()


def test_a_reference_to_several_provisions_leads_to_the_first(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/5/4")
    panel.get_by_role("link", name="(3)", exact=True).click()
    expect(panel.locator("#passage-heading")).to_have_text("section 5(2)")


def test_a_reference_to_what_is_not_held_leads_out_to_legislation_gov_uk(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/11/1")
    outward = panel.get_by_role("link", name="section 8 (opens in a new tab)")
    expect(outward).to_have_attribute("href", "https://www.legislation.gov.uk/ukpga/1996/56/section/8")
    expect(outward).to_have_attribute("target", "_blank")


def test_a_term_shows_its_definition_on_focus_and_escape_closes_that_alone(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/5/1")
    term = panel.get_by_role("button", name="book", exact=True)
    term.focus()
    expect(panel.locator(".definition:popover-open")).to_contain_text("a sound recording")
    expect(term).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(panel.locator(".definition:popover-open")).to_have_count(0)
    expect(term).to_be_focused()
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_a_term_shows_its_definition_when_it_is_pointed_at(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/5/1")
    panel.get_by_role("button", name="pupil", exact=True).hover()
    expect(panel.locator(".definition:popover-open")).to_contain_text("Education Act 1996")


def test_the_provision_that_defines_a_term_is_reached_by_keyboard_from_its_definition(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/5/1")
    panel.get_by_role("button", name="book", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(panel.locator("#passage-heading")).to_have_text("section 11(1)")


def test_a_definition_fits_a_narrow_screen(page: Page, law: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    panel = _read(page, law, "asc-2099-7/section/5/1")
    panel.get_by_role("button", name="book", exact=True).focus()
    box = panel.locator(".definition:popover-open").bounding_box()
    page.set_viewport_size({"width": 1280, "height": 720})
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_a_section_is_shown_whole_with_the_opened_subsection_marked(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/5/2")
    expect(panel.locator(".whole-section")).to_contain_text("in writing")
    expect(panel.locator(".whole-section")).to_contain_text("kept in a locked case")
    expect(panel.locator("mark")).to_have_text(
        ["A loan lasts for three weeks or until the summer holiday, and no charge may be made for it."]
    )


def test_a_section_in_several_passages_is_shown_whole_with_the_opened_one_set_apart(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/11/2")
    expect(panel.locator(".part h3")).to_have_text(["section 11(1)", "section 11(2)"])
    expect(panel.locator(".part[aria-current=true]")).to_contain_text("A “short book” is one")
    expect(panel.locator(".part").first.get_by_role("link", name="section 3", exact=True)).to_be_visible()


def test_a_section_in_several_passages_that_is_asked_for_as_one_has_no_part_set_apart(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/11")
    expect(panel.locator("#passage-heading")).to_have_text("section 11")
    expect(panel.locator(".part")).to_have_count(2)
    expect(panel.locator("mark, [aria-current]")).to_have_count(0)


def test_marked_words_keep_their_links(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/12/2")
    expect(panel.locator("mark").get_by_role("link", name="section 5(2)")).to_be_visible()


def test_a_provision_says_its_version_its_extent_and_what_refers_to_it(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/5")
    expect(panel.locator(".standing")).to_contain_text("this version from 1 April 2100")
    expect(panel.locator(".standing")).to_contain_text("extent: Wales")
    panel.get_by_text("Referred to by").click()
    panel.get_by_role("button", name="section 12(2), ").click()
    expect(panel.locator("#passage-heading")).to_have_text("section 12(2)")


def test_a_prospective_section_says_that_it_is_not_yet_in_force(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/6")
    expect(panel.locator("[data-standing=prospective]")).to_contain_text("Not yet in force")


def test_the_welsh_page_says_it_in_welsh(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/6", lang="cy")
    expect(panel.locator("[data-standing=prospective]")).to_contain_text("Ddim mewn grym eto")


def test_a_cross_reference_of_the_welsh_text_opens_the_welsh_text(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/3/3/welsh", lang="cy")
    panel.get_by_role("link", name="is-adran (2)").click()
    expect(panel.locator("mark").first).to_contain_text("Ond caiff ysgol")
    expect(panel.get_by_role("button", name="Yn ôl i: adran 3(3)")).to_be_visible()


def test_what_has_been_said_of_a_provision_is_shown_with_whether_it_is_right_today(page: Page, law: str) -> None:
    said = {
        "id": "loans",
        "topic": "How long a loan lasts",
        "claims": [{"date": "2098-06", "by": "The Library FAQ", "says": "A loan lasts two weeks.", "right": False}],
        "position": "A loan lasts three weeks.",
    }

    def with_it(route: Route) -> None:
        route.fulfill(json=route.fetch().json() | {"matters": [said]})

    page.route("**/v1/passages/**", with_it)
    panel = _read(page, law, "asc-2099-7/section/5/2")
    page.unroute("**/v1/passages/**")
    expect(panel.locator(".claim")).to_have_text("The Library FAQ, June 2098A loan lasts two weeks. not right today")
    expect(panel.locator(".position")).to_contain_text("A loan lasts three weeks.")


def test_what_looks_like_markup_in_a_text_or_a_definition_stays_text(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/12/2")
    expect(panel.locator(".cited")).to_contain_text("<img src=x onerror=alert(1)> Regulations under this section may")
    expect(panel.locator("img")).to_have_count(0)
    page.evaluate(_OPEN, "asc-2099-7/section/5/1")
    panel.get_by_role("button", name="book", exact=True).focus()
    expect(panel.locator(".definition:popover-open")).to_contain_text("includes a <i>map</i>")


def test_links_stand_on_their_own_words_behind_a_character_of_two_units(page: Page, law: str) -> None:
    panel = _read(page, law, "asc-2099-7/section/12/2")
    expect(panel.locator(".cited .reference")).to_have_text(["this section", "section 5(2)"])
