"""The finished site in its folder: the pages made from data in their frames, and what is made from all pages.

The builder of pages written by hand has filled the folder before. Knows nothing of MkDocs.
"""

from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook.addresses.addresses import address_of_file
from handbook.build.pages import MadePage, framed
from handbook.build.preparation import Prepared
from handbook.pages.feeds import feeds
from handbook.pages.paper_style import FILE as PAPER_STYLE
from handbook.pages.paper_style import paper_style
from handbook.pages.redirects import redirect_pages
from handbook.pages.rendering import environment
from handbook.pages.shell import Shape, Shell
from handbook.pages.tree import GeneratedPage
from handbook.publish.headers import header_files
from handbook.publish.policy import with_policy
from handbook.publish.sitemap import FILE, PACKED_FILE, sitemap
from handbook.search.page import Findable, Found
from handbook.search.publishing import FOLDER, STUB, publish_index
from handbook.search.views import asked_for, writings
from handbook.views.typography import typography

PAGE_FILE = "index.html"
MADE_ANEW = (FILE, PACKED_FILE, f"{FOLDER}/{STUB}")
"""What the builder of pages written by hand makes of its own pages alone, and `complete` of all."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the builder of pages written by hand gives: frames for all others, and what search finds in its own."""

    shells: MutableMapping[Shape, Shell]
    found: list[Found]


def compose(folder: Path, prepared: Prepared, pages: Iterable[MadePage], frame: Frame, root: str) -> None:
    """Put everything made from data into the folder of a site.

    Args:
        folder: The site's top folder, with the pages written by hand.
        prepared: The checked handbook.
        pages: Those made from data.
        frame: What stands around them.
        root: The site's public address, "" where none is known.

    Raises:
        OSError: The folder cannot be written.
    """
    found: list[Findable] = list(frame.found)
    for made in pages:
        _write(folder / file_of_page(made.page), framed(made, frame.shells))
        found.append(made.found)
    complete(folder, prepared, found, root, None)


def file_of_page(page: GeneratedPage) -> str:
    """Give the place of a page's HTML inside a site."""
    return f"{address_of_file(page.file)}{PAGE_FILE}"


def complete(folder: Path, prepared: Prepared, found: Sequence[Findable], root: str, index_store: Path | None) -> None:
    """Add what is made from all pages.

    Args:
        folder: The site's top folder, with all pages.
        prepared: The checked handbook.
        found: What search finds in the pages.
        root: The site's public address, "" where none is known.
        index_store: A file that tells the next build of the search index; None to tell it nothing.

    Raises:
        OSError: The folder cannot be written.
    """
    library, addresses = prepared.library, prepared.addresses
    settings = prepared.settings
    for file, html in redirect_pages(library, addresses, environment()):
        _write(folder / file, with_policy(html))
    _write(folder / PAPER_STYLE, paper_style(typography(library), settings.deployment.name, settings.date))
    for name, text in feeds(library, addresses):
        _write(folder / name, text)
    for name, text in header_files().items():
        _write(folder / name, text)
    for name, content in sitemap((page.address for page in found), root, settings.date).items():
        (folder / name).write_bytes(content)
    asked = asked_for(library, addresses, found)
    publish_index(asked, writings(library), folder, index_store, settings.site_dir)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
