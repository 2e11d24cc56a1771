"""What rules look up: pages by their file, anchors, the ids that were probably meant, addresses that were published."""

import pytest

from handbook.addresses.addresses import Addresses
from handbook.addresses.files import DOWNLOADS
from handbook.diagnostics.codes import Code
from handbook.library.target import PAGE, REPORT, Target
from handbook.rules import published
from handbook.rules.pages import anchors_of_target, find_page
from handbook.rules.references import nearest
from libraries import library_of, statement

RECORDS = {"document/rules": {"statements": [statement("quorum")]}}


def test_the_list_of_addresses_only_grows() -> None:
    """Pages and anchors in order, the start page by a name of its own, what was there before among them."""
    text = published.with_new(
        {"b/": frozenset({"y", "x"}), "a/": frozenset()}, {"": frozenset({"z"}), "b/": frozenset("w")}
    )

    assert text == (
        "# Mọi địa chỉ đã đăng, mỗi dòng một trang rồi các neo. Viết thêm: python3 scripts/check.py --keep-addresses\n"
        "./ z\na/\nb/ w x y\n"
    )
    assert published.read_list(text) == {"": frozenset("z"), "a/": frozenset(), "b/": frozenset("wxy")}


def test_links_may_use_the_anchors_of_generated_pages() -> None:
    """Those of the codes, and of the kinds of record that have papers; further pages have none."""
    library = library_of({"checklist/a": {}, "term/b": {}})
    kinds = {kind.id: kind.slug for kind in library.settings.vocabulary.kinds}

    assert anchors_of_target(library, Target(REPORT, "codes")) == tuple(code.anchor for code in Code)
    assert anchors_of_target(library, Target(REPORT, DOWNLOADS)) == (kinds["checklist"],)
    assert anchors_of_target(library, Target("checklist", "")) == ()


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("noi-quy/index.md", Target("document")),
        ("noi-quy/rules.md", Target("document", "rules")),
        ("noi-quy/rulez.md", None),
        ("noi-quy/2.md", None),
        ("2.md", None),
        ("a/first.md", Target(PAGE, "a/first.md")),
    ],
)
def test_a_page_is_found_by_its_file(path: str, found: Target | None) -> None:
    """Written by hand or generated; a further page only where there is one."""
    library = library_of(RECORDS, {"a/first.md": "x"})

    assert find_page(library, Addresses(library.settings), path) == found


@pytest.mark.parametrize(
    ("wrong", "known", "hint"),
    [
        ("a", (), ""),
        ("quorom", ("quorum", "words"), "Có phải là “quorum”?"),
        ("so-a", ("so-b", "so-c", "so-d", "so-e"), "Có phải là “so-e” hoặc “so-d” hoặc “so-c”?"),
        ("zzzz", tuple("abcdefghijkl"), "Hiện có: a, b, c, d, e, f, g, h, i, j, k, l."),
        ("zzzz", tuple("abcdefghijklm"), ""),
        ("abcd", ("abxy",), "Có phải là “abxy”?"),
        ("abcd", ("axyz",), "Hiện có: axyz."),
    ],
)
def test_the_nearest_ids_are_named(wrong: str, known: tuple[str, ...], hint: str) -> None:
    """Three at most, or all where they are few and none is near."""
    assert nearest(wrong, known) == hint
