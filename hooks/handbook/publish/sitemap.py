"""The list of a site's pages for search engines. Knows only addresses and a day."""

import datetime as dt
import gzip
from collections.abc import Iterable
from xml.sax.saxutils import escape

FILE, PACKED_FILE = "sitemap.xml", "sitemap.xml.gz"


def sitemap(addresses: Iterable[str], root: str, date: dt.date) -> dict[str, bytes]:
    """Write the list, plain and packed, by the files' names.

    Args:
        addresses: Where the pages stand, from the root of the site.
        root: The public address of the start page, ending in a slash; "" where none is known, and the list is empty.
        date: The day of the build.
    """
    lines = [
        f"  <url><loc>{escape(root + address)}</loc><lastmod>{date.isoformat()}</lastmod></url>\n"
        for address in sorted(set(addresses))
        if root
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    text = "".join([head, *lines, "</urlset>\n"]).encode()
    return {FILE: text, PACKED_FILE: gzip.compress(text, mtime=0)}
