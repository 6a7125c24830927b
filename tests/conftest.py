"""Where tests get their originals, their embedder and their index; and which tests are left out where."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from socket import socket
from time import sleep

import pytest
import uvicorn
from playwright.sync_api import Page, sync_playwright

from assistant.http.app import create_app
from assistant.settings import Settings
from corpus.notes import LANGUAGES
from evals.systems import share_vectors
from ingestion.checking import spelling
from ingestion.embedding import SentenceTransformerEmbedder
from ingestion.home import Home
from ingestion.index import Index
from ingestion.ingest import build
from tests.fakes import HashingEmbedder

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def pytest_configure(config: pytest.Config) -> None:
    folder = os.environ.get("ALN_ORIGINALS")
    if folder and not (Path(folder) / "documents").is_dir():
        raise pytest.UsageError(f"ALN_ORIGINALS={folder}: there is no folder of originals there")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect, with a count that is printed, what this machine has not the means for."""
    lacking = {
        "originals": not os.environ.get("ALN_ORIGINALS"),
        "browser": not any(map(shutil.which, BROWSERS)),
        "mount": shutil.which("unshare") is None,
        "spelling": not all(spelling.checks(language) for language in LANGUAGES),
    }
    left_out = [item for item in items if any(lacking[m] for m in lacking if item.get_closest_marker(m))]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture
def originals() -> Path:
    return Path(os.environ["ALN_ORIGINALS"])


@pytest.fixture(scope="session")
def embedder() -> HashingEmbedder:
    return HashingEmbedder()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory, embedder: HashingEmbedder) -> Home:
    """A home with the shipped notes, indexed: to be read, not to be ingested into."""
    home = Home(tmp_path_factory.mktemp("home"))
    build(home, embedder, lambda phase, done, total: None)
    return home


@pytest.fixture(scope="session")
def index(home: Home) -> Iterator[Index]:
    with Index.live(home) as opened:
        yield opened


@pytest.fixture(scope="session")
def real_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The shipped notes, indexed with the model that ships; what an evaluation has embedded is not embedded again."""
    home = Home(tmp_path_factory.mktemp("real"))
    share_vectors(home)
    build(home, SentenceTransformerEmbedder(), lambda phase, done, total: None)
    return home


@contextmanager
def serving(home: Home) -> Iterator[str]:
    """Where the real service over ``home`` listens."""
    with closing(socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(create_app(Settings(ALN_HOME=home.root)), log_level="error")  # type: ignore[call-arg]
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def address(real_home: Home) -> Iterator[str]:
    """Where the real service over the shipped notes listens."""
    with serving(real_home) as listening:
        yield listening


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page of a real browser."""
    executable = next(path for path in map(shutil.which, BROWSERS) if path)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_QUIET)
        page = browser.new_page(locale="en-GB")
        page.set_default_timeout(30_000)
        yield page
        browser.close()
