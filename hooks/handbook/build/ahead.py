"""One record's page, made ahead of the site: what was just saved is seen while all the rest is still being made.

Everything but the one record is as it was when the last site was made: what other pages say of it, and whether they
still may, only a whole build tells. Knows neither MkDocs nor where the site stands.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.addresses.addresses import Addresses
from handbook.build.composing import file_of_page
from handbook.build.kept_records import KeptRecords
from handbook.build.memory import Memory
from handbook.build.pages import make_page
from handbook.build.preparation import Prepared
from handbook.build.site import kept_shells
from handbook.diagnostics.finding import Finding, is_sound
from handbook.library.answers import Answers
from handbook.library.drafts import published
from handbook.library.entry import Entry
from handbook.library.focus import focused
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.record_files import read_record
from handbook.library.target import Target
from handbook.pages.glossary import library_glossary
from handbook.pages.rendering import Templates, environment
from handbook.pages.shell import Shape, Shell, filled
from handbook.pages.terms import Glossary
from handbook.records.kinds import KINDS
from handbook.rules.checking import check_each
from handbook.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known of the site that was made last."""

    prepared: Prepared
    """Without findings: what was made was sound."""
    shells: Mapping[Shape, Shell]
    glossary: Glossary
    templates: Templates
    targets: Mapping[str, Target]
    """The records by the names of their files."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What can be told of a changed record at once."""

    desk: Desk
    """With the record as it now is."""
    findings: tuple[Finding, ...]
    """What is wrong with the record by itself."""
    page: tuple[str, str] | None
    """The place of its page inside the site, and its HTML; None where something is wrong."""


def lay_out(settings: Settings, memory: Memory) -> Desk:
    """Get ready for changes of the site that was made last.

    Args:
        settings: Of the handbook.
        memory: What the build of that site remembers.
    """
    found, _ = load_library(settings, KeptRecords(memory))
    library = found.opened()  # a file may change before it is looked into
    shown = published(library)
    return Desk(
        Prepared(settings, shown, library, Addresses(settings), []),
        kept_shells(memory),
        library_glossary(shown),
        environment(),
        {shown.entries.card(target).file: target for target in shown.entries},
    )


def look_ahead(desk: Desk, file: Path) -> Ahead | None:
    """Read a changed record and make its page.

    Args:
        desk: What is known so far.
        file: The file that has changed.

    Returns:
        What can be told at once; None where only a whole build can tell anything.
    """
    name = desk.prepared.settings.name(file)
    target = desk.targets.get(name)
    if target is None:
        return None
    kind = next(kind for kind in KINDS if kind.id == target.kind)
    entry, findings = read_record(kind, file, name)
    if entry is None:
        return Ahead(desk, tuple(findings), None)
    if entry.record.draft:
        return None
    changed = _with_record(desk, entry)
    prepared = changed.prepared
    one = focused(prepared.whole, target)
    findings += check_each(one, prepared.addresses)
    if not is_sound(findings):
        return Ahead(desk, tuple(findings), None)
    made = make_page(prepared, target, None, desk.glossary, desk.templates)
    shell = desk.shells.get(made.shape)
    if shell is None:
        return None
    return Ahead(changed, tuple(findings), (file_of_page(made.page), filled(shell, made.page)))


def _with_record(desk: Desk, entry: Entry) -> Desk:
    prepared = desk.prepared
    library = _replaced(prepared.library, entry)
    whole = library if prepared.whole is prepared.library else _replaced(prepared.whole, entry)
    return dataclasses.replace(desk, prepared=dataclasses.replace(prepared, library=library, whole=whole))


def _replaced(library: Library, entry: Entry) -> Library:
    return dataclasses.replace(library, entries=library.entries.with_entries(entry), answers=Answers())
