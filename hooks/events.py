"""MkDocs' events, in the order in which MkDocs fires them. The only file here that imports MkDocs.

Everything they do stands in the library `handbook`; an event only hands over what MkDocs gives and takes.
"""

import datetime as dt
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from handbook.build.preparation import Prepared, prepare
from handbook.diagnostics.finding import is_sound
from handbook.diagnostics.report import as_text
from handbook.library.target import Target
from handbook.pages.finishing import finished
from handbook.pages.glossary import library_glossary
from handbook.pages.headings import Heading
from handbook.pages.navigation import without_pages
from handbook.pages.paper_style import FILE as PAPER_STYLE
from handbook.pages.paper_style import paper_style
from handbook.pages.redirects import redirect_pages
from handbook.pages.rendering import environment
from handbook.pages.tree import page_markdown, render_page
from handbook.publish.slimming import slimmed
from handbook.rules.pages import generated_pages
from handbook.search.page import Found
from handbook.search.publishing import publish_index
from handbook.search.rendered import found_page
from handbook.search.theme import UnexpectedMarkupError, expect_search_markup
from handbook.search.views import found_view, writings
from handbook.settings.loading import load_settings
from handbook.text.slug import slug
from handbook.views.offers import with_made
from handbook.views.typography import typography
from handbook.views.viewing import view_of

PREPARED = "prepared"
"""Where the loaded handbook waits in MkDocs' configuration; a command that has loaded it already puts it there."""

MADE = "made"
"""What is known of the files to take away: a mapping, or None where they are made when somebody asks for them.
Without it, as when MkDocs is called by itself, pages name no files."""

GLOSSARY = "glossary"
"""Where the terms wait that pages explain."""

TOOL_SCRIPTS = "assets/javascripts/handbook/tools/"
"""Where the theme keeps the scripts that people write comments in and phones fetch."""

FOUND = "found"
"""Where the pages wait that search is to find."""

INDEX_STORE = "index_store"
"""Where a command says in which file the search index is kept between builds; without it nothing is kept."""


class RecordPage(Page):
    """A page made from data: its HTML comes from the library, no Markdown is involved."""

    def __init__(self, file: File, config: MkDocsConfig, target: Target, templates: Environment) -> None:
        super().__init__(None, file, config)
        self.target = target
        self.templates = templates

    def read_source(self, config: MkDocsConfig) -> None:
        """Take title, description and trail from the library."""
        prepared = config.extra[PREPARED]
        view = view_of(prepared.library, prepared.addresses, self.target)
        made = config.extra.get(MADE, {})
        if made is not None:
            view = with_made(view, made)
        config.extra[FOUND].append(found_view(prepared.library, view, _address(self)))
        self.made = render_page(prepared.library, prepared.addresses, view, self.templates)
        crumbs = [{"title": crumb.title, "url": crumb.address} for crumb in self.made.crumbs]
        self.markdown = ""
        self.meta = {
            "title": self.made.title,
            "description": self.made.description,
            "crumb": self.made.crumb,
            "crumbs": crumbs,
            "tools": list(self.made.tools),
            "search": {"exclude": True},  # Material's own index is not used
        }
        self.edit_url = self.made.edit_address

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Take content and headings from the library."""
        self.content = self.made.html
        self.toc = get_toc([_token(heading) for heading in self.made.headings])
        self.present_anchor_ids = set(config.extra[PREPARED].anchors(self.target))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check everything; stop with all findings before MkDocs does anything."""
    prepared = config.extra.get(PREPARED) or _prepare(config)
    config.extra[PREPARED] = prepared
    deployment = prepared.settings.deployment
    if deployment.address and not config.site_url:
        config.site_url = deployment.address.rstrip("/") + "/"
    config.extra["handbook_footer"] = [*deployment.footer, *((deployment.contact,) if deployment.contact else ())]
    config.extra["handbook_footer_links"] = [
        {"title": page.meta.title, "url": prepared.addresses.page_address(page.target), "tool": page.meta.tool}
        for path, page in prepared.library.pages.items()
        if page.meta.tool == "data" and path not in prepared.hidden
    ]
    config.extra["handbook_home"] = deployment.home
    config.extra["handbook_picture"] = deployment.picture
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    config.nav = without_pages(config.nav, prepared.hidden)
    return config


def _prepare(config: MkDocsConfig) -> Prepared:
    given = config.extra.get("date")
    settings, findings = load_settings(
        Path(config.config_file_path),
        site_dir=Path(config.site_dir),
        date=dt.date.fromisoformat(given) if given else None,
    )
    if settings is None:
        raise PluginError(as_text(findings))
    prepared = prepare(settings)
    findings = [*findings, *prepared.findings]
    if not is_sound(findings):
        raise PluginError(as_text(findings))
    return prepared


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every record and every index, and for every address that was; take drafts away."""
    prepared: Prepared = config.extra[PREPARED]
    templates = environment()
    config.extra[GLOSSARY] = library_glossary(prepared.library)
    config.extra[FOUND] = []
    for path, target in generated_pages(prepared.library, prepared.addresses).items():
        file = File.generated(config, path, content="")
        RecordPage(file, config, target, templates)
        files.append(file)
    settings = prepared.settings
    sheet = paper_style(typography(prepared.library), settings.deployment.name, settings.date)
    files.append(File.generated(config, PAPER_STYLE, content=sheet))
    for path, html in redirect_pages(prepared.library, prepared.addresses, templates):
        files.append(File.generated(config, path, content=html))
    for file in files:
        if file.src_uri.startswith(TOOL_SCRIPTS):
            file.content_string = slimmed(file.content_string)
    for path in prepared.hidden & files.src_uris.keys():
        files.remove(files.src_uris[path])
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Make the references of a page written by hand into links that MkDocs checks; add what belongs to it."""
    prepared: Prepared = config.extra[PREPARED]
    path = page.file.src_uri
    hand = prepared.library.pages.get(path)
    if hand is None:
        return markdown
    page.edit_url = prepared.addresses.edit(hand.file.name, 1)
    return page_markdown(prepared.library, prepared.addresses, path)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Keep on one line what must not be broken, explain terms, and let search find a page written by hand."""
    prepared: Prepared = config.extra[PREPARED]
    hand = prepared.library.pages.get(page.file.src_uri)
    if hand is not None:
        found: list[Found] = config.extra[FOUND]
        found.append(found_page(_address(page), hand.meta.title, hand.meta.description, html))
        page.meta["search"] = {"exclude": True}
    return finished(prepared.library, prepared.addresses, config.extra[GLOSSARY], page.file.src_uri, html)


@event_priority(-100)  # Material has then written its own index, which this one takes the place of
def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index, once it is certain that the pages can use it."""
    site = Path(config.site_dir)
    try:
        expect_search_markup((site / "index.html").read_text(encoding="utf-8"))
    except UnexpectedMarkupError as error:
        raise PluginError(str(error)) from error
    store = config.extra.get(INDEX_STORE)
    publish_index(config.extra[FOUND], writings(config.extra[PREPARED].library), site, Path(store) if store else None)


def _address(page: Page) -> str:
    return page.url.removeprefix("./")


def _token(heading: Heading) -> Any:
    return {
        "level": heading.level,
        "id": heading.anchor,
        "name": heading.title,
        "children": [_token(child) for child in heading.children],
    }
