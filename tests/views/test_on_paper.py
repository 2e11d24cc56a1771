"""What a page adds on paper follows from what people do with it, and from what the handbook's settings say."""

from dataclasses import replace
from functools import cache

import pytest

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.target import Target
from handbook.views.blocks import Fact, Link, Words
from handbook.views.on_paper import OnPaper, Use, leads_away, on_paper
from handbook.views.viewing import view_of
from libraries import settings_of_second

BLANKS = ("Nhà", "Ngày họp")
ELSEWHERE = Link("nơi khác", Target("term", "a"))


@cache
def library(address: str | None) -> Library:
    """Load the second handbook as it stands at an address, with blanks at the head of what is filled in."""
    settings = settings_of_second()
    deployment = settings.deployment.model_copy(update={"address": address, "blanks": BLANKS})
    made, findings = load_library(replace(settings, deployment=deployment))
    assert not findings
    return made


def added(target: Target, address: str | None = "https://a.example/b") -> OnPaper:
    """Give what a page adds."""
    made = library(address)
    addresses = Addresses(made.settings)
    return on_paper(made, addresses, view_of(made, addresses, target))


@pytest.mark.parametrize(
    ("kind", "record", "use", "blanks"),
    [
        ("checklist", "hop-cu-dan", Use.FILLED_IN, BLANKS),
        ("criteria", "thi-dua-tang", Use.FILLED_IN, BLANKS),
        ("form", "giay-bao", Use.FILLED_IN, ()),
        ("case", "toa-b", Use.READ, ()),
        ("meeting", "hop-nha", Use.READ, ()),
        ("topic", "cay-xanh", Use.READ, ()),
    ],
)
def test_documents_have_a_use_and_an_address(kind: str, record: str, use: Use, blanks: tuple[str, ...]) -> None:
    """What can be taken away leads back to its page; only what is ticked or scored asks who met and when."""
    made = added(Target(kind, record))

    assert (made.use, made.blanks) == (use, blanks)
    assert made.address.startswith("https://a.example/b/")


@pytest.mark.parametrize(
    "target", [Target("checklist"), Target("term", "ban-quan-tri"), Target("document", "noi-quy-2025")]
)
def test_other_pages_add_nothing(target: Target) -> None:
    """A list, a term and a document are no papers of their own."""
    assert added(target) == OnPaper()


def test_without_an_address_nothing_leads_back() -> None:
    """Where the handbook stands nowhere yet, all but the address is the same."""
    target = Target("checklist", "hop-cu-dan")

    assert added(target, address=None) == replace(added(target), address="")


@pytest.mark.parametrize(
    ("line", "away"),
    [
        ((ELSEWHERE,), True),
        ((ELSEWHERE, Words(", "), ELSEWHERE, Words(".")), True),
        ((Words("Hỏi ở "), ELSEWHERE), False),
        ((Words("Thư ký"),), False),
    ],
)
def test_a_fact_of_links_alone_leads_away(line: tuple[Words | Link, ...], *, away: bool) -> None:
    """One word of its own is enough to be printed."""
    assert leads_away(Fact("Nơi đã làm", (line,))) is away
    assert leads_away(Fact("Nơi đã làm", (line, (Words("Thêm."),)))) is False
