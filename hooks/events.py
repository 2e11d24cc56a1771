"""MkDocs' events, in the order in which MkDocs fires them. The only file here that imports MkDocs.

Everything they do stands in the library `handbook`; an event only hands over what MkDocs gives and takes.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from handbook.addresses.addresses import where
from handbook.build.composing import Frame, compose
from handbook.build.pages import make_pages
from handbook.build.preparation import Prepared, prepare
from handbook.diagnostics.finding import is_sound
from handbook.diagnostics.report import as_text
from handbook.pages.contents import contents_items
from handbook.pages.feeds import feed_files
from handbook.pages.finishing import finished
from handbook.pages.glossary import library_glossary
from handbook.pages.headings import Heading
from handbook.pages.navigation import without_pages
from handbook.pages.rendering import environment
from handbook.pages.shell import Shape, Slot, UnusableShellError, cut, mark
from handbook.pages.tree import page_markdown
from handbook.publish.mending import valid
from handbook.publish.pictures import with_sizes
from handbook.publish.policy import POLICY
from handbook.publish.scripts import ScriptError, joined
from handbook.publish.slimming import SlimmingError, slimmed
from handbook.publish.styles import StyleError
from handbook.publish.styles import joined as joined_sheets
from handbook.publish.theme_frame import UnexpectedThemeError, expect_templates, expect_theme
from handbook.publish.versions import SCRIPTS, STYLES, has_version, version_of, versioned
from handbook.search.rendered import found_page
from handbook.settings.loading import load_settings
from handbook.text.slug import slug

PREPARED = "prepared"
"""Where the loaded handbook waits in MkDocs' configuration; a command that has loaded it already puts it there."""

SHAPES = "shapes"
"""Where a command says of which shapes it needs a frame. It puts the pages into them itself; without it, as when MkDocs
is called by itself, that is done here, and pages name no files to take away."""

ELSEWHERE = "elsewhere"
"""Where such a command names the files of the pages that it makes."""

FRAME = "frame"
"""Where the command that asked for shapes finds the frame of its pages."""

PAGES = "pages"
"""Where the pages made from data wait when no command takes care of them."""

INSTANT = "navigation.instant"
"""The theme's feature that changes pages without loading them anew."""

GLOSSARY = "glossary"
"""Where the terms wait that pages explain."""

FIRST = f"{SCRIPTS}first.js"
LOOSE = (FIRST, f"{SCRIPTS}search/")
"""Scripts that stay by themselves: one has to run before the page is painted, the others run in a worker."""
MENDING = "mending.js"
"""The script that leads to the line behind each part of a page; of no use where no repository is set."""


class SamplePage(Page):
    """A page of which the theme makes the frame for all generated pages of one shape; it is not published itself."""

    def __init__(self, file: File, config: MkDocsConfig, shape: Shape) -> None:
        super().__init__(None, file, config)
        self.shape = shape

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Put marks where the pages of this shape differ."""
        shape = self.shape
        self.markdown = ""
        self.meta = {
            "title": shape.own_title or mark(Slot.TITLE),
            "description": mark(Slot.DESCRIPTION) if shape.has_description else "",
            "crumb": mark(Slot.CRUMB),
            "crumbs": [{"title": crumb.title, "url": crumb.address} for crumb in shape.crumbs],
            "tools": list(shape.tools),
            "titled": True,
            "contents": mark(Slot.CONTENTS) if shape.has_contents else "",
            "source": mark(Slot.SOURCE),
            "where": mark(Slot.WHERE),
            "search": {"exclude": True},  # Material's own index is not used
        }
        self.edit_url = mark(Slot.EDIT) if shape.has_edit_address else None

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Put marks in the place of content and headings."""
        self.content = mark(Slot.CONTENT)
        first: Any = {"level": 2, "id": mark(Slot.FIRST), "name": mark(Slot.FIRST), "children": []}
        self.toc = get_toc([first] if self.shape.has_contents else [])


