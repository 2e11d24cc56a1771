"""The finished pages of a handbook: what the generated ones say, put into the frames that the theme made for them.

Knows neither MkDocs nor the disk.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.build.preparation import Prepared
from handbook.library.target import REPORT, Target
from handbook.pages.finishing import finished
from handbook.pages.rendering import Templates
from handbook.pages.shell import Shape, Shell, filled, shape_of
from handbook.pages.terms import Glossary
from handbook.pages.tree import GeneratedPage, render_page
from handbook.rules.pages import generated_pages
from handbook.search.page import Found
from handbook.search.views import found_view
from handbook.text.pickling import QuicklyPickled
from handbook.views.offers import Made, with_made
from handbook.views.viewing import view_of


@dataclass(frozen=True, slots=True)
class MadePage(QuicklyPickled):
    """A page made from data, with the shape of its frame and what search finds in it."""

    page: GeneratedPage
    shape: Shape
    found: Found


def make_page(
    prepared: Prepared,
    target: Target,
    made: Mapping[str, Made] | None,
    glossary: Glossary,
    templates: Templates,
) -> MadePage:
    """Make one page.

    Args:
        prepared: The checked handbook.
        target: What the page is about.
        made: The files to take away, by address, with what is known of them; None to name all of them without.
        glossary: The terms it explains.
        templates: What `pages.rendering.environment()` made.
    """
    library, addresses = prepared.library, prepared.addresses
    view = view_of(library, addresses, target)
    if made is not None:
        view = with_made(view, made)
    page = render_page(library, addresses, view, templates)
    page = dataclasses.replace(page, html=finished(library, addresses, glossary, page.file, page.html))
    is_record = bool(target.page) or (bool(target.id) and target.kind != REPORT)
    found = found_view(library, view, addresses.page_address(target))
    return MadePage(page, shape_of(page, is_record=is_record), found)


def make_pages(
    prepared: Prepared, made: Mapping[str, Made] | None, glossary: Glossary, templates: Templates
) -> Iterator[MadePage]:
    """Make all pages that come from data."""
    for target in generated_pages(prepared.library, prepared.addresses).values():
        yield make_page(prepared, target, made, glossary, templates)


def framed(made: MadePage, shells: Mapping[Shape, Shell]) -> str:
    """Give a page's whole HTML."""
    return filled(shells[made.shape], made.page)
