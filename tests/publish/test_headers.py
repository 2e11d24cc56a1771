"""What servers are told to send agrees with what pages carry."""

import re

import pytest

from handbook.publish.headers import HEADERS, NGINX, STATIC_HOSTS, header_files
from handbook.publish.policy import DIRECTIVES, POLICY, with_policy


def test_both_files_name_every_header_once() -> None:
    """The file for static hosts and the lines for nginx say the same."""
    files = header_files()
    static = dict(line.strip().split(": ", 1) for line in files[STATIC_HOSTS].splitlines()[1:])
    nginx = dict(re.findall(r'^add_header ([\w-]+) "([^"]*)" always;$', files[NGINX], re.MULTILINE))

    assert static == nginx == HEADERS
    assert files[STATIC_HOSTS].startswith("/*\n")


def test_the_served_policy_is_that_of_the_pages_and_forbids_frames() -> None:
    """A server adds what only it can say; the rest is word for word the same."""
    assert HEADERS["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"


def test_the_policy_allows_nothing_written_into_pages_and_no_other_host() -> None:
    """Only files of the site itself, and pictures as data, are let in."""
    assert {source for sources in DIRECTIVES.values() for source in sources.split()} == {"'self'", "'none'", "data:"}
    assert [name for name, sources in DIRECTIVES.items() if "data:" in sources] == ["img-src"]
    assert DIRECTIVES["default-src"] == "'none'"


def test_a_page_gets_the_policy_before_anything_else() -> None:
    """The policy stands right after the character set."""
    page = with_policy('<html><head>\n<meta charset="utf-8">\n<title>x</title></head></html>')
    head, policy, rest = page.split("\n")[:1], page.split("\n")[2], page.split("\n")[3:]
    assert (head, rest) == (["<html><head>"], ["<title>x</title></head></html>"])
    assert POLICY in policy


def test_a_page_whose_head_is_not_known_is_refused() -> None:
    """A page without a place for the policy is not quietly published without it."""
    with pytest.raises(ValueError, match="charset"):
        with_policy("<html></html>")


def test_only_the_first_word_on_the_character_set_counts() -> None:
    """A page may speak of it further down."""
    page = with_policy('<meta charset="utf-8"><p><meta charset="utf-8"></p>')
    assert page.startswith('<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"')
    assert page.count("http-equiv") == 1
