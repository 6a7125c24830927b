"""Legislation is fetched from a publisher on this machine, with the manners that legislation.gov.uk asks of its users."""

import gzip
import json
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.cli import app
from corpus import register
from corpus.register import Register, Registered
from corpus.sources import Kind, Source
from ingestion import shelf
from ingestion.describing import Description
from ingestion.errors import IngestionError
from ingestion.fetching import PAUSE, Site, redirected
from ingestion.home import Home
from ingestion.ingest import add
from ingestion.official import SEEN, Batch, chosen, fetch
from ingestion.settings import IndexSettings
from ingestion.terminal import run
from tests.ingestion.samples_reader import FOLDER

SAMPLES = FOLDER / "clml"
ENGLISH = (SAMPLES / "asc-2099-7.xml").read_bytes()
WELSH = (SAMPLES / "asc-2099-7.welsh.xml").read_bytes()
NOTES = (SAMPLES / "asc-2099-7.notes.xml").read_bytes()
REGULATIONS = (SAMPLES / "wsi-2099-12.xml").read_bytes()
ACT_AT, REGULATIONS_AT = "/asc/2099/7/data.xml", "/wsi/2099/12/data.xml"
TAGGED = {"ETag": '"first"', "Last-Modified": "Mon, 15 Jun 2099 09:00:00 GMT"}

INVENTED_ACT = b"""<?xml version="1.0" encoding="utf-8"?>
<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata"
 DocumentURI="http://www.legislation.gov.uk/anaw/2018/2" IdURI="http://www.legislation.gov.uk/id/anaw/2018/2">
<ukm:Metadata><dc:identifier>http://www.legislation.gov.uk/anaw/2018/2</dc:identifier>
<dc:title>anaw-2018-2</dc:title><dc:language>en</dc:language></ukm:Metadata>
<Primary><Body><P1group><Title>Paper boats</Title>
<P1 id="section-1" DocumentURI="http://www.legislation.gov.uk/anaw/2018/2/section/1"><Pnumber>1</Pnumber>
<P1para><Text>A harbour master must count the paper boats each evening.</Text></P1para></P1>
</P1group></Body></Primary></Legislation>"""


@dataclass(frozen=True)
class Page:
    """One answer. A header that is None is left out."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str | None] = field(default_factory=dict)


@dataclass
class Publisher:
    """A site on this machine: what it answers at each path, in turn and then the last for ever; and what it was asked."""

    url: str = ""
    pages: dict[str, list[Page]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def answer(self, path: str, headers: dict[str, str]) -> Page:
        self.asked.append((path, headers))
        pages = self.pages.get(path, [Page(status=404)])
        return pages.pop(0) if len(pages) > 1 else pages[0]


class Quiet(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that have had enough hang up, which is what some tests are about."""


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    serving = Publisher()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = serving.answer(self.path, dict(self.headers.items()))
            headers = {"Content-Type": "application/xml", "Content-Length": str(len(page.body)), **page.headers}
            self.send_response(page.status)
            for name, value in headers.items():
                if value is not None:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, *_: object) -> None:
            pass

    with Quiet(("127.0.0.1", 0), Handler) as server:
        serving.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield serving
        server.shutdown()
        thread.join()


def registered(id_: str, url: str | None, kind: Kind = Kind.ACT) -> Registered:
    return Registered(source=Source(id=id_, title=id_, kind=kind, url=url), files=())


KNOWN = Register(
    [
        registered("asc-2099-7", "https://www.legislation.gov.uk/asc/2099/7"),
        registered("asc-2099-7-notes", "https://www.legislation.gov.uk/asc/2099/7/notes", Kind.GUIDANCE),
        registered("wsi-2099-12", "https://www.legislation.gov.uk/wsi/2099/12", Kind.REGULATIONS),
        registered("the-code", None, Kind.CODE),
        registered("a-page", "https://www.gov.wales/node/1", Kind.GUIDANCE),
    ],
    [],
)


@pytest.fixture
def empty_home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def fetched(
    home: Home,
    url: str,
    *ids: str,
    languages: tuple[str, ...] = ("en",),
    pauses: list[float] | None = None,
    **site: Any,
) -> Batch:
    waits = [] if pauses is None else pauses
    with closing(Site(url, pause=waits.append, **site)) as asked:
        return fetch(home, chosen(KNOWN, ids or ("asc-2099-7",)), languages, asked, lambda phase, done, total: None)


