"""The pages at old addresses, which lead to the new ones without a script. Knows neither MkDocs nor the disk."""

import posixpath
from collections.abc import Iterator

from jinja2 import Environment

from handbook.addresses.addresses import Addresses, address_of_file
from handbook.library.library import Library
from handbook.library.old_ids import old_anchors, old_records
from handbook.library.target import PAGE, Target
from handbook.views.inline import name

SCRIPT = "assets/javascripts/old-address.js"
"""Takes a reader to the part of the new page that a link to the old one named."""


def redirect_pages(library: Library, addresses: Addresses, templates: Environment) -> Iterator[tuple[str, str]]:
    """Give each redirect: its file inside the finished site, and its whole HTML.

    An address with an anchor, `…/old/#part`, finds that anchor here too, as a link to the part.
    """
    template = templates.get_template("redirect.html")
    for old, new in sorted(old_records(library).items()):
        start = addresses.page_address(old)
        parts = [(part, Target(new.kind, new.id, part)) for part in library.entry(new).parts]
        parts += [(was, Target(new.kind, new.id, now)) for was, now in old_anchors(library, new).items()]
        address = addresses.link(new, start)
        html = template.render(
            title=library.entry(new).record.title,
            address=address,
            script=addresses.link_to_download(SCRIPT, start),
            canonical=addresses.public(new) or address,
            parts=[(anchor, addresses.link(part, start), name(library, part)) for anchor, part in parts],
        )
        yield posixpath.join(start, "index.html"), html
    for path, page in sorted(library.pages.items()):
        for old_path in () if page.meta.draft else page.meta.old_paths:
            start = address_of_file(old_path)
            address = addresses.link(Target(PAGE, path), start)
            html = template.render(
                title=page.meta.title,
                address=address,
                script=addresses.link_to_download(SCRIPT, start),
                canonical=addresses.public(page.target) or address,
                parts=(),
            )
            yield posixpath.join(start, "index.html"), html
