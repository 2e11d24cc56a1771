"""Reads every record and page of a deployment into a library, with all findings of reading and of the fields."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.card import Card, leads_of
from handbook.library.entries import Entries, Shelved
from handbook.library.entry import HandPage
from handbook.library.library import Library
from handbook.library.mentions import Referring, referrings_of_entry, referrings_of_page
from handbook.library.record_files import PROSE_SUFFIX, Shelf, shelve_record, too_many_mentions
from handbook.library.referrings import Referrings, referrings_outside_records
from handbook.library.resting import collector_resting
from handbook.library.sheet import MODELS, Sheet, parts_of_sheet
from handbook.library.target import PAGE, REPORT, SETTINGS, Target
from handbook.library.uses import uses_of
from handbook.reading.files import ReadFile
from handbook.reading.folders import list_files
from handbook.reading.markdown_files import read_markdown
from handbook.reading.sparing import GivenFields
from handbook.reading.validation import validate
from handbook.reading.yaml_files import read_yaml
from handbook.records.kinds import KINDS, Kind
from handbook.records.page import Page
from handbook.settings.settings import Settings

PICTURE_SUFFIXES = frozenset({".png", ".svg", ".webp", ".jpg"})


def load_library(settings: Settings, shelf: Shelf | None = None) -> tuple[Library, list[Finding]]:
    """Load all records and pages; what could not be read is left out and told.

    Args:
        settings: Where they are.
        shelf: Where records that are as they were can be taken from.
    """
    with collector_resting():
        return _load(settings, shelf)


def _load(settings: Settings, shelf: Shelf | None) -> tuple[Library, list[Finding]]:
    findings: list[Finding] = []
    unread: set[Target] = set()
    entries: dict[Target, Shelved] = {}
    for kind in KINDS:
        for target, one in _load_kind(settings, kind, findings, unread, shelf):
            if target in entries:
                findings.append(_same_id(target, one.card, entries[target].card))
                unread.add(target)  # nobody can know which of the two is meant
            else:
                entries[target] = one
    for target in unread & entries.keys():
        del entries[target]
    pages = {page.path: page for page in _load_pages(settings, findings, unread)}
    sheets = {sheet.id: sheet for sheet in _load_sheets(settings, findings, unread)}
    return assemble(settings, Entries(entries), pages, frozenset(unread), sheets), findings


def assemble(
    settings: Settings,
    entries: Entries,
    pages: Mapping[str, HandPage],
    unread: frozenset[Target] = frozenset(),
    sheets: Mapping[str, Sheet] | None = None,
) -> Library:
    """Make a library of what was read: find out who uses what."""
    single = sheets or {}
    others = (
        *((one.target, leads_of(referrings_of_entry(one))) for one in single.values() if one.target != SETTINGS),
        *((page.target, leads_of(referrings_of_page(page))) for page in pages.values()),
    )
    uses, named = uses_of(entries, others)
    referrings = Referrings(lambda: _referrings(settings, entries, pages, single))
    return Library(settings, entries, pages, referrings, uses, named, unread, single)


def _referrings(
    settings: Settings, entries: Entries, pages: Mapping[str, HandPage], sheets: Mapping[str, Sheet]
) -> Iterator[Referring]:
    yield from referrings_outside_records(settings, sheets, pages)
    for entry in entries.values():
        yield from referrings_of_entry(entry)


def _load_kind(
    settings: Settings, kind: Kind, findings: list[Finding], unread: set[Target], shelf: Shelf | None
) -> Iterator[tuple[Target, Shelved]]:
    folder = settings.data_dir / kind.folder
    if not folder.is_dir():
        return
    files, folder_findings = list_files(folder, settings.root, frozenset({kind.suffix}))
    findings += folder_findings
    unread.update(Target(kind.id, Path(finding.path).stem) for finding in folder_findings)
    given = GivenFields()
    for file in files:
        target = Target(kind.id, file.stem)
        one, found = shelve_record(kind, file, settings.name(file), given, shelf)
        findings += found
        if one is None:
            unread.add(target)
        else:
            yield target, one


def _load_pages(settings: Settings, findings: list[Finding], unread: set[Target]) -> Iterable[HandPage]:
    files, folder_findings = list_files(
        settings.docs_dir, settings.root, frozenset({PROSE_SUFFIX}), beside=PICTURE_SUFFIXES
    )
    findings += folder_findings
    pages_folder = settings.name(settings.docs_dir)
    unread.update(Target(PAGE, posixpath.relpath(finding.path, pages_folder)) for finding in folder_findings)
    for file in files:
        meta = None
        path = file.relative_to(settings.docs_dir).as_posix()
        read = _read(settings, file, findings)
        if read is not None:
            meta, model_findings = validate(Page, read)
            findings += model_findings
        if read is None or meta is None:
            unread.add(Target(PAGE, path))
        else:
            yield HandPage(path, meta, read.spared())


def _load_sheets(settings: Settings, findings: list[Finding], unread: set[Target]) -> Iterable[Sheet]:
    for sheet_id, model in MODELS.items():
        file = settings.data_dir / f"{sheet_id}.yml"
        if not file.exists():
            continue
        content = None
        read = _read(settings, file, findings)
        if read is not None:
            content, model_findings = validate(model, read)
            findings += model_findings
        if read is None or content is None:
            unread.add(Target(REPORT, sheet_id))
        else:
            yield Sheet(sheet_id, content, read, dict(parts_of_sheet(content)))


def _read(settings: Settings, file: Path, findings: list[Finding]) -> ReadFile | None:
    reader = read_markdown if file.suffix == PROSE_SUFFIX else read_yaml
    read, file_findings = reader(file, settings.name(file))
    findings += file_findings
    crowd = too_many_mentions(read) if read is not None else None
    findings += [crowd] if crowd else []
    return None if crowd else read


def _same_id(target: Target, card: Card, first: Card) -> Finding:
    return Finding(
        card.file,
        1,
        1,
        Code.RECORD_DUPLICATE_ID,
        f"Id “{target.id}” đã có ở {first.file}.",
        "Đổi tên một trong hai tệp; tên tệp là id của bản ghi.",
    )
