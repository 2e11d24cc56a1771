"""The line behind each part of a page; nothing where a number leads to what is no record."""

from handbook.addresses.addresses import Addresses
from handbook.library.target import Target
from handbook.pages.source_lines import with_source_lines
from libraries import library_of, worth

RULES = Target("document", "rules")
LIBRARY = library_of({"document/rules": {"statements": [worth("lead", 3, "day")]}})
LINE = LIBRARY.entry(RULES).file.place(("statements", 0)).line


def _lined(html: str) -> str:
    return with_source_lines(LIBRARY, Addresses(LIBRARY.settings), RULES, html)


def test_a_part_and_a_number_carry_their_lines() -> None:
    """A part of the page itself the line alone, a number or a statement from elsewhere its file too."""
    assert _lined('<li id="lead">') == f'<li id="lead" data-sh-line="{LINE}">'
    assert _lined('<a class="sh-figure" href="./#lead">').endswith(f' data-sh-line="documents/rules.yml:{LINE}">')
    assert _lined('<li id="rules.lead">') == f'<li id="rules.lead" data-sh-line="documents/rules.yml:{LINE}">'


def test_what_leads_to_no_statement_carries_nothing() -> None:
    """A record that is not there, a part that is not, an address that is no record's."""
    for html in (
        '<li id="law.lead">',
        '<li id="rules.quorum">',
        '<a class="sh-figure" href="../../a/b/#lead">',
        '<a class="sh-figure" href="./#quorum">',
    ):
        assert _lined(html) == html