def failure(home: Home, url: str, **site: Any) -> str:
    """The line about the Act, which could not be fetched; nothing of it is left anywhere."""
    batch = fetched(home, url, **site)
    (line,) = batch.failed
    assert batch.fetched == ()
    assert "\n" not in line
    assert line.startswith(f"asc-2099-7: {url}{ACT_AT}: ")
    assert list(shelf.documents(home.sources)) == []
    assert [path for path in home.root.rglob("*") if path.is_file()] == []
    return line.removeprefix(f"asc-2099-7: {url}{ACT_AT}: ")


def on_shelf(home: Home) -> dict[str, bytes]:
    return {f"{d.source.id}.{d.source.language}": d.file.read_bytes() for d in shelf.documents(home.sources)}


def test_a_text_is_put_on_the_shelf_as_its_publisher_gives_it(publisher: Publisher, empty_home: Home) -> None:
    publisher.pages[ACT_AT] = [Page(ENGLISH)]
    (text,) = fetched(empty_home, publisher.url).fetched
    assert (text.source_id, text.language, text.address) == ("asc-2099-7", "en", f"{publisher.url}{ACT_AT}")
    assert text.taken is not None
    assert text.taken.passages > 10
    assert on_shelf(empty_home) == {"asc-2099-7.en": ENGLISH}


def test_both_languages_and_the_notes_have_addresses_of_their_own(publisher: Publisher, empty_home: Home) -> None:
    publisher.pages[ACT_AT] = [Page(ENGLISH)]
    publisher.pages["/asc/2099/7/welsh/data.xml"] = [Page(WELSH)]
    publisher.pages["/asc/2099/7/notes/data.xml"] = [Page(NOTES)]
    assert fetched(empty_home, publisher.url, languages=("en", "cy")).failed == ()
    assert fetched(empty_home, publisher.url, "asc-2099-7-notes").failed == ()
    assert on_shelf(empty_home) == {"asc-2099-7.en": ENGLISH, "asc-2099-7.cy": WELSH, "asc-2099-7-notes.en": NOTES}


def test_a_mirror_may_have_a_path_of_its_own(publisher: Publisher, empty_home: Home) -> None:
    publisher.pages[f"/mirror{ACT_AT}"] = [Page(ENGLISH)]
    assert fetched(empty_home, f"{publisher.url}/mirror/").failed == ()


def test_a_packed_text_is_unpacked(publisher: Publisher, empty_home: Home) -> None:
    publisher.pages[ACT_AT] = [Page(gzip.compress(ENGLISH), headers={"Content-Encoding": "gzip"})]
    assert fetched(empty_home, publisher.url).failed == ()
    assert on_shelf(empty_home) == {"asc-2099-7.en": ENGLISH}


def test_every_request_says_who_asks(publisher: Publisher, empty_home: Home) -> None:
    fetched(empty_home, publisher.url)
    ((_, headers),) = publisher.asked
    assert headers["User-Agent"] == f"aln-assistant/{version('aln-assistant')}"


def test_there_is_a_pause_between_requests_and_none_before_the_first(publisher: Publisher, empty_home: Home) -> None:
    pauses = list[float]()
    fetched(empty_home, publisher.url, "asc-2099-7", "wsi-2099-12", languages=("en", "cy"), pauses=pauses)
    assert len(publisher.asked) == 4
    assert pauses == [PAUSE] * 3


def test_a_source_named_twice_is_asked_for_once(publisher: Publisher, empty_home: Home) -> None:
    fetched(empty_home, publisher.url, "asc-2099-7", "asc-2099-7")
    assert publisher.paths == [ACT_AT]


def test_what_fails_does_not_stop_the_others(publisher: Publisher, empty_home: Home) -> None:
    publisher.pages[REGULATIONS_AT] = [Page(REGULATIONS)]
    batch = fetched(empty_home, publisher.url, "asc-2099-7", "the-code", "wsi-2099-12")
    assert [line.partition(":")[0] for line in batch.failed] == ["asc-2099-7", "the-code"]
    assert on_shelf(empty_home) == {"wsi-2099-12.en": REGULATIONS}


