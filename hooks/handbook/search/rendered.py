"""Pages written by hand, as search finds them: read from the HTML that they became, so that anchors never drift."""

from html.parser import HTMLParser

from handbook.search.page import GUIDE, Found, Passage

LABEL = "Hướng dẫn"
HEADINGS = {f"h{level}" for level in range(1, 7)}
UNREAD = {"script", "style", "template", "nav", "svg"}
EXCLUDED, HIDDEN, PERMALINK = "data-search-exclude", "aria-hidden", "headerlink"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LINES = HEADINGS | {
    *("address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "figcaption"),
    *("figure", "hr", "li", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
"""Elements that begin a line of their own."""
CELLS = {"td", "th"}


def found_page(address: str, title: str, description: str, html: str) -> Found:
    """Give a page written by hand as search finds it.

    Args:
        address: From the root of the site.
        title: The page's title.
        description: One sentence about it.
        html: The content that its Markdown became.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    first, *rest = reader.passages()
    opening = Passage("", "", "\n".join(text for text in (description, first.text) if text))
    return Found(address, title, title, GUIDE, LABEL, (opening, *rest))


class _Reader(HTMLParser):
    """Collects what readers see, parted at the headings that have an id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[Passage] = []
        self._anchor, self._heading = "", ""
        self._words: list[str] = []
        self._unread: list[str] = []
        self._in_heading = ""

    def passages(self) -> list[Passage]:
        """Give all passages, the opening first."""
        return [*self._done, Passage(self._anchor, self._heading, _lines(self._words))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        is_unread = tag in UNREAD or EXCLUDED in values or values.get(HIDDEN) == "true"
        if self._unread or is_unread or PERMALINK in (values.get("class") or "").split():
            if tag not in VOID:
                self._unread.append(tag)
            return
        if tag in HEADINGS and values.get("id") and tag != "h1":
            self._done.append(Passage(self._anchor, self._heading, _lines(self._words)))
            self._anchor, self._heading, self._words = values["id"] or "", "", []
            self._in_heading = tag
        elif tag in LINES:
            self._words.append("\n")
        elif tag in CELLS:
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            if tag in self._unread:
                while self._unread.pop() != tag:
                    pass
        elif tag == self._in_heading:
            self._heading = " ".join("".join(self._words).split())
            self._in_heading, self._words = "", []
        elif tag in LINES:
            self._words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._words.append(data.replace("\n", " "))


def _lines(words: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return "\n".join(line for line in lines if line)
