"""The list of a page's headings, as its frame shows it beside the content. Knows neither the theme nor the page."""

from collections.abc import Iterable

from markupsafe import escape

from handbook.pages.headings import Heading

DEEPEST = 3
"""Headings below this level are not listed."""


def contents_items(headings: Iterable[Heading]) -> str:
    """Write the entries of a list; the names of classes are those that Material's script follows."""
    return "".join(_item(heading) for heading in headings)


def _item(heading: Heading) -> str:
    link = f'<a class="md-nav__link" href="#{escape(heading.anchor)}"><span>{escape(heading.title)}</span></a>'
    under = ""
    if heading.children and heading.level < DEEPEST:
        under = f'<ul class="md-nav__list">{contents_items(heading.children)}</ul>'
    return f'<li class="md-nav__item">{link}{under}</li>\n'
