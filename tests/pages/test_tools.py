"""Which pages load which scripts: those that offer a tool, and no others."""

from pathlib import Path

import pytest

from building import ROOT
from handbook.addresses.addresses import Addresses
from handbook.library.target import Target
from handbook.pages.tools import OF_INDEXES, OF_RECORDS, tools_of
from handbook.records.kinds import KIND_IDS
from handbook.views.viewing import own_view
from libraries import library_of

SCRIPTS = ROOT / "theme" / "assets" / "javascripts" / "handbook" / "tools"


def test_every_tool_has_its_script() -> None:
    """A page never asks for a script that is not there."""
    named = {name for names in (*OF_RECORDS.values(), *OF_INDEXES.values()) for name in names}

    assert {*OF_RECORDS, *OF_INDEXES} <= set(KIND_IDS)
    assert [name for name in sorted(named) if not (SCRIPTS / f"{name}.js").is_file()] == []


@pytest.mark.parametrize(
    ("kind", "record", "tools"),
    [
        ("checklist", "a", ("checklist",)),
        ("checklist", "", ()),
        ("case", "", ("finder",)),
        ("case", "a", ()),
        ("problem", "a", ()),
    ],
)
def test_a_page_offers_the_tools_of_its_kind(kind: str, record: str, tools: tuple[str, ...]) -> None:
    """A checklist is marked, a list of cases is narrowed down; what is only read loads nothing."""
    library = library_of({f"{kind}/a": {}})
    view = own_view(library, Addresses(library.settings), Target(kind, record))

    assert tools_of(view) == tools


@pytest.mark.parametrize("file", sorted(SCRIPTS.glob("*.js")), ids=lambda file: file.name)
def test_a_script_makes_no_markup_of_data(file: Path) -> None:
    """What was typed or imported is text, whatever it looks like; nothing is asked for but the page's own file."""
    text = file.read_text(encoding="utf-8")
    for own in ("fetch(link.href)", "fetch(address, { signal })"):  # files and further pages of this site
        text = text.replace(own, "")
    for refused in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "sendBeacon"):
        assert refused not in text, refused
