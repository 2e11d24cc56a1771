"""What a page written by hand shows besides its own words: its step of the journey, and on the start page what is new.

It is added as Markdown, so that any builder prints it and checks its links. Notes need the extension "admonition".
"""

import re
from collections.abc import Callable, Iterable, Iterator

from handbook.addresses.addresses import INDEX, Addresses
from handbook.library.library import Library
from handbook.library.target import PAGE, Target
from handbook.pages.due import due_note
from handbook.pages.prose import escaped, inline_markdown
from handbook.views.blocks import Bullets, Line, Note, Section
from handbook.views.changes import newest_changes
from handbook.views.journey import position

_TITLE = re.compile(r"\A\s*# [^\n]*\n")

Print = Callable[[Line], str]


def with_additions(library: Library, addresses: Addresses, path: str, markdown: str) -> str:
    """Add to a page what belongs to it.

    Args:
        library: All records.
        addresses: Where everything stands.
        path: The page's file inside docs/.
        markdown: The page's own Markdown; its title, if it has one, stays first.
    """

    def printed(line: Line) -> str:
        return "".join(inline_markdown(piece, lambda target: addresses.link_to_file(target, path)) for piece in line)

    due = due_note(library.pages[path], library.settings.date)
    before = [due, *(_note(note, printed) for note in position(library, addresses, Target(PAGE, path)))]
    after = [_section(section, printed) for section in newest_changes(library, addresses)] if path == INDEX else []
    title = _TITLE.match(markdown)
    start = title.end() if title else 0
    return _apart([markdown[:start], *before, markdown[start:], *after]) if any(before) or after else markdown


def _apart(parts: Iterable[str]) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def _note(note: Note, printed: Print) -> str:
    title = escaped(note.title.replace('"', "”"))
    return "\n".join([f'!!! note "{title}"', "", *(f"    - {printed(line)}" for line in note.lines)])


def _section(section: Section, printed: Print) -> str:
    return "\n".join([f"## {escaped(section.title)}", "", *_bullets(section, printed)])


def _bullets(section: Section, printed: Print) -> Iterator[str]:
    lists = (block for block in section.blocks if isinstance(block, Bullets))
    return (f"- {printed(line)}" for block in lists for line in block.lines)
