"""The page in a real browser, against the real service."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from socket import socket
from time import sleep

import pytest
import uvicorn
from playwright.sync_api import Page, expect, sync_playwright

from assistant.http.app import create_app
from assistant.settings import Settings
from ingestion.home import Home
from tests.conftest import BROWSERS

pytestmark = pytest.mark.browser
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="module")
def address(real_home: Home) -> Iterator[str]:
    with closing(socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(create_app(Settings(ALN_HOME=real_home.root)), log_level="error")  # type: ignore[call-arg]
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def page(address: str) -> Iterator[Page]:
    executable = next(path for path in map(shutil.which, BROWSERS) if path)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_QUIET)
        page = browser.new_page(locale="en-GB")
        page.set_default_timeout(30_000)
        yield page
        browser.close()


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