@pytest.mark.parametrize("id_", ["the-code", "a-page"])
def test_what_is_not_on_the_site_is_to_be_downloaded_by_hand(publisher: Publisher, empty_home: Home, id_: str) -> None:
    (line,) = fetched(empty_home, publisher.url, id_).failed
    assert line.startswith(f"{id_}: it has no address on legislation.gov.uk; download it by hand")
    assert "aln ingest FILE" in line
    assert publisher.asked == []


def test_notes_in_welsh_have_no_known_address(publisher: Publisher, empty_home: Home) -> None:
    (line,) = fetched(empty_home, publisher.url, "asc-2099-7-notes", languages=("cy",)).failed
    assert line == "asc-2099-7-notes: no address of explanatory notes in Welsh is known"
    assert publisher.asked == []


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(status=202), "the text is being prepared there; fetch it again in a minute (202)"),
        (Page(b"Which?", status=300), "an answer that is no text (300)"),
        (Page(status=302), "an answer that is no text (302)"),
        (Page(status=304), "said to be unchanged, which was not the question (304)"),
        (Page(status=403), "the site refuses: it was asked too often, or it has blocked this computer (403)"),
        (Page(status=404), "there is no such text there (404)"),
        (Page(status=410), "the text is no longer there (410)"),
        (Page(status=429), "the site was asked too often; fetch it again later (429)"),
        (
            Page(status=429, headers={"Retry-After": "3600"}),
            "the site was asked too often; fetch it again later (429, it asks to wait 3600 seconds)",
        ),
        (
            Page(status=503, headers={"Retry-After": "600"}),
            "the site is too busy; fetch it again in five minutes (503, it asks to wait 600 seconds)",
        ),
        (Page(ENGLISH, headers={"Content-Type": "text/html"}), "a web page is there, not XML"),
        (Page(ENGLISH, headers={"Content-Type": "application/xhtml+xml"}), "a web page is there, not XML"),
        (Page(b"\n<!DOCTYPE html><title>Sorry</title>"), "a web page is there, not XML"),
        (Page(b"<?xml version='1.0'?>\n<HTML></HTML>"), "a web page is there, not XML"),
        (Page(WELSH), "asc-2099-7 (cy) is there, not asc-2099-7 (en) as was asked"),
        (Page(REGULATIONS), "wsi-2099-12 (en) is there, not asc-2099-7 (en) as was asked"),
        (Page(b""), "the file is empty"),
        (Page(b"<Legislation/>"), "not legislation in CLML: the root is Legislation"),
        (Page("<a>é</a>".encode("latin-1")), "not UTF-8 text"),
        (Page((SAMPLES / "bad" / "contents-only.xml").read_bytes()), "asc-2099"),
        (Page(ENGLISH, headers={"Content-Encoding": "gzip"}), "no whole answer from there (DecodingError)"),
        (Page(ENGLISH, headers={"Content-Encoding": "gzip, gzip"}), "packed in a way that was not asked for"),
        (Page(ENGLISH, headers={"Content-Encoding": "zstd"}), "packed in a way that was not asked for"),
        (Page(ENGLISH, headers={"Content-Length": "99999"}), "no whole answer from there (RemoteProtocolError)"),
        (Page(ENGLISH, headers={"Content-Length": "9000"}), "not well-formed XML"),
        (Page(ENGLISH, headers={"Content-Length": "a lot"}), "no whole answer from there (RemoteProtocolError)"),
    ],
)
def test_an_answer_that_is_not_the_text_is_refused_in_one_line_and_leaves_nothing_behind(
    publisher: Publisher, empty_home: Home, page: Page, why: str
) -> None:
    publisher.pages[ACT_AT] = [page]
    assert why in failure(empty_home, publisher.url)
    assert publisher.paths == [ACT_AT]


def test_a_site_that_does_not_answer_is_named(publisher: Publisher, empty_home: Home) -> None:
    assert failure(empty_home, "http://127.0.0.1:1") == "no whole answer from there (ConnectError)"


