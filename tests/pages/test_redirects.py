"""The pages at old addresses: they lead on without a script, and name every part that a link may have meant."""

import dataclasses
from pathlib import Path
from typing import Any

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.pages.redirects import redirect_pages
from handbook.pages.rendering import environment
from handbook.pages.tree import write_tree
from libraries import library_of, statement


def _renamed() -> Library:
    """A document and a page that were called otherwise, and a draft that was, too."""
    document = {"old_ids": ["law"], "statements": [statement("quorum", old_ids=["majority"])]}
    library = library_of({"document/rules": document}, {"moi/a.md": "Một câu.", "nhap.md": "Một câu."})
    changed: dict[str, dict[str, Any]] = {
        "moi/a.md": {"old_paths": ("cu/a.md",)},
        "nhap.md": {"old_paths": ("cu/nhap.md",), "draft": True},
    }
    pages = {
        path: dataclasses.replace(page, meta=page.meta.model_copy(update=changed[path]))
        for path, page in library.pages.items()
    }
    return dataclasses.replace(library, pages=pages)


def test_old_addresses_lead_to_the_new_ones() -> None:
    """Those of records with their parts, old and new, those of pages written by hand; those of drafts nowhere."""
    library = _renamed()
    found = dict(redirect_pages(library, Addresses(library.settings), environment()))

    assert found.keys() == {"noi-quy/law/index.html", "cu/a/index.html"}
    record, page = found["noi-quy/law/index.html"], found["cu/a/index.html"]
    assert 'href="../rules/"' in record
    assert 'href="../rules/#quorum"' in record
    assert all(f'id="{part}"' in record for part in ("quorum", "majority"))
    assert 'href="../../moi/a/"' in page


def test_a_tree_for_another_builder_has_them_too(tmp_path: Path) -> None:
    """They are whole pages, which no builder has to understand."""
    library = _renamed()
    addresses, templates = Addresses(library.settings), environment()
    write_tree(library, addresses, templates, tmp_path)

    for file, html in redirect_pages(library, addresses, templates):
        assert (tmp_path / file).read_text(encoding="utf-8") == html
