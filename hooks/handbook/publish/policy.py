"""What a browser may do with a page of the site: the content policy, the same on every page.

No page carries a script or a style of its own, so the policy names no exception and no digest; it can be written into
pages before they are made. Knows nothing of what pages say.
"""

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's sheets carry their icons as data
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}

POLICY = "; ".join(f"{name} {sources}" for name, sources in DIRECTIVES.items())
"""The policy as a page carries it in its head."""

SERVED_POLICY = f"{POLICY}; frame-ancestors 'none'"
"""The policy as a server sends it: browsers take the word on frames only from there."""

_FIRST = '<meta charset="utf-8">'


def with_policy(page: str) -> str:
    """Write the policy into the head of a whole HTML page, before anything that it is about.

    Raises:
        ValueError: The page does not say its character set in the usual way, so the place is not known.
    """
    before, first, after = page.partition(_FIRST)
    if not first:
        raise ValueError(f"a page without {_FIRST}")
    return f'{before}{first}\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">{after}'