@pytest.mark.parametrize(
    "page",
    [
        Page(ENGLISH),
        Page(ENGLISH, headers={"Content-Length": None}),
        Page(gzip.compress(ENGLISH), headers={"Content-Encoding": "gzip"}),
        Page(b"short", headers={"Content-Length": "99999999999"}),
    ],
    ids=["as it says", "no length said", "larger than its packed length", "says more than it sends"],
)
def test_a_text_above_the_limit_is_not_taken_whatever_its_length_is_said_to_be(
    publisher: Publisher, empty_home: Home, page: Page
) -> None:
    publisher.pages[ACT_AT] = [page]
    assert failure(empty_home, publisher.url, limit=20_000) == "larger than 20,000 bytes"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_within_the_host_is_followed_after_a_pause(
    publisher: Publisher, empty_home: Home, status: int
) -> None:
    publisher.pages[ACT_AT] = [Page(status=status, headers={"Location": "/moved/data.xml"})]
    publisher.pages["/moved/data.xml"] = [Page(ENGLISH)]
    pauses = list[float]()
    assert fetched(empty_home, publisher.url, pauses=pauses).failed == ()
    assert publisher.paths == [ACT_AT, "/moved/data.xml"]
    assert pauses == [PAUSE]


def test_the_sixth_redirect_is_not_followed(publisher: Publisher, empty_home: Home) -> None:
    publisher.pages[ACT_AT] = [Page(status=302, headers={"Location": ACT_AT})]
    assert failure(empty_home, publisher.url) == "it points elsewhere more than 5 times"
    assert len(publisher.asked) == 6


def test_a_redirect_to_another_host_is_not_followed(publisher: Publisher, empty_home: Home) -> None:
    elsewhere = publisher.url.replace("127.0.0.1", "localhost")
    publisher.pages[ACT_AT] = [Page(status=302, headers={"Location": f"{elsewhere}/x"})]
    assert "it points to another host, localhost:" in failure(empty_home, publisher.url)
    assert publisher.paths == [ACT_AT]


def test_a_redirect_that_is_no_address_is_refused(publisher: Publisher, empty_home: Home) -> None:
    publisher.pages[ACT_AT] = [Page(status=302, headers={"Location": "http://[::x/"})]
    assert failure(empty_home, publisher.url) == "no whole answer from there (RemoteProtocolError)"


@pytest.mark.parametrize(
    ("here", "location", "there"),
    [
        ("https://a.example/x", "y", "https://a.example/y"),
        ("https://a.example/x", "https://a.example:443/y", "https://a.example/y"),
        ("http://a.example/x", "https://a.example/y", "https://a.example/y"),
        ("http://a.example:81/x", "//a.example:81/y", "http://a.example:81/y"),
    ],
)
def test_a_redirect_may_stay_on_the_host_or_become_https(here: str, location: str, there: str) -> None:
    assert redirected(httpx.URL(here), location) == httpx.URL(there)


@pytest.mark.parametrize(
    ("here", "location", "why"),
    [
        ("https://a.example/x", "http://a.example/x", "from https to http"),
        ("https://a.example/x", "ftp://a.example/x", "from https to http"),
        ("https://a.example/x", "https://b.example/x", "another host, b.example,"),
        ("https://a.example/x", "https://www.a.example/x", "another host"),
        ("https://a.example/x", "https://a.example@b.example/x", "another host, b.example,"),
        ("http://a.example/x", "http://a.example:8080/x", "another host, a.example:8080,"),
        ("http://a.example:81/x", "https://a.example/x", "another host"),
        ("http://a.example/x", "file:///etc/passwd", "another host"),
    ],
)
def test_a_redirect_elsewhere_is_refused(here: str, location: str, why: str) -> None:
    with pytest.raises(IngestionError, match=why):
        redirected(httpx.URL(here), location)


@pytest.mark.parametrize(
    ("page", "wait"),
    [
        (Page(status=429, headers={"Retry-After": "7"}), 7.0),
        (Page(status=429, headers={"Retry-After": "0"}), PAUSE),
        (Page(status=429, headers={"Retry-After": "Sat, 01 Jan 2000 00:00:00 GMT"}), PAUSE),
        (Page(status=500), 10.0),
        (Page(status=502), 10.0),
        (Page(status=503, headers={"Retry-After": "5"}), 5.0),
    ],
)
def test_a_site_that_is_busy_for_a_moment_is_asked_once_more(
    publisher: Publisher, empty_home: Home, page: Page, wait: float
) -> None:
    publisher.pages[ACT_AT] = [page, Page(ENGLISH)]
    pauses = list[float]()
    assert fetched(empty_home, publisher.url, pauses=pauses).failed == ()
    assert pauses == [wait]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(status=429, headers={"Retry-After": "7"}), "asked too often"),
        (Page(status=500), "the site failed (500)"),
        (Page(status=503), "the site is too busy"),
    ],
)
def test_a_site_that_stays_busy_is_not_asked_a_third_time(
    publisher: Publisher, empty_home: Home, page: Page, why: str
) -> None:
    publisher.pages[ACT_AT] = [page]
    assert why in failure(empty_home, publisher.url)
    assert len(publisher.asked) == 2


