"""An outside address is asked gently, followed to its end, and what is seen of it is told plainly."""

import ipaddress
import re
import socket
from collections.abc import Iterator

import pytest

from commands.visiting import Manner, is_public, visit
from handbook.editing.link_keeping import Answer
from handbook.records.links import Outcome
from loopback import Loopback, loopback, trusting

HERE = Manner("thu (link check)", may_ask=lambda ip: ip.is_loopback)
"""Here alone machines of this kind may be asked: this one."""
SOON = Manner("thu", seconds=0.4, may_ask=lambda ip: ip.is_loopback)


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    """A server that answers as it is asked to."""
    with loopback() as server:
        yield server


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("/page", "answers", 200),
        ("/206", "answers", 206),
        ("/no-head", "answers", 200),
        ("/rude-head", "answers", 200),
        ("/404", "missing", 404),
        ("/410", "missing", 410),
        ("/400", "missing", 400),
        ("/403", "refused", 403),
        ("/429", "refused", 429),
        ("/500", "failing", 500),
        ("/503", "failing", 503),
        ("/304", "astray", 304),
        ("/301", "astray", 301),
        ("/301/404", "missing", 404),
        ("/302/403", "refused", 403),
        ("/cookie", "refused", 302),
        ("/mute", "unreachable", None),
    ],
)
def test_an_answer_is_judged(server: Loopback, path: str, outcome: Outcome, status: int | None) -> None:
    """By its status; where HEAD is refused or not understood, GET decides."""
    answer = visit(server.address(path), HERE)

    assert (answer.outcome, answer.status) == (outcome, status)


@pytest.mark.parametrize(
    ("path", "end", "outcome"),
    [
        ("/301/page", "/page", "moved"),
        ("/308/301/page", "/page", "moved"),
        ("/302/page", "/page", "answers"),
        ("/307/301/page", "/page", "answers"),
        ("/leads/" + "/trang-mới".encode().hex(), "/trang-m%E1%BB%9Bi", "moved"),
        ("/leads/" + b"/a b<c>".hex(), "/a%20b%3Cc%3E", "moved"),
        ("/301/", "", "astray"),
        ("/leads/" + b"/".hex(), "/", "start-page"),
        ("/301/404", "/404", "missing"),
    ],
)
def test_a_redirect_is_followed_to_its_end(server: Loopback, path: str, end: str, outcome: Outcome) -> None:
    """The end is told; what leads there for good has moved, and a start page in an article's place is none."""
    answer = visit(server.address(path), HERE)

    assert (answer.outcome, answer.leads_to) == (outcome, server.address(end) if end else None)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "http://[x"])
def test_a_redirect_leads_to_pages_alone(server: Loopback, location: str) -> None:
    """Whatever else it names is not asked for."""
    answer = visit(server.address(f"/leads/{location.encode().hex()}"), HERE)

    assert answer == Answer("astray", 301)


def test_a_circle_ends(server: Loopback) -> None:
    """One address that leads to itself, and a long row of them."""
    row = "/302" * 20 + "/page"

    assert visit(server.address("/leads/" + b"/leads/".hex()), HERE).outcome == "astray"
    assert visit(server.address(row), HERE).outcome == "astray"


@pytest.mark.parametrize("path", ["/hangs", "/drips"])
def test_a_server_that_takes_its_time_is_left(server: Loopback, path: str) -> None:
    """Whether it says nothing at all or a letter now and then."""
    assert visit(server.address(path), SOON) == Answer("silent")


def test_a_machine_that_takes_no_calls_is_told() -> None:
    """Nobody listens on a port that was just given back; a name that nobody has is told alike."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

    assert visit(f"http://127.0.0.1:{port}/", HERE) == Answer("unreachable")
    assert visit("http://khong-co.invalid/", HERE) == Answer("unreachable")
    assert visit("http://127.0.0.1:99999/", HERE) == Answer("unreachable")
    assert visit("http://" + "a" * 70 + ".vn/", HERE) == Answer("unreachable")


def test_a_certificate_is_judged() -> None:
    """One that nobody vouches for, one for another name, and a good one."""
    with loopback(secure=True) as server:
        trusted = Manner("thu", may_ask=lambda ip: ip.is_loopback, context=trusting())

        assert visit(server.address("/page", "localhost"), HERE) == Answer("certificate")
        assert visit(server.address("/page", "127.0.0.1"), trusted) == Answer("certificate")
        assert visit(server.address("/page", "localhost"), trusted) == Answer("answers", 200)


def test_a_server_without_encryption_is_told(server: Loopback) -> None:
    """Https at a port that speaks http only."""
    assert visit(server.address("/page").replace("http:", "https:"), HERE).outcome == "unreachable"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.1", "[::1]", "localhost"]
)
def test_a_private_machine_is_never_asked(server: Loopback, host: str) -> None:
    """Neither by its number nor by a name, unless whoever asks has said that it may be."""
    before = len(server.asked)

    assert visit(server.address("/page", host), Manner("thu", seconds=0.4)) == Answer("private")
    assert len(server.asked) == before


def test_a_redirect_to_a_private_machine_is_not_followed(server: Loopback) -> None:
    """Even if it was a public one that led there."""
    location = server.address("/page", "localhost").replace("localhost", "127.0.0.9")
    manner = Manner("thu", may_ask=lambda ip: str(ip) == "127.0.0.1")

    assert visit(server.address(f"/leads/{location.encode().hex()}"), manner) == Answer("private", leads_to=location)


@pytest.mark.parametrize("ip", ["8.8.8.8", "2001:4860:4860::8888"])
def test_a_public_machine_may_be_asked(ip: str) -> None:
    """As most are."""
    assert is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", ["::ffff:10.0.0.1", "::ffff:127.0.0.1", "224.0.0.1", "fe80::1", "fc00::1", "100.64.0.1"])
def test_a_machine_in_disguise_may_not_be_asked(ip: str) -> None:
    """An old number written as a new one, everybody at once, or the line of a provider."""
    assert not is_public(ipaddress.ip_address(ip))


def test_who_asks_says_so_and_says_no_more(server: Loopback) -> None:
    """The name of the handbook, no cookie, no language, no address that it comes from; the part after # stays here."""
    server.asked.clear()
    server.heads.clear()

    visit(server.address("/bài viết?a=ă&b=%20#phần"), HERE)

    assert server.asked == [("HEAD", "/b%C3%A0i%20vi%E1%BA%BFt?a=%C4%83&b=%20")]
    [head] = server.heads
    assert head.pop("User-Agent") == "thu (link check)"
    assert re.fullmatch(r"127\.0\.0\.1:\d+", head.pop("Host"))
    assert head == {"Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}
