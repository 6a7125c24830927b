"""The page in a real browser, against the real service."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_question_is_answered_with_citations_that_open_their_passage_with_the_quote_marked(
    page: Page, address: str
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    page.fill("#question", "How long does a school have to decide whether a pupil has ALN?")
    page.click("#ask")
    expect(page.locator("#answer[data-status=answered]")).to_contain_text("35 school days", timeout=30_000)
    page.locator(".citation-mark[data-number='1']").first.click()
    expect(page.locator("#passage mark").first).to_contain_text("35 school days")
    page.keyboard.press("Escape")
    expect(page.locator("#passage")).to_be_hidden()
    assert complaints == []


def test_a_link_reproduces_its_question_and_no_server_is_sent_it(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/#q=What+does+section+20(5)+require%3F")
    page.reload()
    expect(page.locator("#answer[data-status=answered]")).to_contain_text("must secure", timeout=30_000)
    assert not any("require" in url.partition("#")[0] for url in asked)


def test_the_page_speaks_welsh(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=cy")
    expect(page.locator("html")).to_have_attribute("lang", "cy")


def test_a_question_of_another_field_says_what_can_be_asked(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=en")
    page.fill("#question", "What is the best recipe for leek and potato soup?")
    page.keyboard.press("Enter")
    expect(page.locator("#answer[data-status=out_of_scope]")).to_contain_text(
        "additional learning needs", timeout=30_000
    )
