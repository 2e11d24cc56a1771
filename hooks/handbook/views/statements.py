"""The statements of a document or source: what each says, how sure it is, where it was seen, where it is used."""

from handbook.addresses.long_pages import MOST_USES
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.statement import EXTENT_WORDS, Seen, Statement
from handbook.text.formats import date
from handbook.views.blocks import Sighting, StatementEntry, Statements
from handbook.views.inline import certainty, link, statement_line
from handbook.views.lines import more_words, origin_links


def statements_block(library: Library, entry: Entry, statements: tuple[Statement, ...]) -> Statements:
    """Give all statements of a record."""
    return Statements(tuple(_entry(library, entry, statement) for statement in statements))


def use_words(library: Library, entry: Entry, statements: tuple[Statement, ...]) -> str:
    """Say how many statements are used and how many are not; beside each of those stands why."""
    used = sum(Target(entry.kind, entry.id, statement.id) in library.uses for statement in statements)
    left = len(statements) - used
    return f"Đã dùng {used}, để riêng {left} kèm lý do" if left else f"Đã dùng cả {used}"


def sightings(library: Library, entry: Entry, seen_in: tuple[Seen, ...]) -> tuple[Sighting, ...]:
    """Say where something was seen; a source's own page does not name itself."""
    found = []
    for seen in seen_in:
        target = library.target(seen.source)
        if target != entry.target:
            found.append(
                Sighting(
                    link(library, target),
                    EXTENT_WORDS[seen.extent],
                    date(seen.checked_on),
                    seen.differs,
                    seen.note or "",
                )
            )
    return tuple(found)


def _entry(library: Library, entry: Entry, statement: Statement) -> StatementEntry:
    target = Target(entry.kind, entry.id, statement.id)
    uses = library.uses.get(target, ())
    extra = f" {statement.note}" if statement.note else ""
    return StatementEntry(
        anchor=statement.id,
        line=statement_line(library, statement, extra),
        place=statement.place or "",
        certainty=certainty(library, target),
        sightings=sightings(library, entry, library.sightings(target)),
        uses=origin_links(library, uses[:MOST_USES]),
        left_out=statement.left_out or "",
        more=more_words(len(uses) - MOST_USES),
    )
