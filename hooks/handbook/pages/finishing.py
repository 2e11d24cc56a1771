"""The last passes over a page's content, after Markdown and templates: what no line breaks, terms explained."""

from handbook.addresses.addresses import Addresses, address_of_file
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.glossary import KIND
from handbook.pages.terms import Glossary, explained
from handbook.pages.wrapping import with_kept


def finished(library: Library, addresses: Addresses, glossary: Glossary, file: str, html: str) -> str:
    """Finish the content of a page.

    Args:
        library: Tells which pages are written by hand; the templates of the others keep their words together already.
        addresses: Where the terms' pages are.
        glossary: The library's terms.
        file: The page's file inside docs/.
        html: Its content.
    """
    start = address_of_file(file)

    def href(term_id: str) -> str:
        return addresses.link(Target(KIND, term_id), start)

    own = next((one for one in glossary.terms if addresses.page_file(Target(KIND, one)) == file), "")
    return explained(with_kept(html) if file in library.pages else html, glossary, href, own)
