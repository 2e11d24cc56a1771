"""A server on this machine that answers as servers elsewhere do: well, not at all, elsewhere, late, without a name."""

import ssl
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

CERTIFICATE = Path(__file__).with_suffix(".pem")
"""Of "localhost", signed by nobody but itself, with its key: a secret of these tests alone."""


class Loopback(ThreadingHTTPServer):
    """The server; it remembers what it was asked."""

    daemon_threads = True
    scheme = "http"

    def __init__(self) -> None:
        """Listen on any free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str]] = []
        self.heads: list[dict[str, str]] = []
        self.counted: Counter[str] = Counter()
        self.closing = Event()

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """Give the address of a path."""
        return f"{self.scheme}://{host}:{self.server_port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about callers that hang up."""


class _Handler(BaseHTTPRequestHandler):
    server: Loopback

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is the base class's
        """Keep quiet."""

    def do_HEAD(self) -> None:
        """Answer without a page."""
        self._answer()

    def do_GET(self) -> None:
        """Answer."""
        self._answer()

    def _answer(self) -> None:
        self.server.asked.append((self.command, self.path))
        self.server.heads.append(dict(self.headers))
        name, _, rest = self.path.removeprefix("/").partition("/")
        if name == "hangs":
            self.server.closing.wait()
        elif name == "drips":
            while not self.server.closing.wait(0.05):
                self.wfile.write(b"HTTP/1.1 200 OK\r\n" if rest == "" else b"x")
                rest = "more"
        elif name == "mute":
            self.close_connection = True
        elif name == "no-head" and self.command == "HEAD":
            self._send(405)
        elif name == "rude-head" and self.command == "HEAD":
            self.close_connection = True
        elif name.isdecimal():
            self._send(int(name), f"/{rest}" if rest else "")
        elif name == "leads":
            self._send(301, bytes.fromhex(rest).decode("utf-8"))
        elif name == "cookie":
            self._send(302, self.path, "seen=1")
        else:
            self._send(200)

    def _send(self, status: int, location: str = "", cookie: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location.encode("utf-8").decode("latin-1"))
        if cookie:
            self.send_header("Set-Cookie", cookie)
        self.send_header("Content-Length", "0")
        self.end_headers()


@contextmanager
def loopback(*, secure: bool = False) -> Iterator[Loopback]:
    """Run the server, with its own certificate where it is to be secure."""
    server = Loopback()
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.scheme = "https"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()


def trusting() -> ssl.SSLContext:
    """Trust the server's own certificate."""
    return ssl.create_default_context(cafile=CERTIFICATE)
