"""The preview shows the last good site, tells every build's outcome, and gives nothing away."""

import json
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse, RemoteDisconnected
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.preview.outcome import Outcome, Remark
from handbook.preview.server import Server, file_for, open_server
from handbook.preview.stage import Stage

REMARK = Remark("docs/a.md", 3, 1, "error", "prose.link", "Liên kết <b>hỏng</b>.", "Sửa & lưu.")
GOOD = Outcome(is_good=True)
BAD = Outcome(is_good=False, remarks=(REMARK,), words="<i>MkDocs</i>")


class Preview:
    """A running preview and a way to ask it."""

    def __init__(self, server: Server, stage: Stage, folder: Path) -> None:
        self.server = server
        self.stage = stage
        self.folder = folder

    @contextmanager
    def ask(self, path: str, host: str = "") -> Iterator[HTTPResponse]:
        """Ask for a path exactly as it is written."""
        with closing(HTTPConnection("127.0.0.1", self.server.server_port)) as connection:
            connection.putrequest("GET", path, skip_host=True)
            connection.putheader("Host", host or f"127.0.0.1:{self.server.server_port}")
            connection.endheaders()
            with connection.getresponse() as answer:
                yield answer

    def text(self, path: str) -> str:
        """Return what stands at a path."""
        with self.ask(path) as answer:
            return answer.read().decode()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Run a preview of a small site with a secret beside it."""
    folder = tmp_path / "site"
    (folder / "muc").mkdir(parents=True)
    (folder / "index.html").write_text("<html><body><p>Trang đầu</p></body></html>", encoding="utf-8")
    (folder / "404.html").write_text("<p>Không thấy", encoding="utf-8")
    (folder / "muc" / "index.html").write_text("<body>Mục</body>", encoding="utf-8")
    (folder / "a.css").write_text("p {}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    stage = Stage()

    def make(path: str) -> Path | None:
        """Make one of the files to take away, as the command does; any other is not offered."""
        made = tmp_path / "made.pdf"
        made.write_bytes(f"%PDF-1.7 {path}".encode())
        return made if path == "/muc/viec a.pdf" else None

    server = open_server(0, folder, stage, base="/so-tay/", make=make)
    thread = Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    yield Preview(server, stage, folder)
    stage.close()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/muc/viec%20a.pdf", "/so-tay/muc/viec%20a.pdf"])
def test_a_file_to_take_away_is_made_when_it_is_opened(preview: Preview, path: str) -> None:
    """What is not in the folder yet is made on demand; what nobody offers is not found."""
    preview.stage.show(GOOD)
    with preview.ask(path) as answer:
        assert (answer.status, answer.getheader("Content-Type")) == (200, "application/pdf")
        assert answer.read() == b"%PDF-1.7 /muc/viec a.pdf"
    for other in ("/muc/khac.pdf", "/muc/khac.html"):
        with preview.ask(other) as answer:
            assert answer.status == 404


def events(answer: HTTPResponse) -> Iterator[dict[str, object]]:
    """Read the states that the server sends."""
    for line in answer:
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


def test_a_page_carries_the_preview_by_address_only(preview: Preview) -> None:
    """Script and style come as files, before the body's end, and say which build the page is of."""
    preview.stage.show(GOOD)
    assert preview.text("/") == (
        '<html><body><p>Trang đầu</p><link rel="stylesheet" href="/_preview/preview.css">'
        '<script type="module" src="/_preview/preview.js?site=1&amp;outcome=1"></script></body></html>'
    )
    assert "EventSource" in preview.text("/_preview/preview.js?site=1")
    assert ".preview-panel" in preview.text("/_preview/preview.css")


def test_files_are_served_as_they_are(preview: Preview) -> None:
    """Other files come unchanged, with their type, and are never kept by the browser."""
    preview.stage.show(GOOD)
    with preview.ask("/a.css") as answer:
        assert (answer.status, answer.read()) == (200, b"p {}")
        assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/muc/", 200),
        ("/muc/?a=b", 200),
        ("/so-tay/muc/", 200),
        ("/muc", 302),
        ("/mat/", 404),
        ("/_preview/x", 404),
    ],
)
def test_addresses_work_as_on_the_published_site(preview: Preview, path: str, status: int) -> None:
    """Folders, the site's own base path and pages that are not there are answered as a server would."""
    preview.stage.show(GOOD)
    with preview.ask(path) as answer:
        assert answer.status == status


