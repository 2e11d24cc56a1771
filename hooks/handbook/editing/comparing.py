"""What a change means for readers: which pages say something else, which numbers changed, what duties rest on now.

Two libraries are compared, each read from its own files; the files themselves and who changed them are not looked at.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from handbook.addresses.addresses import Addresses
from handbook.library.drafts import published
from handbook.library.library import Library
from handbook.library.target import PAGE, REPORT, Target
from handbook.reading.fields import Model
from handbook.records.checklist import Checklist
from handbook.rules.pages import generated_pages
from handbook.text.collation import sort_key
from handbook.text.formats import number, quantity
from handbook.views.viewing import own_view

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is not as it was; what was not there before, or is no more, is empty."""

    target: Target
    title: str
    before: str = ""
    after: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that changed, each list in the order of titles."""

    added: tuple[Change, ...]
    removed: tuple[Change, ...]
    changed: tuple[Change, ...]
    numbers: tuple[Change, ...]
    lost: tuple[Change, ...]
    """Duties with less evidence than before."""
    gained: tuple[Change, ...] = field(default=())
    """Duties with more evidence than before."""


def compare(before: Library, after: Library) -> Comparison:
    """Compare two states of a handbook; drafts count as not there."""
    old, new = published(before), published(after)
    old_pages, new_pages = _pages(old), _pages(new)
    common = old_pages.keys() & new_pages.keys()
    return Comparison(
        added=_sorted(Change(one, new_pages[one]) for one in new_pages.keys() - old_pages.keys()),
        removed=_sorted(Change(one, old_pages[one]) for one in old_pages.keys() - new_pages.keys()),
        changed=_sorted(Change(one, new_pages[one]) for one in common if _said(old, one) != _said(new, one)),
        numbers=_sorted(_numbers_changed(old, new)),
        lost=_sorted(_evidence(old, new, more=False)),
        gained=_sorted(_evidence(old, new, more=True)),
    )


def _sorted(changes: Iterator[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda one: (sort_key(one.title), one.target, one.what)))


def _pages(library: Library) -> dict[Target, str]:
    """Give every page that somebody writes; those made from all others change with them."""
    addresses = Addresses(library.settings)
    records = {
        target: library.entry(target).record.title
        for target in generated_pages(library, addresses).values()
        if target.id and target.kind != REPORT
    }
    return records | {page.target: page.meta.title for page in library.pages.values()}


def _said(library: Library, target: Target) -> object:
    """Give what a page says, numbers from elsewhere included, without where it stands in its file."""
    if target.kind == PAGE:
        page = library.pages[target.id]
        return page.meta, page.file.body, [_figure(library, target) for target in _figures(library, target)]
    view = own_view(library, Addresses(library.settings), target)
    return tuple(getattr(view, name) for name in ("title", "description", "kind", "chips", "lead", "meta", "blocks"))


def _figures(library: Library, page: Target) -> list[Target]:
    found = (library.resolve(one.reference) for one in library.referrings if one.origin == page)
    return [target for target in found if isinstance(target, Target)]


def _figure(library: Library, target: Target) -> object:
    statement = library.statement(target)
    return statement.value if statement else None


def _numbers_changed(old: Library, new: Library) -> Iterator[Change]:
    before, after = _numbers(old), _numbers(new)
    for target, path in before.keys() | after.keys():
        one, other = before.get((target, path)), after.get((target, path))
        if one != other and (target.whole() in old.entries and target.whole() in new.entries):
            title = new.entry(target).record.title
            words = _field_words(old if other is None else new, target, path)
            yield Change(target, title, one or "", other or "", words)


def _numbers(library: Library) -> Mapping[tuple[Target, Path], str]:
    """Give every number of every record as readers see it, by the part it stands in and its way inside that part."""
    found: dict[tuple[Target, Path], str] = {}
    for entry in library.entries.values():
        owners = {id(part.model): Target(entry.kind, entry.id, part_id) for part_id, part in entry.parts.items()}
        for target, path, written in _walk(library, entry.record, entry.target, (), owners):
            found[target, path] = written
    return found


def _walk(
    library: Library, value: Any, target: Target, path: Path, owners: Mapping[int, Target]
) -> Iterator[tuple[Target, Path, str]]:
    if isinstance(value, Model):
        target, path = (owners[id(value)], ()) if id(value) in owners else (target, path)
        unit = library.settings.unit(getattr(value, "unit", "") or "")
        for name, child in value.__dict__.items():
            if name == "schema_version":
                continue
            if name == "amount" and unit is not None and _is_number(child):
                yield target, (*path, name), quantity(child, unit)
            else:
                yield from _walk(library, child, target, (*path, name), owners)
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from _walk(library, child, target, (*path, str(index + 1)), owners)
    elif _is_number(value):
        yield target, path, number(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _field_words(library: Library, target: Target, path: Path) -> str:
    """Name a number of a library by the titles of the fields that lead to it, as the editors know them."""
    entry = library.entry(target)
    model: Any = entry.parts[target.part].model if target.part else entry.record
    words: list[str] = []
    for step in path:
        word = ((type(model).model_fields[step].title or step) if isinstance(model, Model) else step).lower()
        if not (words and words[-1].endswith(f" {word}")):  # the "Số" of a "Con số" is said already
            words.append(word)
        model = getattr(model, step) if isinstance(model, Model) else model[int(step) - 1]
    return ", ".join([*([f"“{target.part}”"] if target.part else []), " ".join(words)])


def _evidence(old: Library, new: Library, *, more: bool) -> Iterator[Change]:
    before, after = _duties(old), _duties(new)
    for target in before.keys() & after.keys():
        gone, come = before[target] - after[target], after[target] - before[target]
        wanted = come if more else gone
        if wanted:
            named = ", ".join(sorted(f"{one.id}#{one.part}" for one in wanted))
            title = new.entry(target).record.title
            yield Change(target, title, named if not more else "", named if more else "", f"“{target.part}”")


def _duties(library: Library) -> dict[Target, frozenset[Target]]:
    """Give for every item that must be done the statements that support it."""
    found: dict[Target, frozenset[Target]] = {}
    for entry in library.of_kind("checklist"):
        for phase in entry.record.phases if isinstance(entry.record, Checklist) else ():
            for item in phase.items:
                if item.duty == "must":
                    targets = (library.resolve(reference) for reference in item.statements)
                    found[Target(entry.kind, entry.id, item.id)] = frozenset(
                        one for one in targets if isinstance(one, Target) and library.judge(one).supports_duty
                    )
    return found


def as_markdown(comparison: Comparison) -> str:
    """Tell it in Vietnamese, as a note under a change."""
    sections = [
        ("Trang mới", [one.title for one in comparison.added]),
        ("Trang không còn", [one.title for one in comparison.removed]),
        ("Trang nói khác trước", [one.title for one in comparison.changed]),
        ("Con số đổi", [_number_line(one) for one in comparison.numbers]),
        ("Việc bắt buộc mất căn cứ", [f"{one.title}, {one.what}: mất {one.before}" for one in comparison.lost]),
        ("Việc bắt buộc thêm căn cứ", [f"{one.title}, {one.what}: thêm {one.after}" for one in comparison.gained]),
    ]
    told = [
        f"## {title} ({len(lines)})\n\n" + "".join(f"- {line}\n" for line in lines)
        for title, lines in sections
        if lines
    ]
    return "\n".join(told) or "Người đọc không thấy gì khác trước.\n"


def _number_line(change: Change) -> str:
    if not change.before:
        return f"{change.title}, {change.what}: thêm {change.after}"
    if not change.after:
        return f"{change.title}, {change.what}: bỏ {change.before}"
    return f"{change.title}, {change.what}: từ {change.before} thành {change.after}"
