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
    # What begins with a certain sign is looked for fast: hence the first tag stands before those that follow it.
    return re.compile(f"{_tag(names, marks, 1)}(?:{_tag(names, marks, 2)})*", re.DOTALL | re.IGNORECASE)


def _tag(names: str, marks: str, number: int) -> str:
    """Give the pattern of a tag, or of an element that is left alone; its groups bear the number."""
    marked = rf'class="(?:[^"]*\s)?(?:{marks})[\s"]' if marks else "(?!)"
    kinds = [
        r"""/[^'">]*+>""",  # half of all tags, and none of the others: told apart first, this is fast
        rf"(?P<name{number}>{names})\b{_ATTRIBUTES}>.*?</(?P=name{number})\s*>",
        rf"""\w++(?:\s(?!{marked})[\w-]+(?:="[^"]*")?)*+>""",  # nearly all others, as templates write them
        r"!--.*?-->",
        rf"(?P<marked{number}>\w+)(?=[^<>]*?\s{marked}){_ATTRIBUTES}>.*?</(?P=marked{number})\s*>",
        rf"{_ATTRIBUTES}>",
    ]
    return rf"<(?:{'|'.join(kinds)})\s*"


def stretches(html: str, markup: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Cut HTML into pairs of markup (may be empty) and the text after it; joined they are the HTML again."""
    end = 0
    before = ""
    for match in markup.finditer(html):
        if before or match.start() > end:
            yield before, html[end : match.start()]
        before, end = match.group(), match.end()
    yield before, html[end:]
