"""Turns a view into the inner HTML of a page, through templates that escape everything they are given.

Prose is the one exception: a story comes in as Markdown and goes out as the HTML that the given `story` function makes.
Must not know where records come from, how addresses are made, or that MkDocs exists.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from handbook.pages.headings import Heading, read_headings
from handbook.pages.inline import FILTERS, Address
from handbook.text.qr import qr_svg
from handbook.views.blocks import View
from handbook.views.on_paper import OnPaper

FileAddress = Callable[[str], str]
"""Gives the address of a file, relative to the page that is being rendered, from its address in the site."""

Prose = Callable[[str], str]
"""Turns a record's Markdown into HTML."""

SCREEN_ONLY = OnPaper()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered page: what stands inside its `<article>`, and its headings from level 2 on."""

    html: str
    headings: tuple[Heading, ...]


def environment() -> Environment:
    """Make the environment in which the templates are compiled; one serves any number of pages."""
    made = Environment(
        loader=PackageLoader("handbook.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,  # blocks must not touch: search and screen readers would run their words together
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    made.filters["noun"] = noun
    made.filters["qr"] = lambda address: Markup(qr_svg(address))  # noqa: S704 -- a drawing made of squares alone
    return made


def render_view(
    view: View,
    href: Address,
    file_href: FileAddress,
    story: Prose,
    templates: Environment,
    paper: OnPaper = SCREEN_ONLY,
) -> Rendered:
    """Render a view.

    Args:
        view: What the page says.
        href: Gives the address of a target, relative to this page.
        file_href: Gives the address of a file, relative to this page.
        story: Turns Markdown into HTML; its result is the only markup that is taken as it is.
        templates: What `environment()` made.
        paper: What is printed besides what is seen.
    """
    numbers = itertools.count(1)
    html = templates.get_template("page.html").render(
        view=view,
        paper=paper,
        href=cache(href),
        file_href=file_href,
        story=lambda markdown: Markup(story(markdown)),  # noqa: S704 -- prose is written in Markdown, see above
        # The underline keeps these ids apart from anchors, which are slugs.
        fresh_id=lambda word: f"{word}_{next(numbers)}",
    )
    return Rendered(html, read_headings(html))


def noun(block: object) -> str:
    """Name the kind of a block or an inline piece, as the templates call it: `StatementEntry` is "statemententry"."""
    return type(block).__name__.lower()
