"""Which pages are read closely, and what is found whatever the address of the site and the shape of its files."""

from pathlib import Path

import pytest

from handbook.publish import verify as verifying
from handbook.publish.page import Page, read_page
from handbook.publish.verify import verify
from publish.small_site import ADDRESS, page, whole_site, write

PLAIN = {**whole_site(), "404.html": page(), "b/index.html": page('<a href="../muc/">Mục</a>')}
"""A site in which even the page of errors says enough."""


@pytest.fixture
def closely(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are read closely."""
    read: list[str] = []

    def note(text: str) -> Page:
        read.append(text)
        return read_page(text)

    monkeypatch.setattr(verifying, "read_page", note)
    return read


def test_plain_pages_are_not_read_closely(tmp_path: Path, closely: list[str]) -> None:
    """Neither are those whose links lead to an anchor of another page."""
    assert verify(write(tmp_path, PLAIN), ADDRESS) == []
    assert closely == []


def test_a_plain_page_with_a_link_to_nowhere_is_read_closely(tmp_path: Path, closely: list[str]) -> None:
    """Where the link stands is known only then."""
    spoilt = page('<a href="../muc/#khong">x</a>')
    [finding] = verify(write(tmp_path, {**PLAIN, "a/index.html": spoilt}), ADDRESS)
    assert (finding.path, finding.line, finding.column) == ("a/index.html", 5, 1)
    assert closely == [spoilt]


@pytest.mark.parametrize("address", ["", "https://example.org", "https://example.org/", "https://example.org//"])
def test_a_site_at_the_top_of_its_host(tmp_path: Path, address: str) -> None:
    """Links from the top are followed there too, and those that lead nowhere are told."""
    changes = {"sitemap.xml": "", "a/index.html": page('<a href="/muc/#y">x</a>\n<a href="/mat/">x</a>')}
    [finding] = verify(write(tmp_path, {**whole_site(), **changes}), address)
    assert (finding.path, finding.line) == ("a/index.html", 6)
    assert finding.message == "Liên kết “/mat/” không dẫn tới trang hay tệp nào."


def test_an_address_of_the_sitemap_is_told_at_its_own_line(tmp_path: Path) -> None:
    """However many lines come after it."""
    listed = f"\n<urlset>\n<url><loc>{ADDRESS}mat/</loc></url>\n<url><loc>{ADDRESS}</loc></url>\n</urlset>\n"
    [finding] = verify(write(tmp_path, {**whole_site(), "sitemap.xml": listed}), ADDRESS)
    assert (finding.path, finding.line, finding.column) == ("sitemap.xml", 3, 1)


@pytest.mark.parametrize("style", ["url()", "url('')", 'url("")', "url( )", "url(#a)", '@import "";'])
def test_a_style_sheet_may_name_nothing(tmp_path: Path, style: str) -> None:
    """An empty address is the sheet's own."""
    assert verify(write(tmp_path, {**whole_site(), "css/a.css": f"a {{ b: {style} }}"}), ADDRESS) == []


def test_a_site_in_a_folder_with_a_name_in_capitals(tmp_path: Path) -> None:
    """Its name is a part of every address from the top."""
    changes = {"sitemap.xml": "", "a/index.html": page('<a href="/XX/muc/">x</a>\n<a href="/muc/">x</a>')}
    [finding] = verify(write(tmp_path, {**whole_site(), **changes}), "https://example.org/XX/")
    assert (finding.path, finding.line) == ("a/index.html", 6)


def test_a_page_with_broken_letters_is_read_all_the_same(tmp_path: Path) -> None:
    """A browser shows signs in their place."""
    site = write(tmp_path, whole_site())
    broken = page('<a href="../mat/">x</a>').encode().replace(b"</h1>", b"\xff</h1>")
    (site / "a").mkdir()
    (site / "a" / "index.html").write_bytes(broken)
    [finding] = verify(site, ADDRESS)
    assert finding.message == "Liên kết “../mat/” không dẫn tới trang hay tệp nào."
