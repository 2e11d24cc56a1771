"""The tree of pages: every generated page as HTML with its head, ready for any builder, and as files on disk.

Knows nothing of MkDocs. The folder written by `write_tree` holds Markdown files that any builder can take.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.addresses.addresses import Addresses, where
from handbook.library.library import Library
from handbook.library.old_ids import old_anchors
from handbook.library.target import REPORT, Target
from handbook.pages.additions import with_additions
from handbook.pages.due import due_note, with_due_note
from handbook.pages.headings import Heading
from handbook.pages.old_anchors import with_old_anchors
from handbook.pages.prose import with_links
from handbook.pages.redirects import redirect_pages
from handbook.pages.rendering import Templates, render_view
from handbook.pages.source_lines import with_source_lines
from handbook.pages.story import story_html
from handbook.pages.tool_rules import with_rules
from handbook.pages.tools import tools_of
from handbook.rules.pages import generated_pages
from handbook.text.pickling import QuicklyPickled
from handbook.views.blocks import View
from handbook.views.lines import origin_link
from handbook.views.offers import with_made
from handbook.views.on_paper import on_paper
from handbook.views.viewing import view_of


@dataclass(frozen=True, slots=True)
class Crumb(QuicklyPickled):
    """A step of the trail that leads to a page; `address` is the page's address from the root of the site."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class GeneratedPage(QuicklyPickled):
    """A page made from data: where it stands, its head, its content."""

    file: str
    """Inside docs/, as MkDocs would have it."""
    title: str
    description: str
    crumb: str
    """Its short title, the last step of its trail."""
    crumbs: tuple[Crumb, ...]
    edit_address: str | None
    source: str
    """The file that it is edited in; "" where there is none."""
    where: str
    """What names it in a message."""
    html: str
    headings: tuple[Heading, ...]
    tools: tuple[str, ...]
    """The scripts of the page, by name: what readers can do on it."""


def render_page(library: Library, addresses: Addresses, view: View, templates: Templates) -> GeneratedPage:
    """Render one page."""
    start = addresses.page_address(view.target)

    def href(target: Target) -> str:
        return addresses.link(target, start)

    rendered = render_view(
        view,
        href,
        lambda address: addresses.link_to_download(address, start),
        lambda markdown: story_html(library, markdown, href, templates.converter),
        templates,
        on_paper(library, addresses, view),
    )
    crumbs: tuple[Crumb, ...] = ()
    above = _above(view.target)
    if above is not None:
        crumbs = (Crumb(origin_link(library, above).words, addresses.page_address(above)),)
    tools = tools_of(view)
    html = with_old_anchors(rendered.html, old_anchors(library, view.target))
    entry = library.entries.get(view.target)
    html = with_due_note(html, due_note(entry, library.settings.date) if entry else "")
    html = with_source_lines(library, addresses, view.target, html)
    return GeneratedPage(
        file=addresses.page_file(view.target),
        title=view.title,
        description=view.description,
        crumb=view.crumb,
        crumbs=crumbs,
        edit_address=addresses.edit(view.file, view.line) if view.file else None,
        source=view.file,
        where=where(addresses, view.target),
        html=with_rules(library, addresses, view.target, tools, html),
        headings=rendered.headings,
        tools=tools,
    )


def _above(target: Target) -> Target | None:
    """Give the list that a page is reached from: a record's index, the first page of something long."""
    if target.page:
        return Target(target.kind, target.id)
    return Target(target.kind) if target.id and target.kind != REPORT else None


def page_markdown(library: Library, addresses: Addresses, path: str) -> str:
    """Give the Markdown of a page written by hand: its references made into links, what belongs to it added."""
    page = library.pages[path]
    linked = with_links(library, page.file.body, lambda target: addresses.link_to_file(target, path))
    tools = (page.meta.tool,) if page.meta.tool else ()
    return with_rules(library, addresses, page.target, tools, with_additions(library, addresses, path, linked))


def render_tree(library: Library, addresses: Addresses, templates: Templates) -> Iterator[GeneratedPage]:
    """Render every generated page, in the order of their files; none of them offers files to take away."""
    for _, target in sorted(generated_pages(library, addresses).items()):
        view = with_made(view_of(library, addresses, target), {})
        yield render_page(library, addresses, view, templates)


def write_tree(library: Library, addresses: Addresses, templates: Templates, folder: Path) -> None:
    """Write all pages, generated and written by hand, as Markdown files with front matter."""
    for page in render_tree(library, addresses, templates):
        head = {"title": page.title, "description": page.description}
        _write(folder / page.file, head, page.html)
    for file, html in redirect_pages(library, addresses, templates):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(html, encoding="utf-8", newline="\n")
    for path, hand in library.pages.items():
        head = {"title": hand.meta.title, "description": hand.meta.description}
        _write(folder / path, head, page_markdown(library, addresses, path))


def _write(file: Path, head: dict[str, str], body: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    file.write_text(f"---\n{lines}---\n\n{body}", encoding="utf-8", newline="\n")