class LinkedFiles(Files):
    """All files, and those of pages that are made elsewhere: links to them are right, and nothing else is done."""

    def __init__(self, files: Files, config: MkDocsConfig, elsewhere: frozenset[str]) -> None:
        super().__init__(list(files))
        self.config = config
        self.elsewhere = elsewhere

    def get_file_from_path(self, path: str) -> File | None:
        """Find the file that a link leads to."""
        found = super().get_file_from_path(path)
        if found is None and path in self.elsewhere:
            return File.generated(self.config, path, content="")
        return found


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check everything; stop with all findings before MkDocs does anything."""
    prepared = config.extra[PREPARED] = config.extra.get(PREPARED) or _prepare(config)
    deployment = prepared.settings.deployment
    if deployment.address and not config.site_url:
        config.site_url = deployment.address.rstrip("/") + "/"
    if not config.site_url:  # the theme would ask for the site map with every page, and could do nothing with it
        config.theme["features"] = [name for name in config.theme["features"] if name != INSTANT]
    config.extra["handbook_footer"] = [*deployment.footer, *((deployment.contact,) if deployment.contact else ())]
    config.extra["handbook_footer_links"] = [
        {"title": page.meta.title, "url": prepared.addresses.page_address(page.target), "tool": "data"}
        for path, page in prepared.library.pages.items()
        if page.meta.tool == "data" and path not in prepared.hidden
    ]
    config.extra["handbook_home"] = deployment.home
    config.extra["handbook_picture"] = deployment.picture
    config.extra["handbook_policy"] = POLICY
    config.extra["handbook_repository"] = deployment.repository
    config.extra["handbook_mail"] = deployment.mail
    config.extra["handbook_feeds"] = list(feed_files(prepared.settings, prepared.addresses).values())
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    config.nav = without_pages(config.nav, prepared.hidden)
    with _told_plainly():
        expect_templates(*(Path(folder) for folder in config.theme.dirs[:2]))
    return config


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Hand on what is wrong with the theme in the way in which MkDocs stops without a traceback."""
    try:
        yield
    except (ScriptError, SlimmingError, StyleError, UnexpectedThemeError, UnusableShellError) as error:
        raise PluginError(str(error)) from error


def _prepare(config: MkDocsConfig) -> Prepared:
    given = config.extra.get("date")
    day = dt.date.fromisoformat(given) if given else None
    settings, findings = load_settings(Path(config.config_file_path), site_dir=Path(config.site_dir), date=day)
    if settings is None:
        raise PluginError(as_text(findings))
    prepared = prepare(settings)
    findings = [*findings, *prepared.findings]
    if not is_sound(findings):
        raise PluginError(as_text(findings))
    return prepared


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a sample page for every shape of page that is made from data; take drafts away."""
    prepared: Prepared = config.extra[PREPARED]
    config.extra[GLOSSARY] = library_glossary(prepared.library)
    config.extra[FRAME] = Frame({}, [])
    shapes, elsewhere = config.extra.get(SHAPES), config.extra.get(ELSEWHERE, frozenset())
    if shapes is None:
        pages = config.extra[PAGES] = list(make_pages(prepared, {}, config.extra[GLOSSARY], environment()))
        shapes, elsewhere = {made.shape for made in pages}, {made.page.file for made in pages}
    for number, shape in enumerate(sorted(shapes, key=repr)):
        file = File.generated(config, shape.sample_file(number), content="")
        SamplePage(file, config, shape)
        files.append(file)
    _join_scripts(files, config)
    _join_styles(files, config)
    _give_version(files, config)
    for path in prepared.hidden & files.src_uris.keys():
        files.remove(files.src_uris[path])
    return LinkedFiles(files, config, frozenset(elsewhere))


def _join_scripts(files: Files, config: MkDocsConfig) -> None:
    """Put what the theme's modules are joined into in their place."""
    modules = [file for file in files if file.src_uri.startswith(SCRIPTS) and not file.src_uri.startswith(LOOSE)]
    sources = {
        file.src_uri.removeprefix(SCRIPTS): file.content_string for file in modules if file.src_uri.endswith(".js")
    }
    if config.extra["handbook_repository"] is None:
        sources.pop(MENDING, None)
    early = {file.src_uri.removeprefix(SCRIPTS): file.content_string for file in files if file.src_uri == FIRST}
    modules += [file for file in files if file.src_uri == FIRST]
    with _told_plainly():
        scripts = slimmed(joined(sources) | early)
    for file in modules:
        files.remove(file)
    for path, text in scripts.items():
        files.append(File.generated(config, SCRIPTS + path, content=text))