def test_a_wait_until_a_day_far_off_is_not_waited_for(publisher: Publisher, empty_home: Home) -> None:
    publisher.pages[ACT_AT] = [Page(status=429, headers={"Retry-After": "Sun, 01 Jan 2999 00:00:00 GMT"})]
    assert "it asks to wait" in failure(empty_home, publisher.url)
    assert len(publisher.asked) == 1


@pytest.fixture
def held(publisher: Publisher, empty_home: Home) -> Home:
    """A home into which the Act was fetched; the next time, the publisher says that it is unchanged."""
    publisher.pages[ACT_AT] = [Page(ENGLISH, headers=TAGGED), Page(status=304)]
    assert fetched(empty_home, publisher.url).failed == ()
    publisher.asked.clear()
    return empty_home


def test_an_unchanged_text_is_neither_sent_nor_taken_in_again(publisher: Publisher, held: Home) -> None:
    before = {path: path.stat().st_mtime_ns for path in held.sources.rglob("*")}
    (text,) = fetched(held, publisher.url).fetched
    assert text.taken is None
    ((_, headers),) = publisher.asked
    assert headers["If-None-Match"] == TAGGED["ETag"]
    assert headers["If-Modified-Since"] == TAGGED["Last-Modified"]
    assert {path: path.stat().st_mtime_ns for path in held.sources.rglob("*")} == before


def test_a_changed_text_takes_the_place_of_the_earlier_one(publisher: Publisher, held: Home) -> None:
    changed = ENGLISH.replace(b"warm and well lit", b"warm and quiet")
    publisher.pages[ACT_AT] = [Page(changed, headers={"ETag": '"second"'}), Page(status=304)]
    fetched(held, publisher.url)
    assert on_shelf(held) == {"asc-2099-7.en": changed}
    fetched(held, publisher.url)
    assert [headers["If-None-Match"] for _, headers in publisher.asked] == ['"first"', '"second"']


def test_a_text_that_was_taken_off_the_shelf_is_fetched_whole(publisher: Publisher, held: Home) -> None:
    shelf.remove(held.sources, "asc-2099-7")
    publisher.pages[ACT_AT] = [Page(ENGLISH)]
    fetched(held, publisher.url)
    assert "If-None-Match" not in publisher.asked[0][1]
    assert on_shelf(held) == {"asc-2099-7.en": ENGLISH}


def test_a_text_that_someone_ingested_since_is_not_taken_for_the_fetched_one(publisher: Publisher, held: Home) -> None:
    own = held.root / "own.xml"
    own.write_bytes(ENGLISH.replace(b"warm and well lit", b"cold and dark"))
    add(held, own, Description())
    publisher.pages[ACT_AT] = [Page(ENGLISH)]
    fetched(held, publisher.url)
    assert "If-None-Match" not in publisher.asked[0][1]
    assert on_shelf(held) == {"asc-2099-7.en": ENGLISH}


def test_what_one_site_said_is_not_sent_to_another(publisher: Publisher, held: Home) -> None:
    publisher.pages[f"/mirror{ACT_AT}"] = [Page(ENGLISH)]
    assert fetched(held, f"{publisher.url}/mirror").failed == ()
    assert "If-None-Match" not in publisher.asked[0][1]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"address": 1}', '{"marks": []}', "null"])
def test_damaged_marks_are_as_good_as_none(publisher: Publisher, held: Home, damage: str) -> None:
    (held.root / "cache" / "fetched" / "asc-2099-7.en.json").write_text(damage, "utf-8")
    publisher.pages[ACT_AT] = [Page(ENGLISH)]
    assert fetched(held, publisher.url).failed == ()
    assert "If-None-Match" not in publisher.asked[0][1]


def test_a_text_that_has_become_unusable_leaves_the_earlier_one(publisher: Publisher, held: Home) -> None:
    publisher.pages[ACT_AT] = [Page(ENGLISH[:20_000], headers={"ETag": '"broken"'}), Page(status=304)]
    assert len(fetched(held, publisher.url).failed) == 1
    assert on_shelf(held) == {"asc-2099-7.en": ENGLISH}
    fetched(held, publisher.url)
    assert publisher.asked[1][1]["If-None-Match"] == TAGGED["ETag"]


