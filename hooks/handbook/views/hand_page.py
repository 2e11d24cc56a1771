"""A page written by hand as blocks, for everything but the site, whose own Markdown prints it there."""

import posixpath
from urllib.parse import unquote, urlsplit

from handbook.addresses.addresses import INDEX, Addresses
from handbook.library.entry import HandPage
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.reading.manuscript.blocks import read_manuscript
from handbook.rules.pages import find_page
from handbook.views.blocks import Inline, Link, Outside, View, Words
from handbook.views.changes import newest_changes
from handbook.views.manuscript import Prose


def hand_view(library: Library, addresses: Addresses, page: HandPage) -> View:
    """Give the view of a page; the start page says besides what is new."""

    def lead(words: str, target: str) -> Inline:
        if urlsplit(target).scheme:
            return Outside(words, target)
        found = _target(library, addresses, page.path, target)
        return Link(words, found) if found else Words(words)

    pieces = read_manuscript(page.file.body).pieces
    after = newest_changes(library, addresses) if page.path == INDEX else ()
    return View(
        target=page.target,
        title=page.meta.title,
        crumb=page.meta.title,
        description=page.meta.description,
        kind=None,
        chips=(),
        lead=(),
        meta=(),
        blocks=(*Prose(library, lead).blocks(pieces), *after),
        file=page.file.name,
        line=1,
    )


def _target(library: Library, addresses: Addresses, path: str, link: str) -> Target | None:
    """Find what a link leads to; nothing where it leads to a file that is no page."""
    parts = urlsplit(link)
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    found = find_page(library, addresses, wanted)
    return Target(found.kind, found.id, unquote(parts.fragment)) if found else None
