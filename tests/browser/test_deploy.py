"""The example for nginx in deploy/, run as it stands: what it says with every file, and what readers see of it."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.editions import KEPT, device, free_port
from browser.nginx import running
from browser.opening import KINDS
from browser.publishing import NEW, OLD, Answer, Site
from handbook.publish.headers import HEADERS

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/octet-stream",
    ".xml": "text/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pack": "application/octet-stream",
    ".gz": "application/octet-stream",
}
"""What the type of each kind of file ends with: nginx knows two names of JavaScript's, by its age."""
TEXTS = {".html", ".css", ".js", ".json", ".xml", ".txt", ".ics", ".svg"}
SMALLEST_COMPRESSED = 1000
"""Bytes; less does not get smaller."""
YEAR, MONTH, ASKED_AGAIN = "public, max-age=31536000, immutable", "public, max-age=2592000", "no-cache"
_DIGEST = re.compile(r"[-./][0-9a-f]{8,16}(/|\.pack$|\.min\.(js|css)$)")


@pytest.fixture(scope="module")
def served(published: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A handbook, served."""
    with running(published.folder, tmp_path_factory.mktemp("nginx"), published.port):
        yield published


def test_every_file_comes_as_what_it_is(served: Site) -> None:
    """Its type, its bytes, and every header that the site asks for; there is a file of each type."""
    seen = set()
    for path in served.files():
        answer = served.ask(path)
        suffix = Path(path).suffix
        seen.add(suffix)

        assert answer.status == 200, path
        assert answer.headers["content-type"].endswith(TYPES[suffix]), (path, answer.headers["content-type"])
        assert answer.body == (served.folder / path).read_bytes(), path
        assert _missing(answer) == [], path
    assert seen == set(TYPES)


def test_what_has_a_digest_in_its_name_is_kept_and_all_else_asked_for_again(served: Site) -> None:
    """For a year, for a month where it is a font; a page and the worker are never taken as they were."""
    wrong = []
    for path in served.files():
        said = served.ask(path).headers["cache-control"]
        font = path.endswith(".woff2")
        expected = MONTH if font else YEAR if _DIGEST.search(path) else ASKED_AGAIN
        wrong += [(path, said)] if said != expected else []

    assert wrong == []
    for path in ("sw.js", "sitemap.xml", "search/search_index.json", "viec/index.html", "404.html"):
        assert served.ask(path).headers["cache-control"] == ASKED_AGAIN, path


def test_what_has_not_changed_is_not_sent_again(served: Site) -> None:
    """A page that is asked for again costs a few bytes, and the answer still says how to keep it."""
    first = served.ask("viec/")
    again = served.ask("viec/", If_None_Match=first.headers["etag"])

    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == ASKED_AGAIN
    assert _missing(again) == []


def test_text_is_compressed_and_nothing_else(served: Site) -> None:
    """What is packed already only costs time; caches are told that there are two forms."""
    for path in served.files():
        content = (served.folder / path).read_bytes()
        answer = served.ask(path, Accept_Encoding="gzip")
        packed = answer.headers.get("content-encoding") == "gzip"

        assert packed == (Path(path).suffix in TEXTS and len(content) >= SMALLEST_COMPRESSED), path
        assert (gzip.decompress(answer.body) if packed else answer.body) == content, path
        assert not packed or answer.headers["vary"] == "Accept-Encoding", path
        assert not packed or len(answer.body) < len(content), path


@pytest.mark.parametrize(
    "path",
    [
        "khong-co/",
        "khong-co.js",
        "assets/",
        "assets/javascripts/handbook-00000000/page.js",
        "search/0000000000000000/p0.js",
        "_headers",
        "_headers.nginx.conf",
        ".git/config",
        "viec/.an",
        "..%2f..%2fetc/passwd",
    ],
)
def test_what_is_not_for_readers_is_not_found(served: Site, path: str) -> None:
    """The handbook's own page says so, with all headers, and is not kept in place of what may come."""
    (served.folder / "viec" / ".an").write_text("x", encoding="utf-8")
    answer = served.ask(path)

    assert answer.status in ({400, 404} if ".." in path else {404})
    if answer.status == 404:
        assert "Không có trang này" in answer.body.decode("utf-8")
        assert answer.headers["content-type"] == TYPES[".html"]
        assert answer.headers["cache-control"] == ASKED_AGAIN
        assert _missing(answer) == []


def test_a_folder_without_its_slash_leads_to_the_page(served: Site) -> None:
    """On whatever host and port the reader asked."""
    answer = served.ask("viec?x=1")

    assert answer.status == 301
    assert answer.headers["location"] == "/viec/?x=1"
    assert _missing(answer) == []


def test_an_old_address_leads_to_the_new_one(served: Site, browser: Browser) -> None:
    """To the part of the page that was asked for, under the policy that the server sends."""
    refused = []
    with device(browser) as page:
        page.on("console", lambda told: refused.append(told.text) if told.type == "error" else None)
        page.goto(f"{served.address}{OLD}#notice")
        page.wait_for_url(f"{served.address}{NEW}#notice")
        expect(page.locator("#notice")).to_be_visible()

    assert refused == []


def test_after_the_server_stopped_the_device_has_every_page(published: Site, browser: Browser, tmp_path: Path) -> None:
    """One visit is enough for pages, search and the page for what is not found."""
    second = Site(published.folder, free_port())
    with device(browser, keeps=True) as page:
        with running(second.folder, tmp_path, second.port):
            page.goto(second.address)
            page.wait_for_function(KEPT)
        for path in KINDS.values():
            answer = page.goto(second.address + path)
            assert answer is not None
            assert answer.from_service_worker, path
            expect(page.locator("h1").first).to_be_visible()
        page.locator("[data-md-component=search-query]").click()
        page.locator("[data-md-component=search-query]").press_sequentially("hop", delay=20)
        expect(page.locator(".md-search-result__list > li").first).to_be_visible()


def _missing(answer: Answer) -> list[str]:
    """Give the headers that the site asks for and the server does not send, or sends otherwise."""
    return [name for name, value in HEADERS.items() if answer.headers.get(name.lower()) != value]
