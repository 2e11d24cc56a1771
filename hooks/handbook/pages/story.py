"""A record's story: its Markdown as HTML, without raw HTML, so that data never becomes markup."""

from collections.abc import Callable

from markdown import Markdown

from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.prose import with_links
from handbook.pages.wrapping import with_kept
from handbook.text.slug import slug

EXTENSIONS = ("tables", "sane_lists", "toc")


def converter() -> Markdown:
    """Make what converts stories: their headings begin at level 3, under the section that holds them."""
    made = Markdown(
        extensions=list(EXTENSIONS),
        extension_configs={
            "tables": {"use_align_attribute": True},
            "toc": {"slugify": lambda text, separator: f"cau-chuyen-{slug(text, separator)}", "baselevel": 2},
        },
    )
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    return made


def story_html(library: Library, markdown: str, href: Callable[[Target], str], markup: Markdown) -> str:
    """Render a story.

    Args:
        library: Where its references are resolved.
        markdown: The story.
        href: Gives the address of a target, relative to the page.
        markup: What `converter()` made; one serves any number of stories.
    """
    return with_kept(markup.reset().convert(with_links(library, markdown, href)))
