"""Tells in built HTML what is markup and what is text a reader reads, so that a pass can change texts and nothing else.

Reads well-formed HTML as the templates and Markdown write it; knows nothing of what a pass is for.
"""

import re
from collections.abc import Iterable, Iterator

_ATTRIBUTES = r"""[^'">]*+(?:(?:"[^"]*"|'[^']*')[^'">]*+)*+"""


def markup_pattern(elements: Iterable[str], classes: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern of markup: tags, and what a pass leaves alone with all that is inside.

    Args:
        elements: Names of elements that are left alone.
        classes: Elements with one of these classes are left alone too; such an element holds none of its own name.
    """
    names, marks = "|".join(elements), "|".join(map(re.escape, classes))
    kinds = [
        r"""</[^'">]*+>""",  # half of all tags, and none of the others: told apart first, this is fast
        r"<!--.*?-->",
        rf"<(?P<name>{names})\b{_ATTRIBUTES}>.*?</(?P=name)\s*>",
        rf"<{_ATTRIBUTES}>",
    ]
    if marks:
        attribute = rf'[^<>]*?\sclass="(?:[^"]*\s)?(?:{marks})[\s"]'
        kinds.insert(3, rf"<(?P<marked>\w+)(?={attribute}){_ATTRIBUTES}>.*?</(?P=marked)\s*>")
    return re.compile(rf"(?:(?:{'|'.join(kinds)})\s*)+", re.DOTALL | re.IGNORECASE)


def stretches(html: str, markup: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Cut HTML into pairs of markup (may be empty) and the text after it; joined they are the HTML again."""
    end = 0
    before = ""
    for match in markup.finditer(html):
        if before or match.start() > end:
            yield before, html[end : match.start()]
        before, end = match.group(), match.end()
    yield before, html[end:]