def _join_styles(files: Files, config: MkDocsConfig) -> None:
    """Put what the theme's sheets are joined into in their place."""
    sheets = [file for file in files if file.src_uri.startswith(STYLES)]
    with _told_plainly():
        joined_texts = joined_sheets({file.src_uri.removeprefix(STYLES): file.content_string for file in sheets})
    for file in sheets:
        files.remove(file)
    for name, text in joined_texts.items():
        files.append(File.generated(config, STYLES + name, content=text))


def _give_version(files: Files, config: MkDocsConfig) -> None:
    """Publish the theme's scripts and styles under addresses that change with what they hold."""
    own = [file for file in files if has_version(file.src_uri)]
    version = version_of({file.src_uri: file.content_bytes for file in own})
    for file in own:
        file.dest_uri = versioned(file.src_uri, version)
    config.extra["handbook_version"] = version
    config.extra["handbook_scripts"] = versioned(SCRIPTS, version)
    config.extra["handbook_styles"] = versioned(STYLES, version)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Make the references of a page written by hand into links that MkDocs checks; add what belongs to it."""
    prepared: Prepared = config.extra[PREPARED]
    path = page.file.src_uri
    hand = prepared.library.pages.get(path)
    if hand is None:
        return markdown
    page.edit_url = prepared.addresses.edit(hand.file.name, 1)
    page.meta["source"] = hand.file.name
    page.meta["where"] = quote(where(prepared.addresses, hand.target), safe="")
    return page_markdown(prepared.library, prepared.addresses, path)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Keep on one line what must not be broken, explain terms, and let search find a page written by hand."""
    prepared: Prepared = config.extra[PREPARED]
    hand = prepared.library.pages.get(page.file.src_uri)
    if hand is None:
        return html
    frame: Frame = config.extra[FRAME]
    address = page.url.removeprefix("./")
    frame.found.append(found_page(address, hand.meta.title, hand.meta.description, html))
    page.meta["search"] = {"exclude": True}
    page.meta["contents"] = contents_items(_listed(page.toc))
    html = with_sizes(html, Path(config.docs_dir), address)
    return finished(prepared.library, prepared.addresses, config.extra[GLOSSARY], page.file.src_uri, html)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend what the theme wrote; keep the frame of a sample page, and publish nothing of it."""
    output = valid(output)
    if not isinstance(page, SamplePage):
        return output
    frame: Frame = config.extra[FRAME]
    with _told_plainly():
        frame.shells[page.shape] = cut(output)
    return ""


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Mend the page for what is not found, too."""
    return valid(output_content)


@event_priority(-100)  # Material has then written its own index, which ours takes the place of
def on_post_build(config: MkDocsConfig) -> None:
    """Make sure that the theme is the one we are made for; finish the site if no command does."""
    site = Path(config.site_dir)
    with _told_plainly():
        expect_theme(site)
    if SHAPES not in config.extra:
        compose(site, config.extra[PREPARED], config.extra[PAGES], config.extra[FRAME], config.site_url or "")


def _listed(toc: TableOfContents) -> tuple[Heading, ...]:
    """Give the headings that stand beside the page: those under its title."""
    items = list(toc)
    if items and items[0].level == 1:
        items = items[0].children
    return tuple(_heading(item) for item in items)


def _heading(item: AnchorLink) -> Heading:
    under = tuple(_heading(child) for child in item.children)
    return Heading(item.level, item.id, Markup(item.title).striptags(), under)  # noqa: S704 - only to strip its tags
