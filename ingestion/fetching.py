"""Fetching: what legislation.gov.uk, or a mirror of it, is asked for, with the manners that its fair use policy asks."""

import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.sources import Source
from ingestion.errors import IngestionError
from ingestion.parsing.text import MAX_BYTES

if TYPE_CHECKING:
    import httpx

# Seconds between requests: the slower end of what the fair use policy of the site has room for.
PAUSE = 1.0
_RETRY_AFTER = 10.0
_LONGEST_WAIT = 30.0
_MOST_REDIRECTS = 5
_CONNECT, _READ = 10.0, 60.0
_ON_SITE = re.compile(r"https?://(?:www\.)?legislation\.gov\.uk(/[a-z]+/[0-9]{4}/[0-9]+(?P<notes>/notes)?)")
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+)?html\b", re.IGNORECASE)
_SAID = {
    202: "the text is being prepared there; fetch it again in a minute",
    304: "said to be unchanged, which was not the question",
    403: "the site refuses: it was asked too often, or it has blocked this computer",
    404: "there is no such text there",
    410: "the text is no longer there",
    429: "the site was asked too often; fetch it again later",
    503: "the site is too busy; fetch it again in five minutes",
    504: "the site is too busy; fetch it again in five minutes",
}


class Site:
    """legislation.gov.uk, or a mirror at ``url``: asked one thing at a time, with a pause between.

    ``limit`` is the largest text taken, in bytes.
    """

    def __init__(self, url: str, *, pause: Callable[[float], None] = time.sleep, limit: int = MAX_BYTES) -> None:
        import httpx

        self._url, self._pause, self._limit = url.rstrip("/"), pause, limit
        self._asked = False
        self._client = httpx.Client(
            headers={"User-Agent": f"aln-assistant/{version('aln-assistant')}", "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(_READ, connect=_CONNECT),
            follow_redirects=False,
        )

    def close(self) -> None:
        self._client.close()

    def address(self, source: Source) -> str:
        """Where the CLML of a source stands, in its language. Raises IngestionError."""
        place = _ON_SITE.fullmatch(source.url or "")
        if not place:
            raise IngestionError(
                "it has no address on legislation.gov.uk; download it by hand and give the file to: aln ingest FILE"
            )
        if place["notes"] and source.language == "cy":
            raise IngestionError("no address of explanatory notes in Welsh is known")
        return f"{self._url}{place[1]}{'/welsh' if source.language == 'cy' else ''}/data.xml"

    def download(self, address: str, file: Path, marks: Mapping[str, str]) -> dict[str, str] | None:
        """Write what stands at ``address`` into ``file``; None when ``marks`` from an earlier answer say that it is unchanged.

        Gives the marks to send next time. Raises IngestionError.
        """
        import httpx

        try:
            return self._get(httpx.URL(address), file, marks)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise IngestionError(f"no whole answer from there ({type(error).__name__})") from None

    def _get(
        self,
        url: "httpx.URL",
        file: Path,
        marks: Mapping[str, str],
        *,
        wait: float = PAUSE,
        redirects: int = _MOST_REDIRECTS,
        retries: int = 1,
    ) -> dict[str, str] | None:
        if self._asked:
            self._pause(wait)
        self._asked = True
        with self._client.stream("GET", url, headers=marks) as response:
            if response.status_code == 200:
                return self._write(response, file)
        if response.status_code == 304 and marks:
            return None
        if response.has_redirect_location:
            if not redirects:
                raise IngestionError(f"it points elsewhere more than {_MOST_REDIRECTS} times")
            there = redirected(url, response.headers["Location"])
            return self._get(there, file, marks, redirects=redirects - 1, retries=retries)
        patience = _patience(response)
        if retries and patience is not None:
            wait = max(patience, PAUSE)
            return self._get(url, file, marks, wait=wait, redirects=redirects, retries=retries - 1)
        raise IngestionError(_complaint(response))

    def _write(self, response: "httpx.Response", file: Path) -> dict[str, str]:
        if "html" in response.headers.get("Content-Type", ""):
            raise IngestionError("a web page is there, not XML")
        # Other codings, and one upon another, can grow without bound before a piece of the text is seen.
        if response.headers.get("Content-Encoding", "identity").lower() not in ("identity", "gzip"):
            raise IngestionError("it is packed in a way that was not asked for")
        self._check_size(int(response.headers.get("Content-Length", "0")))
        size = 0
        with file.open("wb") as out:
            for piece in response.iter_bytes():
                size += len(piece)
                self._check_size(size)
                out.write(piece)
        with file.open("rb") as written:
            if _WEB_PAGE.match(written.read(1024)):
                raise IngestionError("a web page is there, not XML")
        given = {
            "If-None-Match": response.headers.get("ETag", ""),
            "If-Modified-Since": response.headers.get("Last-Modified", ""),
        }
        return {name: value for name, value in given.items() if value and value.isascii()}

    def _check_size(self, size: int) -> None:
        if size > self._limit:
            raise IngestionError(f"larger than {self._limit:,} bytes")


def redirected(here: "httpx.URL", location: str) -> "httpx.URL":
    """Where a redirect leads. Raises IngestionError when that is another host, or no longer https."""
    there = here.join(location)
    if here.scheme == "https" and there.scheme != "https":
        raise IngestionError("it points from https to http, which is not followed")
    secured = (here.scheme, there.scheme, here.port, there.port) == ("http", "https", None, None)
    if there.host != here.host or not (secured or (there.scheme, there.port) == (here.scheme, here.port)):
        raise IngestionError(f"it points to another host, {there.netloc.decode('ascii')}, which is not followed")
    return there


def _patience(response: "httpx.Response") -> float | None:
    """Seconds after which to ask once more; None for never."""
    if response.status_code != 429 and not response.is_server_error:
        return None
    asked = _retry_after(response)
    if asked is None:
        return _RETRY_AFTER if response.is_server_error else None
    return asked if asked <= _LONGEST_WAIT else None


def _retry_after(response: "httpx.Response") -> float | None:
    said = response.headers.get("Retry-After", "").strip()
    if re.fullmatch("[0-9]{1,9}", said):
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _complaint(response: "httpx.Response") -> str:
    status, asked = response.status_code, _retry_after(response)
    said = _SAID.get(status, "the site failed" if response.is_server_error else "an answer that is no text")
    return f"{said} ({status}{f', it asks to wait {asked:.0f} seconds' if asked else ''})"
