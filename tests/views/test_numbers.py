"""A number stands in one statement: change it there, and every view that shows it follows, and nothing else changes.

The handbook is this project's own, so that whatever types a number instead of reading it is found.
"""

import datetime as dt
import re
from dataclasses import replace
from functools import cache

import pytest

from building import DATE, ROOT
from handbook.addresses.addresses import Addresses
from handbook.addresses.files import offers
from handbook.build.keys import file_keys
from handbook.downloads.packs import printed
from handbook.library.entry import parts_of
from handbook.library.library import Library
from handbook.library.loading import assemble, load_library
from handbook.library.target import Target
from handbook.reading.references import find_mentions
from handbook.records.meeting import Meeting
from handbook.records.references import StatementReference
from handbook.records.statement import Value
from handbook.rules.pages import reports
from handbook.settings.loading import load_settings
from handbook.views.blocks import Figure, View
from handbook.views.inline import value_words
from handbook.views.plan import plan_view
from handbook.views.viewing import view_of
from view_pieces import pieces

CHANGED = ("hd-42#regular-duration", "hd-42#points-time", "na-hang-2022#town-branches")
"""A duration, points, and a number of an article."""
OTHER = 98_765.5
"""No other number in the handbook is written like this one."""


@cache
def _library() -> Library:
    """This project's own handbook."""
    settings, findings = load_settings(ROOT / "mkdocs.yml", date=dt.date.fromisoformat(DATE))
    assert settings is not None, findings
    return load_library(settings)[0]


@cache
def _changed(reference: str) -> tuple[Target, Library]:
    """The same handbook with another number in one statement."""
    library = _library()
    target = library.target(StatementReference.parse(reference))
    entry = library.entry(target)
    statements = tuple(
        one.model_copy(update={"value": one.value.model_copy(update={"amount": OTHER})})
        if one.id == target.part and one.value
        else one
        for one in getattr(entry.record, "statements", ())
    )
    record = entry.record.model_copy(update={"statements": statements})
    entries = library.entries.with_entries(replace(entry, record=record, parts=parts_of(record)))
    return target, assemble(library.settings, entries, library.pages, library.unread, library.sheets)


@cache
def _views(reference: str = "") -> dict[str, View]:
    """Every view, by the page or paper that shows it, of the handbook as it is or with one number changed."""
    library = _changed(reference)[1] if reference else _library()
    addresses = Addresses(library.settings)
    kinds = [Target(kind) for kind in library.kinds()]
    targets = (*kinds, *reports(library), *(entry.target for entry in library.entries.values()))
    views = {str(target): view_of(library, addresses, target) for target in targets}
    for entry in library.of_kind("meeting"):
        if isinstance(entry.record, Meeting):
            views[f"plan of {entry.id}"] = plan_view(library, entry, entry.record)
    return views


def _words(reference: str) -> tuple[str, str]:
    """How the number is written before and after."""
    target, after = _changed(reference)
    written = [value_words(one, _value(one, target)) for one in (_library(), after)]
    return written[0], written[1]


def _value(library: Library, target: Target) -> Value:
    statement = library.statement(target)
    assert statement is not None
    assert statement.value is not None
    return statement.value


def _following(reference: str) -> set[str]:
    return {name for name, view in _views().items() if view != _views(reference)[name]}


@pytest.mark.parametrize("reference", CHANGED)
def test_every_view_that_reads_a_number_follows_it(reference: str) -> None:
    """The views of all records that refer to the number without words of their own, and of the statement itself."""
    target, _ = _changed(reference)
    library = _library()
    reading = {
        str(one.origin.whole())
        for one in library.referrings
        if library.resolve(one.reference) == target
        and one.origin.whole() in library.entries
        and one.within_body is None  # stories are read when their page is made
        and any(mention.words is None for mention in find_mentions(one.raw))
    }

    assert reading
    assert reading | {str(target.whole())} <= _following(reference)


@pytest.mark.parametrize("reference", CHANGED)
def test_nothing_but_the_number_changes(reference: str) -> None:
    """A view that changed shows the new number, and is the old view again once the old number is put back."""
    before, after = _words(reference)
    bare_before, bare_after = before.split()[0], after.split()[0]

    for name in _following(reference):
        shown = repr(_views(reference)[name])
        assert bare_after in shown, name
        assert bare_before in repr(_views()[name]), name
        assert shown.replace(after, before).replace(bare_after, bare_before) == repr(_views()[name]), name


@pytest.mark.parametrize("reference", CHANGED)
def test_no_link_to_a_number_types_it(reference: str) -> None:
    """Words that lead to the statement hold its number only where it is read from there."""
    target, after = _changed(reference)
    old = re.compile(rf"(?<![\d.,]){re.escape(_words(reference)[0])}")
    typed = [
        (name, piece.words)
        for name, view in _views(reference).items()
        for piece in pieces(view)
        if piece.target == target and old.search(piece.words)
    ]

    assert typed == []
    new = value_words(after, _value(after, target))
    figures = [piece for view in _views(reference).values() for piece in pieces(view) if isinstance(piece, Figure)]
    assert {piece.words for piece in figures if piece.target == target} == {new}


@pytest.mark.parametrize("reference", CHANGED)
def test_the_files_made_of_such_views_are_made_anew(reference: str) -> None:
    """And no others: those whose pages neither show the number nor refer to its statement are kept."""
    target, after = _changed(reference)
    library = _library()
    targets = (*reports(library), *(entry.target for entry in library.entries.values()))
    files = [file for one in targets for file in offers(library, one)]
    before_keys, after_keys = (file_keys(one, Addresses(one.settings), files, "") for one in (library, after))
    showing = _following(reference)
    referring = {str(one.origin.whole()) for one in library.referrings if library.resolve(one.reference) == target}

    anew = {file for file in files if before_keys[file] != after_keys[file]}

    pages = {file: {str(one) for one in printed(library, file)} for file in files}
    assert {file for file in files if pages[file] & showing} <= anew
    assert anew <= {file for file in files if pages[file] & (showing | referring)}
