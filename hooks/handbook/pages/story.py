"""A record's story: its Markdown as HTML, without raw HTML, so that data never becomes markup."""

from collections.abc import Callable

from markdown import Markdown

from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.prose import with_links
from handbook.pages.wrapping import with_kept
from handbook.text.slug import slug

EXTENSIONS = ("tables", "sane_lists", "toc")


def story_html(library: Library, markdown: str, href: Callable[[Target], str]) -> str:
    """Render a story; its headings begin at level 3, under the section that holds it."""
    converter = Markdown(
        extensions=list(EXTENSIONS),
        extension_configs={
            "tables": {"use_align_attribute": True},
            "toc": {"slugify": lambda text, separator: f"cau-chuyen-{slug(text, separator)}", "baselevel": 2},
        },
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return with_kept(converter.convert(with_links(library, markdown, href)))
