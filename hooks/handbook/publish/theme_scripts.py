"""The few inline scripts that the pinned theme (Material for MkDocs 9.8.1) writes into pages, known by their digests.

A site may carry these and no other inline script. A strict content policy will be made of the same table.
"""

import hashlib
import re

# The digest of each script's text → the theme's partial that writes it.
KNOWN = {
    "7eb3684fdacd2881f67b9428983273a29d8774d8bc82622af9b65a8ec1032a90": "partials/javascripts/base.html",
    "0eb10c249dbdb0beef225a10ce5cbe55418cc4a7014cc208f8e7d6ed8f00906e": "partials/javascripts/palette.html",
    "d74bb3b582599bb38b62d1eb15a60a0af4ce0147e3335efe0a811693984b71ce": "partials/javascripts/content.html (tabs)",
    "ffcc0f7735fdab434d257c80e65cec2e88d716991e69757185b7e450e41a5b2f": "partials/javascripts/content.html (target)",
}
# The way from the page to the start page, the only thing in these scripts that differs between pages.
_BASE_PATH = re.compile(r'new URL\("[\w./-]*",location\)')


def is_known(script: str) -> bool:
    """Say whether an inline script's text is one of the theme's own."""
    plain = _BASE_PATH.sub('new URL("",location)', script)
    return hashlib.sha256(plain.encode()).hexdigest() in KNOWN