def test_a_damaged_shelf_is_said_with_its_cure(publisher: Publisher, held: Home) -> None:
    (held.sources / "asc-2099-7" / "source.json").write_text("{", "utf-8")
    (line,) = fetched(held, publisher.url).failed
    assert "aln sources remove asc-2099-7" in line


def test_without_ids_what_has_been_seen_on_the_site_is_chosen(publisher: Publisher) -> None:
    sources = chosen(register.load(), ())
    assert [source.id for source in sources] == list(SEEN)
    with closing(Site("https://www.legislation.gov.uk")) as site:
        assert [site.address(source) for source in sources] == [
            "https://www.legislation.gov.uk/anaw/2018/2/data.xml",
            "https://www.legislation.gov.uk/wsi/2021/401/data.xml",
            "https://www.legislation.gov.uk/wsi/2021/406/data.xml",
        ]
        notes = chosen(register.load(), ["anaw-2018-2-notes"])
        assert [site.address(source) for source in notes] == [
            "https://www.legislation.gov.uk/anaw/2018/2/notes/data.xml"
        ]


@pytest.mark.parametrize("url", ["legislation.gov.uk", "ftp://a.example", "https://", "https://a b", "https://a/?q"])
def test_a_setting_that_is_no_address_is_named(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("ALN_LEGISLATION_URL", url)
    with pytest.raises(IngestionError, match="ALN_LEGISLATION_URL"):
        IndexSettings.read()


@pytest.fixture
def at_home(tmp_path: Path, real_home: Home, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home with the shipped notes, whose legislation comes from the publisher on this machine."""
    home = Home(tmp_path / "home")
    shutil.copytree(real_home.root, home.root)
    monkeypatch.setenv("ALN_HOME", str(home.root))
    monkeypatch.setenv("ALN_LEGISLATION_URL", publisher.url)
    publisher.pages["/anaw/2018/2/data.xml"] = [Page(INVENTED_ACT, headers=TAGGED), Page(status=304)]
    return home


def aln(*arguments: str) -> int:
    return run(app(), arguments, "aln")


def test_the_command_fetches_and_makes_a_new_index_once(
    publisher: Publisher, at_home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    before = at_home.current.read_text("utf-8")
    assert aln("sources", "fetch", "anaw-2018-2") == 0
    fetched_at = at_home.current.read_text("utf-8")
    assert fetched_at != before
    assert "anaw-2018-2 (en): 1 passages\nIndex " in capsys.readouterr().out
    assert aln("sources", "fetch", "anaw-2018-2") == 0
    assert "anaw-2018-2 (en): unchanged\n" in capsys.readouterr().out
    assert at_home.current.read_text("utf-8") == fetched_at


def test_the_command_as_json_tells_what_was_fetched_and_what_was_not(
    publisher: Publisher, at_home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aln("sources", "fetch", "anaw-2018-2", "aln-code-2021", "--json") == 1
    captured = capsys.readouterr()
    told = json.loads(captured.out)
    assert told["corpus_version"] == at_home.current.read_text("utf-8").strip()
    (text,) = told["fetched"]
    assert (text["id"], text["language"], text["passages"], text["unchanged"]) == ("anaw-2018-2", "en", 1, False)
    assert [line.partition(":")[0] for line in told["failed"]] == ["aln-code-2021"]
    assert captured.err.startswith("aln: not fetched: aln-code-2021: it has no address on legislation.gov.uk")
    assert captured.err.count("\n") == 1


def test_the_command_leaves_the_index_alone_when_nothing_was_fetched(
    publisher: Publisher, at_home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    before = at_home.current.read_text("utf-8")
    assert aln("sources", "fetch", "anaw-2018-2", "--lang", "cy") == 1
    assert publisher.paths == ["/anaw/2018/2/welsh/data.xml"]
    assert "anaw-2018-2: " in capsys.readouterr().err
    assert at_home.current.read_text("utf-8") == before


@pytest.mark.parametrize("arguments", [("nothing",), ("anaw-2018-2", "nothing"), ("anaw-2018-2", "--lang", "fr")])
def test_the_command_asks_for_nothing_when_its_arguments_are_unusable(
    publisher: Publisher, at_home: Home, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert aln("sources", "fetch", *arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert publisher.asked == []
