"""Explains terms at their first use in a section of a page: a button with the term's own words opens its meaning.

No script is needed: the browser opens and closes what a button names (the Popover API). The meanings stand once, at the
page's end, where print shows them. Knows neither records nor the library; terms come in as plain values.
"""

import html as html_escapes
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.pages.markup import markup_pattern, stretches

OPENING = '<aside class="sh-terms"'
"""What stands at the end of a page that explains terms; a page that has it is not explained again."""

SECTION = "<h2"
"""What stands where a section begins."""

_MARKUP = markup_pattern(
    (
        *("a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "label", "option", "select", "summary", "textarea"),
        *("caption", "code", "figcaption", "kbd", "legend", "pre", "script", "style", "svg", "template"),
    ),
    # Labels and marks of the templates, and what is copied or filled in as it stands.
    (
        *("sh-chip", "sh-certainty", "sh-unseen", "sh-meta", "sh-citation", "sh-paper"),
        *("sh-field__label", "sh-field__options", "sh-field__table", "sh-field__date", "sh-field__sign"),
    ),
)

# A button is a box to the browser, which may break a line between it and a mark beside it, and leaves a gap before the
# mark where the words inside take two lines; marks stand inside.
_OPENING_MARKS = re.compile(r"[(\[“‘«]+\Z")
_CLOSING_MARKS = re.compile(r"[)\]”’»,.;:!?…]+")


@dataclass(frozen=True, slots=True)
class Term:
    """A term in plain text. `writings` are met in any case, `abbreviations` only as they are written."""

    id: str
    title: str
    meaning: str
    writings: tuple[str, ...]
    abbreviations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms made ready to be found; one serves any number of pages."""

    terms: Mapping[str, Term]
    owners: Mapping[str, tuple[tuple[str, str], ...]]
    """The lower-case writing → the ids of terms, each with the exact writing asked for ("" where any case will do)."""
    pattern: re.Pattern[str] | None
    known: re.Pattern[str] | None
    """Finds every writing that is one phrase, explained or not."""


def glossary_of(terms: Iterable[Term], known: Iterable[str] = ()) -> Glossary:
    """Make terms ready; of two that share a writing the first is found.

    Args:
        terms: What is explained.
        known: Other phrases, out of which no term is cut.
    """
    by_id = {term.id: term for term in terms}
    owners: dict[str, list[tuple[str, str]]] = {}
    for term in by_id.values():
        for writing, exact in (*((one, "") for one in term.writings), *((one, one) for one in term.abbreviations)):
            words = _escaped(writing).split()
            if words:
                owners.setdefault(_lower(" ".join(words)), []).append((term.id, " ".join(_escaped(exact).split())))
    phrases = (" ".join(words) for one in known if (words := _lower(_escaped(one)).split()))
    found = {writing: tuple(ids) for writing, ids in owners.items()}
    return Glossary(by_id, found, _pattern(owners), _pattern((*owners, *phrases)))


def explained(html: str, glossary: Glossary, href: Callable[[str], str], own: str = "") -> str:
    """Explain every term at its first use in each section.

    Args:
        html: The content of a page.
        glossary: The terms.
        href: Gives the address of a term's page, relative to this page, by the term's id.
        own: The id of the term whose own page this is, if it is one; it is not explained there.
    """
    if glossary.pattern is None or OPENING in html:
        return html
    used: dict[str, None] = {}
    seen: set[str] = {own}
    pieces: list[str] = []
    for markup, text in stretches(html, _MARKUP):
        if SECTION in markup:
            seen = {own}
        holds_terms = glossary.pattern.search(_lower(text)) is not None  # most texts hold none
        pieces += (markup, _with_buttons(text, glossary, seen, used) if holds_terms else text)
    if not used:
        return html
    return "".join([*pieces, *_meanings([glossary.terms[term_id] for term_id in used], href)])


def _with_buttons(text: str, glossary: Glossary, seen: set[str], used: dict[str, None]) -> str:
    pieces: list[str] = []
    end = 0
    for match in _uses(_lower(text), glossary):
        written = text[match.start() : match.end()]
        term_id = _owner(glossary, written)
        if term_id is None or term_id in seen:
            continue
        seen.add(term_id)
        used[term_id] = None
        before, opening = _split(text[end : match.start()])
        closing = found[0] if (found := _CLOSING_MARKS.match(text, match.end())) else ""
        attributes = f'class="sh-term-word" type="button" popovertarget="term_{term_id}"'
        pieces += (before, f"<button {attributes}>{opening}<span>{written}</span>{closing}</button>")
        end = match.end() + len(closing)
    return "".join([*pieces, text[end:]]) if pieces else text


def _uses(lower: str, glossary: Glossary) -> Iterator[re.Match[str]]:
    """Find terms in lower-case text; of one that would be cut out of a longer phrase, a shorter one that is not."""
    start = 0
    while glossary.pattern and glossary.known and (found := glossary.pattern.search(lower, start)):
        match: re.Match[str] | None = found
        while match and _is_cut_out(match, glossary.known):
            last_space = match.start() + len(match.group().rsplit(maxsplit=1)[0])
            match = glossary.pattern.match(lower, match.start(), last_space)
        if match:
            yield match
        start = match.end() if match else found.start() + len(found.group().split(maxsplit=1)[0])


def _is_cut_out(match: re.Match[str], known: re.Pattern[str]) -> bool:
    """Tell whether the end of a term begins a phrase that goes on after it: kỷ luật đảng in kỷ luật đảng viên."""
    begins = (match.start() + space.end() for space in re.finditer(r"\s+", match.group()))
    phrases = (known.match(match.string, begin) for begin in begins)
    return any(phrase.end() > match.end() for phrase in phrases if phrase)


def _split(text: str) -> tuple[str, str]:
    """Cut off the opening marks at a text's end."""
    found = _OPENING_MARKS.search(text)
    return (text[: found.start()], found[0]) if found else (text, "")


def _owner(glossary: Glossary, written: str) -> str | None:
    plain = " ".join(written.split())
    found = glossary.owners[_lower(plain)]
    return next((term_id for term_id, exact in found if exact in ("", plain)), None)


def _meanings(terms: list[Term], href: Callable[[str], str]) -> Iterable[str]:
    yield f'\n{OPENING} aria-labelledby="terms_title" data-search-exclude>\n'
    yield '<p class="sh-terms__title" id="terms_title">Từ ngữ trên trang này</p>\n'
    for term in terms:
        name, title = f"term_{term.id}", _escaped(term.title)
        yield f'<div class="sh-term" id="{name}" popover role="note">\n'
        yield f'<p><strong class="sh-term__name">{title}</strong> {_escaped(term.meaning)}</p>\n'
        yield f'<p class="sh-term__ways"><a href="{html_escapes.escape(href(term.id))}">Xem trang “{title}”</a> '
        yield f'<button type="button" popovertarget="{name}" popovertargetaction="hide">Đóng</button></p>\n</div>\n'
    yield "</aside>\n"


@dataclass(slots=True)
class _Branch:
    """The words that may follow a word, and whether a writing may end with it."""

    longer: "dict[str, _Branch]"
    ends: bool = False


def _pattern(writings: Iterable[str]) -> re.Pattern[str] | None:
    """Make what finds the longest of some lower-case writings."""
    tree: dict[str, _Branch] = {}
    for writing in writings:
        branches = tree
        for word in writing.split():
            branch = branches.setdefault(word, _Branch({}))
            branches = branch.longer
        branch.ends = True
    # A hyphen or slash beside it makes a word part of a number or of another word: HD in 42-HD/BTCTW.
    return re.compile(rf"(?<![\w/-])(?:{_alternatives(tree)})(?![\w-]|/\w)") if tree else None


def _alternatives(branches: dict[str, _Branch]) -> str:
    return "|".join(
        re.escape(word) + _rest(branch) for word, branch in sorted(branches.items(), key=lambda one: -len(one[0]))
    )


def _rest(branch: _Branch) -> str:
    if not branch.longer:
        return ""
    return rf"(?:\s+(?:{_alternatives(branch.longer)}))" + ("?" if branch.ends else "")


def _escaped(text: str) -> str:
    return html_escapes.escape(text, quote=False)


def _lower(text: str) -> str:
    """Lower-case letter by letter, so that places in the result are places in the text."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
