"""Turns a view into the inner HTML of a page, through templates that escape everything they are given.

Prose is the one exception: a story comes in as Markdown and goes out as the HTML that the given `story` function makes.
Must not know where records come from, how addresses are made, or that MkDocs exists.
"""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from handbook.pages.headings import Heading, read_headings
from handbook.pages.inline import FILTERS, Address
from handbook.pages.story import converter
from handbook.text.qr import qr_svg
from handbook.views.blocks import Block, View
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


class Templates(Environment):
    """The templates, compiled, and what makes HTML of stories."""

    def __init__(self) -> None:
        super().__init__(
            loader=PackageLoader("handbook.pages", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            # Blocks must not touch: search and screen readers would run their words together.
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self.filters.update(FILTERS)
        self.filters["qr"] = lambda address: Markup(qr_svg(address))  # noqa: S704 -- a drawing made of squares alone
        self.converter = converter()
        self.of_block = cache(self._of_block)

    def _of_block(self, kind: str) -> Template:
        """Give the template of a kind of block: of "FormSheet" it is formsheet.html."""
        return self.get_template(f"blocks/{kind.lower()}.html")


def environment() -> Templates:
    """Make what pages are rendered with; one serves any number of pages."""
    return Templates()


def render_view(
    view: View,
    href: Address,
    file_href: FileAddress,
    story: Prose,
    templates: Templates,
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
    page: dict[str, Any] = {
        "view": view,
        "paper": paper,
        "href": cache(href),
        "file_href": file_href,
        "story": lambda markdown: Markup(story(markdown)),  # noqa: S704 -- prose is written in Markdown, see above
        # The underline keeps these ids apart from anchors, which are slugs.
        "fresh_id": lambda word: f"{word}_{next(numbers)}",
    }

    def printed(blocks: Iterable[Block], level: int) -> Markup:
        """Print each block by the template of its name; `level` is the level of the next heading."""
        made = [templates.of_block(type(block).__name__).render(page, block=block, level=level) for block in blocks]
        return Markup("".join(made))  # noqa: S704 -- templates escape all that they are given

    page["printed"] = printed
    html = templates.get_template("page.html").render(page)
    return Rendered(html, read_headings(html))