def test_a_missing_page_gets_the_sites_own_error_page(preview: Preview) -> None:
    """The error page follows builds like any other page."""
    preview.stage.show(GOOD)
    assert preview.text("/mat/").startswith("<p>Không thấy<link")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/muc/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/out.txt",
        "/%00",
        "/_preview/../secret.txt",
        "/_preview/server.py",
    ],
)
def test_nothing_outside_the_site_is_given_away(preview: Preview, path: str) -> None:
    """Ways out of the folder, links included, lead nowhere."""
    preview.stage.show(GOOD)
    with preview.ask(path) as answer:
        assert answer.status == 404
        assert b"secret" not in answer.read()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.lists(st.sampled_from(["..", ".", "", "muc", "index.html", "secret.txt", "out.txt", "\\", "\0", "site"]))
)
def test_every_file_served_lies_in_the_site(tmp_path: Path, parts: list[str]) -> None:
    """Whatever the path is made of, the file found lies inside the folder."""
    site = tmp_path / "site"
    (site / "muc").mkdir(parents=True, exist_ok=True)
    for file in (tmp_path / "secret.txt", site / "index.html", site / "muc" / "index.html"):
        file.write_text("", encoding="utf-8")
    found = file_for(site, "/" + "/".join(parts))
    assert found is None or found.is_relative_to(site)


@pytest.mark.parametrize("host", ["example.org", "example.org:8000", "127.0.0.1.example.org", "["])
def test_another_sites_name_is_refused(preview: Preview, host: str) -> None:
    """A name that was made to point at this machine opens nothing."""
    preview.stage.show(GOOD)
    with preview.ask("/", host) as answer:
        assert answer.status == 403


def test_the_browser_is_told_of_each_build(preview: Preview) -> None:
    """A page that listens learns the state at once and then every new one, with all that was found."""
    preview.stage.show(GOOD)
    with preview.ask("/_preview/events") as answer:
        assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        states = events(answer)
        assert next(states)["outcome_number"] == 1
        preview.stage.show(BAD)
        told = next(states)
        assert (told["outcome_number"], told["site_number"], told["words"]) == (2, 1, "<i>MkDocs</i>")
        assert told["remarks"] == [
            {
                "path": "docs/a.md",
                "line": 3,
                "column": 1,
                "severity": "error",
                "code": "prose.link",
                "message": "Liên kết <b>hỏng</b>.",
                "hint": "Sửa & lưu.",
            }
        ]
        preview.stage.show(GOOD)
        assert next(states)["site_number"] == 3
        preview.stage.close()
        assert list(states) == []


def test_the_last_good_page_stays_readable(preview: Preview) -> None:
    """After a failed build the pages are still served."""
    preview.stage.show(GOOD)
    preview.stage.show(BAD)
    assert "Trang đầu" in preview.text("/")


def test_before_the_first_site_there_is_a_page_that_says_so(preview: Preview) -> None:
    """While nothing is built yet, every address shows that a build is under way, then what was found, as plain text."""
    with preview.ask("/muc/") as answer:
        assert answer.status == 503
        assert "Đang dựng trang…" in answer.read().decode()
    preview.stage.show(BAD)
    page = preview.text("/")
    assert "docs/a.md:3:1" in page
    assert "Liên kết &lt;b&gt;hỏng&lt;/b&gt;." in page
    assert "Sửa &amp; lưu." in page
    assert "&lt;i&gt;MkDocs&lt;/i&gt;" in page
    assert "preview.js?site=0&amp;outcome=1" in page


def _handlers() -> set[Thread]:
    return {one for one in threading.enumerate() if "process_request" in one.name}


def test_who_has_gone_is_told_nothing_more(preview: Preview) -> None:
    """The end of a page that listened ends its conversation quietly."""
    preview.stage.show(GOOD)
    before = _handlers()
    with socket.create_connection(("127.0.0.1", preview.server.server_port)) as page:
        page.sendall(b"GET /_preview/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert page.recv(1)
        (handler,) = _handlers() - before
        page.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closed at once, as by a crash
    while handler.is_alive():
        preview.stage.show(BAD)
        handler.join(0.05)


@contextmanager
def _serving(server: Server) -> Iterator[HTTPConnection]:
    thread = Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    try:
        with closing(HTTPConnection("127.0.0.1", server.server_port)) as connection:
            yield connection
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(("fault", "told"), [(ZeroDivisionError("x"), True), (BrokenPipeError(), False)])
def test_a_fault_in_the_preview_itself_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, fault: Exception, told: bool
) -> None:
    """What goes wrong while answering is not swallowed, except that a browser has gone away: browsers do."""

    def fail(_path: str) -> None:
        raise fault

    stage = Stage()
    stage.show(GOOD)
    with _serving(open_server(0, tmp_path, stage, make=fail)) as connection:
        connection.request("GET", "/a.pdf")
        with pytest.raises(RemoteDisconnected):
            connection.getresponse()

    assert ("ZeroDivisionError" in capsys.readouterr().err) == told


def test_a_preview_may_offer_no_files(tmp_path: Path) -> None:
    """Then what would be made is not found."""
    stage = Stage()
    stage.show(GOOD)
    server = open_server(0, tmp_path, stage)
    with _serving(server) as connection:
        connection.request("GET", "/a.pdf")
        assert connection.getresponse().status == 404
    assert server.address == f"http://127.0.0.1:{server.server_port}/"
