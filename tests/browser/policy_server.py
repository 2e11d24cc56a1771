"""Serves a finished site as the tests of its safety need it: with all headers it asks for, or with no policy at all."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any

from handbook.publish.headers import STATIC_HOSTS

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


class _Handler(http.server.SimpleHTTPRequestHandler):
    headers_to_send: tuple[tuple[str, str], ...] = ()

    def log_message(self, *_: object) -> None:
        """Say nothing: requests are not the tests' output."""

    def end_headers(self) -> None:
        """Send what the site asks for, as a static host does."""
        for name, value in self.headers_to_send:
            self.send_header(name, value)
        super().end_headers()


class _Bare(_Handler):
    def send_head(self) -> Any:
        """Send pages without their policy, so that nothing but the markup itself keeps an attack from running."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix != ".html" or not file.is_file():
            return super().send_head()
        page, count = _POLICY.subn(b"", file.read_bytes())
        assert count == 1, file
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        return BytesIO(page)


@contextmanager
def with_headers(site: Path, base: str) -> Iterator[str]:
    """Serve a site with the headers of its own file for static hosts; `base` is its path below the address."""
    lines = (site / STATIC_HOSTS).read_text(encoding="utf-8").splitlines()[1:]
    headers = tuple((name, value) for name, _, value in (line.strip().partition(": ") for line in lines))
    with _serving(type("WithHeaders", (_Handler,), {"headers_to_send": headers}), site, base) as address:
        yield address


@contextmanager
def without_policy(site: Path, base: str) -> Iterator[str]:
    """Serve a site whose pages carry no policy."""
    with _serving(_Bare, site, base) as address:
        yield address


@contextmanager
def _serving(handler: type[_Handler], site: Path, base: str) -> Iterator[str]:
    root = Path(str(site.resolve()).removesuffix(f"/{base.strip('/')}"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{base}"
    server.shutdown()
    server.server_close()
