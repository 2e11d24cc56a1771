"""Addresses: every link between every two kinds of page leads where the page stands."""

import posixpath
from dataclasses import replace
from urllib.parse import urldefrag, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.addresses.addresses import Addresses, address_of_file
from handbook.library.target import PAGE, Target
from handbook.settings.deployment import Deployment
from libraries import settings_of_second

TARGETS = (
    Target("document"),
    Target("document", "rules"),
    Target("document", "rules", "quorum"),
    Target("source", "board"),
    Target("checklist", "meeting", "count"),
    Target("criteria", "table"),
    Target("case", "floor"),
    Target(PAGE, "index.md"),
    Target(PAGE, "hop/index.md"),
    Target(PAGE, "hop/hoi-nghi.md", "bao-truoc"),
    Target(PAGE, "gioi-thieu.md"),
)
ROOT = "https://vi-du.example/"


@pytest.fixture(scope="module")
def addresses() -> Addresses:
    """The addresses of the second handbook."""
    return Addresses(settings_of_second())


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("index.md", ""),
        ("gioi-thieu.md", "gioi-thieu/"),
        ("hop/index.md", "hop/"),
        ("hop/hoi-nghi.md", "hop/hoi-nghi/"),
        ("hop/my-index.md", "hop/my-index/"),
        ("a/b/index.md", "a/b/"),
    ],
)
def test_a_file_has_an_address(file: str, address: str) -> None:
    """An index stands at its folder; only a file of that very name is an index."""
    assert address_of_file(file) == address


def test_records_stand_under_their_kind(addresses: Addresses) -> None:
    """The folder is the kind's own name for its address; an anchor belongs to the page of its record."""
    assert addresses.page_file(Target("document")) == "noi-quy/index.md"
    assert addresses.page_file(Target("document", "rules")) == "noi-quy/rules.md"
    assert addresses.page_address(Target("document")) == "noi-quy/"
    assert addresses.page_address(Target("document", "rules", "quorum")) == "noi-quy/rules/"
    assert addresses.page_address(Target(PAGE, "index.md")) == ""


@given(st.sampled_from(TARGETS), st.sampled_from(TARGETS))
def test_a_link_leads_where_the_page_stands(start: Target, target: Target) -> None:
    """From any page to any other, a browser arrives at the target's address and anchor."""
    addresses = Addresses(settings_of_second())
    here = addresses.page_address(start)

    arrived, anchor = urldefrag(urljoin(ROOT + here, addresses.link(target, here)))

    assert arrived == ROOT + addresses.page_address(target)
    assert anchor == target.part


@given(st.sampled_from(TARGETS), st.sampled_from(TARGETS))
def test_a_link_between_files_leads_to_the_file(start: Target, target: Target) -> None:
    """MkDocs, which reads links between files, finds the target's file."""
    addresses = Addresses(settings_of_second())
    here = addresses.page_file(start)

    path, anchor = urldefrag(addresses.link_to_file(target, here))

    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) == addresses.page_file(target)
    assert anchor == target.part


def test_a_link_within_the_page_is_only_its_anchor(addresses: Addresses) -> None:
    """Nothing is loaded anew."""
    assert addresses.link(Target("document", "rules", "quorum"), "noi-quy/rules/") == "#quorum"


def test_a_public_address_holds_the_anchor(addresses: Addresses) -> None:
    """The deployment's address comes first, with one slash in between."""
    assert addresses.public(Target("document", "rules", "quorum")) == (
        "https://vi-du.example/cu-dan/noi-quy/rules/#quorum"
    )
    assert addresses.public(Target(PAGE, "index.md")) == "https://vi-du.example/cu-dan/"


def test_an_edit_address_leads_to_the_line(addresses: Addresses) -> None:
    """As the repository's pattern says."""
    assert addresses.edit("du-lieu/a.yml", 3) == "https://kho.vi-du.example/sua/du-lieu/a.yml#dong-3"


def test_without_address_and_repository_there_is_no_such_link() -> None:
    """What is unset is absent, not guessed."""
    addresses = Addresses(replace(settings_of_second(), deployment=Deployment(schema_version=1, name="Cẩm nang")))

    assert addresses.public(Target("document", "rules")) is None
    assert addresses.edit("du-lieu/a.yml", 3) is None
