"""Serves the web editor and the handbook's files to this machine's own browser, and writes what is kept.

It listens on the loopback address, answers to its own names only and takes changes from its own page only. The policy
that goes with every answer keeps the web editor from asking any other machine for anything.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock

from handbook.diagnostics.report import as_text
from handbook.editing.cms_config import cms_config
from handbook.editing.cms_editor import EDITOR, editor_file
from handbook.editing.cms_folder import all_shown, keep
from handbook.editing.refusal import RefusedError
from handbook.settings.settings import Settings

ADDRESS = "127.0.0.1"
OWN_NAMES = frozenset({ADDRESS, "localhost"})
LARGEST_BODY = 4_000_000
"""Bytes; the longest page is far shorter."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self' data:; manifest-src data: blob:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_PAGE = {
    "/": ("cms.html", "text/html"),
    "/cms.js": ("cms.js", "text/javascript"),
    "/cms_folder.js": ("cms_folder.js", "text/javascript"),
    "/cms.css": ("cms.css", "text/css"),
}

Load = Callable[[], Settings]


class CmsServer(ThreadingHTTPServer):
    """A server of the web editor."""

    daemon_threads = True

    def __init__(self, port: int, editor: Path, load: Load, say: Callable[[str], None]) -> None:
        """Listen on a port (0: any free one).

        Args:
            port: Where to listen.
            editor: The folder of the web editor's package; see `refuse_other_editor`.
            load: Gives the handbook's settings as they are now.
            say: Hears of each file that was written.

        Raises:
            OSError: The port is taken, or not allowed.
        """
        handler = partial(_Handler, editor=editor, load=load, say=say, lock=Lock())
        super().__init__((ADDRESS, port), handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell what went wrong while answering, except that the browser has gone away: browsers do."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # handed on as it came

    @property
    def address(self) -> str:
        """Where to point the browser."""
        return f"http://{ADDRESS}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, editor: Path, load: Load, say: Callable[[str], None], lock: Lock) -> None:
        self._editor = editor
        self._load = load
        self._say = say
        self._lock = lock
        super().__init__(*arguments)  # type: ignore[arg-type]  # as the server calls it; it answers the request at once

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the base class's
        """Keep the terminal for what was written."""

    def do_GET(self) -> None:
        """Answer with the page, the web editor, its configuration or the files."""
        path = self.path.partition("?")[0]
        if not self._is_own():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"")
        elif path in _PAGE:
            name, kind = _PAGE[path]
            self._send(HTTPStatus.OK, kind, (Path(__file__).parent / name).read_bytes())
        elif path in {"/config", "/files"}:
            self._answer(partial(_config if path == "/config" else _files, self._load))
        elif path.startswith(EDITOR):
            self._send_editor(path.removeprefix(EDITOR))
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def do_PUT(self) -> None:
        """Write one file; only the own page may ask for it."""
        told = self.headers.get("Content-Length", "")
        length = int(told) if told.isdecimal() and told.isascii() else 0
        is_ours = self._is_own() and self.headers.get("Origin") == f"http://{self.headers.get('Host')}"
        if not is_ours or self.path != "/files" or not 0 < length <= LARGEST_BODY:
            self.close_connection = True  # what was sent is not read
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"")
            return
        try:
            asked = json.loads(self.rfile.read(length))
            name, version, content = (str(asked[key]) for key in ("path", "version", "content"))
        except (ValueError, KeyError, TypeError):
            self._send(HTTPStatus.BAD_REQUEST, "text/plain", b"")
            return
        self._answer(lambda: self._keep(name, version, content))

    def _keep(self, called: str, version: str, content: str) -> object:
        with self._lock:
            kept = keep(self._load(), called, version, content)
        told = as_text(kept.findings)
        self._say(f"Đã ghi: {kept.name}" + (f"\n{told}" if told else ""))
        return {**asdict(kept.shown), "message": f"Đã ghi, nhưng còn chỗ phải sửa:\n{told}" if told else ""}

    def _answer(self, make: Callable[[], object]) -> None:
        """Send what is made, or why it is refused."""
        try:
            status, values = HTTPStatus.OK, make()
        except RefusedError as error:
            self._say(str(error))
            status, values = HTTPStatus.CONFLICT, {"message": str(error)}
        self._send(status, "application/json", json.dumps(values, ensure_ascii=False).encode())

    def _is_own(self) -> bool:
        """Tell whether the browser asked for this machine by its own name: another site's may be made to point here."""
        return self.headers.get("Host", "").partition(":")[0] in OWN_NAMES

    def _send_editor(self, name: str) -> None:
        found = editor_file(self._editor, name)
        if found is None:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"")
        else:
            self._send(HTTPStatus.OK, found.type, found.content)

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind if kind.startswith(("font/", "image/")) else f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(content)


def _config(load: Load) -> object:
    return cms_config(load())


def _files(load: Load) -> object:
    shown, _ = all_shown(load())
    return {name: asdict(file) for name, file in shown.items()}
