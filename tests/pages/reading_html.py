"""Reads HTML the way a reader meets it."""

from html.parser import HTMLParser

VOID = {"input", "circle", "path", "rect"}


class Element(HTMLParser):
    """Reads HTML the way a reader meets it: elements, attributes, text; complains about what is not closed."""

    def __init__(self, html: str) -> None:
        """Read all of it at once."""
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element and its attributes."""
        self.tags.append(tag)
        self.attributes.extend((tag, name, value or "") for name, value in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of a drawing that closes itself."""
        self.tags.append(tag)
        self.attributes.extend((tag, name, value or "") for name, value in attrs)

    def handle_endtag(self, tag: str) -> None:
        """Every end closes the element opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect the text as it would be copied."""
        self.text += data

    def values(self, name: str) -> list[str]:
        """List the values of an attribute, over all elements."""
        return [value for _, attribute, value in self.attributes if attribute == name]
