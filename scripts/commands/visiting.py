"""Asks one outside address whether it answers: a HEAD, a GET where that will not do, and whatever it leads to.

Sends no cookie and nothing of the handbook but its name, reads no page, and never asks a machine of a private network.
Knows nothing of who uses the address.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from threading import Event, Timer
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

from handbook.editing.link_keeping import Answer
from handbook.records.links import Outcome

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = {"http": 80, "https": 443}
MOST_STEPS = 8
"""From one address to the next that it leads to."""
FOR_GOOD = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
LEADING_ON = FOR_GOOD | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
REFUSING = frozenset({401, 402, 403, 405, 406, 407, 429, 451})
"""The server is there, and does not want a program, or this one, or so many."""
SAFE = "%/:=&?~#+!$,;'@()*[]"
"""What may stand in the path of a request as it is."""


class _StoppedError(Exception):
    """Nothing was answered."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def is_public(ip: IpAddress) -> bool:
    """Say whether a machine can be reached by everybody: not this one, not one of a private network."""
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True, slots=True)
class Manner:
    """How addresses are asked."""

    agent: str
    """Who asks."""
    seconds: float = 20.0
    """So long one request may take, all in all."""
    may_ask: Callable[[IpAddress], bool] = is_public
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    """Whose certificates are trusted."""


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    location: str
    sets_cookie: bool


def visit(address: str, manner: Manner) -> Answer:
    """Say what is seen at an address, and at those it leads to."""
    here = urldefrag(address).url
    start, passed, for_good, cookies = here, [here], True, False
    while True:
        try:
            reply = _ask(here, manner)
        except _StoppedError as stopped:
            return Answer(stopped.outcome, leads_to=here if here != start else None)
        cookies = cookies or reply.sets_cookie
        if reply.status not in LEADING_ON or not reply.location:
            return _judged(start, here, reply.status, for_good=for_good)
        for_good = for_good and reply.status in FOR_GOOD
        here = _led_to(here, reply.location)
        if here in passed and cookies:
            return Answer("refused", reply.status)  # it wants a cookie back, which a browser would give
        if here in passed or len(passed) > MOST_STEPS or urlsplit(here).scheme not in PORTS:
            return Answer("astray", reply.status)
        passed.append(here)


def _led_to(address: str, location: str) -> str:
    """Give what an answer leads to; "" where that makes no sense."""
    written = location.encode("latin-1", "replace").decode("utf-8", "replace")  # a header comes as Latin-1
    try:
        return urldefrag(urljoin(address, quote(written, safe=SAFE))).url
    except ValueError:
        return ""


def _judged(start: str, end: str, status: int, *, for_good: bool) -> Answer:
    leads_to = end if end != start else None
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        to_the_start = _is_start(end) and not _is_start(start)
        outcome: Outcome = "start-page" if to_the_start else "moved" if leads_to and for_good else "answers"
    elif status in REFUSING:
        outcome = "refused"
    elif status < HTTPStatus.BAD_REQUEST:
        outcome = "astray"
    else:
        outcome = "failing" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "missing"
    return Answer(outcome, status, leads_to)


def _is_start(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in {"", "/"} and not parts.query


def _ask(address: str, manner: Manner) -> _Reply:
    """Ask by HEAD, and by GET where the server would rather have that."""
    try:
        reply = _request("HEAD", address, manner)
    except (HTTPException, ConnectionResetError):
        reply = None
    if reply is None or reply.status >= HTTPStatus.BAD_REQUEST:
        try:
            reply = _request("GET", address, manner)
        except (HTTPException, ConnectionResetError) as error:
            raise _StoppedError("unreachable") from error
    return reply


def _request(method: str, address: str, manner: Manner) -> _Reply:
    """Send one request and read the head of what is answered.

    Raises:
        HTTPException, ConnectionResetError: The answer is none, or makes no sense.
        _StoppedError: There was no answer, or nobody may be asked.
    """
    ended = Event()
    try:
        parts = urlsplit(address)
        with _connected(parts, manner, ended) as connection:
            path = quote(parts.path or "/", safe=SAFE) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
            headers = {"Host": _host(parts), "User-Agent": manner.agent, "Accept": "*/*", "Connection": "close"}
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            if ended.is_set():  # what came until then reads like an answer that is over
                raise _StoppedError("silent")
            cookie = response.getheader("Set-Cookie") is not None
            return _Reply(response.status, response.getheader("Location", ""), cookie)
    except ssl.SSLCertVerificationError as error:
        raise _StoppedError("certificate") from error
    except (OSError, HTTPException, ValueError) as error:
        if ended.is_set() or isinstance(error, TimeoutError):
            raise _StoppedError("silent") from error
        if isinstance(error, (HTTPException, ConnectionResetError)):
            raise
        raise _StoppedError("unreachable") from error


@contextmanager
def _connected(parts: SplitResult, manner: Manner, ended: Event) -> Iterator[HTTPConnection]:
    """Connect to an address's machine, and hang up when the time is over."""
    name, port = _name(parts), parts.port or PORTS[parts.scheme]
    line = _line(name, port, manner)
    connection = HTTPConnection(name, port)
    try:
        if parts.scheme == "https":
            line = manner.context.wrap_socket(line, server_hostname=name)
        connection.sock = line
        clock = Timer(manner.seconds, _hang_up, (line, ended))
        clock.daemon = True
        clock.start()
        try:
            yield connection
        finally:
            clock.cancel()
    finally:
        line.close()
        connection.close()


def _line(name: str, port: int, manner: Manner) -> socket.socket:
    """Connect to the first machine of a name that takes calls; all of them must be such as may be asked."""
    found = list(dict.fromkeys(str(place[4][0]) for place in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)))
    if not all(manner.may_ask(ipaddress.ip_address(ip.partition("%")[0])) for ip in found):
        raise _StoppedError("private")
    refused: OSError = OSError("no address")
    for ip in found:
        try:
            return socket.create_connection((ip, port), timeout=manner.seconds)
        except OSError as error:
            refused = error
    raise refused


def _hang_up(line: socket.socket, ended: Event) -> None:
    ended.set()
    try:
        socket.socket.shutdown(line, socket.SHUT_RDWR)
    except OSError:
        return  # it is over already


def _name(parts: SplitResult) -> str:
    return (parts.hostname or "").encode("idna").decode("ascii")


def _host(parts: SplitResult) -> str:
    name = _name(parts)
    shown = f"[{name}]" if ":" in name else name
    return f"{shown}:{parts.port}" if parts.port else shown
