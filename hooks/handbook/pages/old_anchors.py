"""Anchors that parts of a page had before still lead to them: an empty element with the old id inside each part.

Works on finished HTML, so that no template has to know of it. Must not know what a part is.
"""

import re
from collections.abc import Mapping

_HOLDS_NO_WORDS = frozenset({"dl", "ol", "table", "tbody", "tr", "ul"})
_INNER = re.compile(r"<(?:dt|li|td|th)\b[^>]*>")


def with_old_anchors(html: str, anchors: Mapping[str, str]) -> str:
    """Add the old anchors to a page.

    Args:
        html: The page; ids stand in double quotes.
        anchors: Each old anchor with the one the part has now. A part without an anchor is led to by the page's start.
    """
    for old, new in anchors.items():
        if f' id="{old}"' not in html:
            place = _inside(html, new)
            html = f'{html[:place]}<span id="{old}"></span>{html[place:]}'
    return html


def _inside(html: str, anchor: str) -> int:
    """Find where the words of the element with an id begin; the page's start when there is none."""
    opening = re.search(rf'<([a-z0-9]+)\b[^>]*\sid="{re.escape(anchor)}"[^>]*>', html)
    if opening is None:
        return 0
    inner = _INNER.search(html, opening.end()) if opening[1] in _HOLDS_NO_WORDS else None
    return inner.end() if inner else opening.end()
