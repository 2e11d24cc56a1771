"""Inline pieces as HTML: words, links, numbers, marks. The templates use them as filters; every word is escaped here.

A page holds thousands of these pieces and only tens of blocks, so they alone are written in Python. The words always
stand beside a drawing. A line's own words carry its spaces; what is added here brings its own.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup, escape

from handbook.text.kept import may_be_kept, split_kept, with_marked
from handbook.views.blocks import Basis, Certainty, Chip, ChipFamily, Code, Fact, Figure, Line, Link, Strong, Words
from handbook.views.on_paper import leads_away
from handbook.views.pieces import Outside, Target

Address = Callable[[Target], str]
"""Gives the address of a target, relative to the page that is being rendered."""

_ESCAPED = re.compile("[&<>\"']")
"""What cannot stand in HTML as it is; most texts have none, and looking for it alone is fast."""

_ICON = '<svg class="sh-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">'
_ICONS: Mapping[str, str] = {
    "good": '<path d="M3 8.5 6.5 12 13 4.5"/>',
    "bad": '<path d="m4 4 8 8M12 4l-8 8"/>',
    "unclear": '<path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.4 8.6 8 9 8 10M8 12.4v.4"/>',
    "warning": '<path d="M8 2 1.7 13.5h12.6zM8 6.5v3.2M8 11.4v.4"/>',
    "place": '<path d="M8 14.3C5 10.8 3.6 8.5 3.6 6.3a4.4 4.4 0 0 1 8.8 0c0 2.2-1.4 4.5-4.4 8zM8 5v2.4"/>',
    "outside": '<path d="M6 3.5H3.5v9h9V10M9 3.5h3.5V7M12.2 3.8 7.5 8.5"/>',
}
_OTHER_ICON = '<path d="M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.2v4M8 4.6V5"/>'

_DIAL = '<svg class="sh-dial" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">'
_RIM = '<circle cx="8" cy="8" r="6.5"/>'
_OPEN_RIM = '<circle cx="8" cy="8" r="6.5" stroke-dasharray="2.4 1.7"/>'
_DIALS: Mapping[str, str] = {
    "unchecked": _OPEN_RIM,
    "full-text": f'{_RIM}<circle class="sh-dial__part" cx="8" cy="8" r="6.5"/>',
    "excerpt": f'{_RIM}<path class="sh-dial__part" d="M8 1.5a6.5 6.5 0 0 1 0 13z"/>',
    "reported": f'{_RIM}<path class="sh-dial__part" d="M8 1.5A6.5 6.5 0 0 1 14.5 8H8z"/>',
    "disputed": f'{_RIM}<path d="M5 6.3h6M5 9.7h6M10.6 4l-5.2 8"/>',
}


def text(words: str) -> Markup:
    """Give plain words; what no line may break inside stands in an element of its own."""
    return _markup(_text(words))


def line(pieces: Line, href: Address) -> Markup:
    """Give a line."""
    return _markup(_line(pieces, href))


def link(piece: Link, href: Address) -> Markup:
    """Give words that lead to a record, with what the reader must be warned of."""
    return _markup(_link(piece, href))


def links(pieces: Iterable[Link], href: Address) -> Markup:
    """Give links one after the other."""
    return _markup(", ".join([_link(piece, href) for piece in pieces]))


def facts(pieces: Iterable[Fact], href: Address, name: str, *, links_on_screen_only: bool = False) -> Markup:
    """Give facts as a list of terms with the class `name`; facts of nothing but links may be left out on paper."""
    parts = [f'<dl class="{escape(name)}">\n']
    for fact in pieces:
        hidden = ' class="sh-screen"' if links_on_screen_only and leads_away(fact) else ""
        lines = "".join([f"<dd>{_line(one, href)}</dd>\n" for one in fact.lines])
        parts.append(f"<div{hidden}>\n<dt>{escape(fact.label)}</dt>\n{lines}</div>\n")
    return _markup("".join([*parts, "</dl>\n"]))


def basis(ground: Basis, href: Address) -> Markup:
    """Give what something rests on, with how sure that is."""
    return _markup(_basis(ground, href))


def bases(grounds: Iterable[Basis], href: Address) -> Markup:
    """Give all that something rests on as a paragraph; nothing where it rests on nothing."""
    given = "".join([f"{_basis(ground, href)}\n" for ground in grounds])
    return _markup(f'<p class="sh-bases">\n{given}</p>\n' if given else "")


def chip(label: Chip) -> Markup:
    """Give a short label."""
    return _markup(_chip(label))


def certainty(degree: Certainty, *, short: bool = False) -> Markup:
    """Give how sure a statement is, in its long words or in its short ones."""
    return _markup(_certainty(degree, short=short))


def drawing(name: str) -> Markup:
    """Draw an icon."""
    return _markup(_drawing(name))


def dial(degree: str) -> Markup:
    """Draw a degree of certainty."""
    return _markup(f"{_DIAL}{_DIALS.get(degree, _RIM)}</svg>")


def is_web_address(url: str) -> bool:
    """Tell whether a link may lead there; anything but http and https is printed as words only."""
    return url.startswith(("https://", "http://"))


FILTERS: Mapping[str, Callable[..., Markup]] = {
    one.__name__: one for one in (text, line, link, links, facts, basis, bases, chip, certainty, drawing, dial)
}
"""All of them, by the names that templates know."""


def _markup(html: str) -> Markup:
    return Markup(html)  # noqa: S704 -- made of the texts of this module and of what it has escaped


def _escaped(words: str) -> str:
    return escape(words) if _ESCAPED.search(words) else words


def _text(words: str) -> str:
    if not may_be_kept(words):
        return _escaped(words)
    if not _ESCAPED.search(words):
        return with_marked(words, _kept)
    return "".join([_kept(escape(one.words)) if one.kept else escape(one.words) for one in split_kept(words)])


def _kept(words: str) -> str:
    return f'<span class="sh-kept">{words}</span>'


def _line(pieces: Line, href: Address) -> str:
    return "".join([_piece(piece, href) for piece in pieces])


def _piece(piece: object, href: Address) -> str:
    match piece:
        case Words():
            return _text(piece.words)
        case Link():
            return _link(piece, href)
        case Figure():
            doubt = f" {_certainty(piece.doubt, short=True)}" if piece.doubt else ""
            return f'<a class="sh-figure" href="{_escaped(href(piece.target))}">{_text(piece.words)}</a>{doubt}'
        case Strong():
            return f"<strong>{_text(piece.words)}</strong>"
        case Code():
            return f"<code>{_escaped(piece.words)}</code>"
        case Outside():
            return _outside(piece)
    raise TypeError(f"no HTML for {type(piece).__name__}")


def _link(piece: Link, href: Address) -> str:
    status = f" {_chip(piece.status)}" if piece.status else ""
    return f'<a href="{_escaped(href(piece.target))}">{_text(piece.words)}</a>{status}'


def _outside(piece: Outside) -> str:
    if not is_web_address(piece.url):
        return _text(piece.words)
    attributes = f'class="sh-outside" href="{_escaped(piece.url)}" rel="external noopener noreferrer"'
    told = f'{_drawing("outside")} <span class="sh-unseen">(trang ngoài)</span>'
    return f"<a {attributes}>{_text(piece.words)} {told}</a>"


def _basis(ground: Basis, href: Address) -> str:
    return f'<span class="sh-basis">{_link(ground.link, href)} {_certainty(ground.certainty, short=True)}</span>'


def _chip(label: Chip) -> str:
    sign = ""
    if label.family == ChipFamily.SCOPE:
        sign = f"{_drawing('place')} "
    elif label.family == ChipFamily.STATUS:
        sign = f"{_drawing(label.tone)} "
    return f'<span class="sh-chip sh-chip--{label.family} sh-chip--{label.tone}">{sign}{_escaped(label.words)}</span>'


def _certainty(degree: Certainty, *, short: bool) -> str:
    words = degree.short_words if short else degree.words
    return f'<span class="sh-certainty">{_DIAL}{_DIALS.get(degree.dial, _RIM)}</svg> {_escaped(words)}</span>'


def _drawing(name: str) -> str:
    return f"{_ICON}{_ICONS.get(name, _OTHER_ICON)}</svg>"
