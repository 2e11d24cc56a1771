"""Serves the finished folder to this machine's own browser and tells it, by server-sent events, of each build.

Adds its own script and style to every page on the way out; the files stay as they are. Must not be reachable from other
machines or through other sites: it listens on the loopback address and answers to its own names only.
"""

import errno
import mimetypes
import os
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from handbook.preview.outcome import State
from handbook.preview.stage import Stage
from handbook.preview.waiting_page import waiting_page

ADDRESS = "127.0.0.1"
OWN_NAMES = {"127.0.0.1", "localhost"}
OWN_PATH = "/_preview/"
OWN_FILES = {"preview.js": "text/javascript; charset=utf-8", "preview.css": "text/css; charset=utf-8"}
SECONDS_BETWEEN_SIGNS_OF_LIFE = 10.0
PORTS_TRIED = 50
MADE_ON_DEMAND = (".pdf", ".docx", ".xlsx", ".ics", ".zip")

Make = Callable[[str], Path | None]
"""Makes the file that stands at a path of the site; None when there is no such file."""


def _never(_path: str) -> None:
    return None


class Server(ThreadingHTTPServer):
    """A server of one folder; `stage` says what is on show."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers share a port

    def __init__(self, port: int, folder: Path, stage: Stage, base: str = "/", make: Make = _never) -> None:
        """Listen on a port (0: any free one).

        Args:
            port: Where to listen.
            folder: The finished site; it may be absent yet and may be exchanged at any time.
            stage: What to tell browsers.
            base: The path at which the site will be published; requests under it work beside those from the top.
            make: Makes a file to take away that is not in the folder.

        Raises:
            OSError: The port is taken, or not allowed.
        """
        super().__init__((ADDRESS, port), partial(_Handler, folder=folder, stage=stage, base=base, make=make))

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell what went wrong while answering, except that the browser has gone away: browsers do."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # handed on as it came

    @property
    def address(self) -> str:
        """Where to point the browser."""
        return f"http://{ADDRESS}:{self.server_port}/"


def open_server(port: int, folder: Path, stage: Stage, base: str = "/", make: Make = _never) -> Server:
    """Open a server on `port` or on the next free one.

    Raises:
        OSError: No port is free among those tried.
    """
    last = port + PORTS_TRIED - 1
    while True:
        try:
            return Server(port, folder, stage, base, make)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or port == last:
                raise
        port += 1


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, folder: Path, stage: Stage, base: str, make: Make) -> None:
        self._folder = folder
        self._stage = stage
        self._base = base
        self._make = make
        super().__init__(*arguments)  # type: ignore[arg-type]  # as the server calls it; it answers the request at once

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the base class's
        """Keep the terminal for findings."""

    def do_GET(self) -> None:
        """Answer one request."""
        host = self.headers.get("Host", "").partition(":")[0]
        path = self.path.partition("?")[0]
        if host not in OWN_NAMES:  # another site's name that was made to point here
            self._send(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", b"")
        elif path == f"{OWN_PATH}events":
            self._send_events()
        elif path.startswith(OWN_PATH):
            self._send_own(path.removeprefix(OWN_PATH))
        else:
            if path.startswith(self._base):
                path = f"/{path.removeprefix(self._base)}"
            self._send_file(unquote(path))

    def _send_own(self, name: str) -> None:
        if name in OWN_FILES:
            self._send(HTTPStatus.OK, OWN_FILES[name], (Path(__file__).parent / name).read_bytes())
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"")

    def _send_file(self, path: str) -> None:
        state = self._stage.state
        if not state.site_number:
            page = waiting_page(state).encode()
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, "text/html; charset=utf-8", _with_preview(page, state))
            return
        found = file_for(self._folder, path)
        if found is None and file_for(self._folder, f"{path}/"):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"{self.path.partition('?')[0]}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if found is None and path.endswith(MADE_ON_DEMAND):
            found = self._make(path)
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        file = found or file_for(self._folder, "/404.html")
        content = file.read_bytes() if file else b""
        kind = (mimetypes.guess_type(file.name)[0] if file else None) or "application/octet-stream"
        if kind == "text/html":
            content = _with_preview(content, state)
        if kind.startswith("text/") or kind in {"application/json", "application/xml"}:
            kind += "; charset=utf-8"
        self._send(status, kind, content)

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(content)

    def _send_events(self) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        told: State | None = None
        try:
            while not self._stage.is_closed:
                state = self._stage.state
                # An empty comment shows whether anybody still listens.
                self.wfile.write(b":\n\n" if state == told else f"data: {state.as_json()}\n\n".encode())
                told = state
                self._stage.wait(state, SECONDS_BETWEEN_SIGNS_OF_LIFE)
        except OSError:
            return  # the page was closed


def file_for(folder: Path, path: str) -> Path | None:
    """Return the file that a path asks for, if there is one and it lies inside the folder."""
    parts = path.removeprefix("/").split("/")
    if parts[-1] == "":
        parts[-1] = "index.html"
    if any(part in {"", ".", ".."} or "\\" in part or "\0" in part for part in parts):
        return None
    top = folder.resolve()
    file = top.joinpath(*parts).resolve()
    return file if file.is_relative_to(top) and file.is_file() else None


def _with_preview(page: bytes, state: State) -> bytes:
    """Add the preview's own script and style to a page, by address only, so that a strict policy allows them."""
    query = f"site={state.site_number}&amp;outcome={state.outcome_number}"
    added = (
        f'<link rel="stylesheet" href="{OWN_PATH}preview.css">'
        f'<script type="module" src="{OWN_PATH}preview.js?{query}"></script>'
    ).encode()
    before, end, after = page.rpartition(b"</body>")
    return before + added + end + after if end else page + added
