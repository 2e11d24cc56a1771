"""Marks in built pages what no line may break; what that is, stands in `text.kept`."""

from handbook.pages.markup import markup_pattern, stretches
from handbook.text.kept import may_be_kept, with_marked

CLASS = "sh-kept"
"""The class of an element inside which no line is broken."""

_MARKUP = markup_pattern(("code", "pre", "script", "style", "svg", "template", "textarea", "title"), (CLASS,))


def with_kept(html: str) -> str:
    """Mark in built HTML what must stay on one line; code and what is marked already are left alone."""
    return "".join(markup + _marked(text) for markup, text in stretches(html, _MARKUP))


def _marked(text: str) -> str:
    return with_marked(text, lambda words: f'<span class="{CLASS}">{words}</span>') if may_be_kept(text) else text
