"""The line behind each part of a page, so that a reader who finds a mistake is led to it.

Works on finished HTML, so that no template has to know of it: every element with the id of a part carries the part's
line, and every number the file and line of the statement that holds it. Nothing is added where nobody could use it.
"""

import posixpath
import re

from markupsafe import escape

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target

_FIGURE = re.compile(r'<a class="sh-figure" href="(?P<page>[^"#]*)#(?P<part>[^"]+)"')
_STATEMENT = re.compile(r' id="(?P<id>[a-z][a-z0-9-]*)\.(?P<part>[a-z][a-z0-9-]*)"')
"""A statement on a page that gathers those of many documents."""


def with_source_lines(library: Library, addresses: Addresses, target: Target, html: str) -> str:
    """Add to the parts of a page the lines they are written on, where the deployment has a repository.

    Args:
        library: All records.
        addresses: Where everything stands.
        target: What the page is about.
        html: The page; ids stand in double quotes.
    """
    if addresses.settings.deployment.repository is None:
        return html
    entry = library.entries.get(target)
    for part_id, part in entry.parts.items() if entry else ():
        written = f' id="{part_id}"'
        html = (
            html.replace(written, f'{written} data-sh-line="{entry.file.place(part.path).line}"', 1) if entry else html
        )
    start = addresses.page_address(target)

    def figure(found: re.Match[str]) -> str:
        return found[0] + _elsewhere(library, _record(addresses, start, found["page"], found["part"]))

    def statement(found: re.Match[str]) -> str:
        return found[0] + _elsewhere(library, Target("document", found["id"], found["part"]))

    return _STATEMENT.sub(statement, _FIGURE.sub(figure, html))


def _record(addresses: Addresses, start: str, page: str, part: str) -> Target:
    """Tell which record's part a link on the page with address `start` leads to."""
    slug, _, record_id = posixpath.normpath(posixpath.join(start, page)).rpartition("/")
    kinds = addresses.settings.vocabulary.kinds
    return Target(next((kind.id for kind in kinds if kind.slug == slug), ""), record_id, part)


def _elsewhere(library: Library, target: Target) -> str:
    entry = library.entries.get(target.whole())
    part = entry.parts.get(target.part) if entry else None
    if entry is None or part is None:
        return ""
    return f' data-sh-line="{escape(entry.file.name)}:{entry.file.place(part.path).line}"'
