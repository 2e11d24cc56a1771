"""What the data allows in fields: the ids of records and their parts, the entries of closed lists.

One id a line, in order, so that two changes of the data seldom meet in one line of the file.
"""

import json
from collections.abc import Iterable, Iterator

from handbook.editing.schema import DIALECT, KNOWN, Schema
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records import references
from handbook.records.references import Reference
from handbook.records.statement import Statement
from handbook.settings.lists import closed_lists
from handbook.settings.settings import Settings

REFERENCES = (
    references.DocumentReference,
    references.SourceReference,
    references.StatementReference,
    references.CriterionReference,
    references.TableReference,
    references.ChecklistReference,
    references.ItemReference,
    references.MeetingReference,
    references.FormReference,
    references.ProblemReference,
    references.CaseReference,
    references.TopicReference,
    references.TermReference,
)
LONGEST = 120
"""How many letters of what stands behind an id are shown beside it."""


def ids_text(library: Library) -> str:
    """Give the file of all that is allowed."""
    definitions: dict[str, Schema] = dict(_closed_lists(library.settings))
    for reference in REFERENCES:
        known = dict(_known(library, reference))
        snippets = [{"label": one, "body": one, "description": words} for one, words in known.items()]
        definitions[reference.__name__] = {"defaultSnippets": snippets}
        definitions[f"{reference.__name__}{KNOWN}"] = {"enum": list(known) or [""]}  # a list may not be empty
    head = ("{", f' "$schema": {json.dumps(DIALECT)},', ' "definitions": {')
    return "\n".join([*head, *_lines(definitions), " }", "}"]) + "\n"


def _closed_lists(settings: Settings) -> Iterator[tuple[str, Schema]]:
    for name, entries in closed_lists(settings).items():
        if entries:
            told = f"Chọn một id trong danh sách: {', '.join(entries)}."
            yield name, {"errorMessage": told, "enum": list(entries), "enumDescriptions": list(entries.values())}
        else:
            yield name, {"errorMessage": "Danh sách này chưa có mục nào; bỏ khóa này.", "type": "null"}


def _known(library: Library, reference: type[Reference]) -> Iterable[tuple[str, str]]:
    """Give every written form that leads somewhere, with what stands there; the kind only where it must be named."""
    found = [entry for kind in reference.kinds for entry in library.of_kind(kind)]
    with_part = "#" in reference.pattern
    known = {}
    for entry in found:
        for part in sorted(entry.parts) if with_part else [""]:
            target = Target(entry.kind, entry.id, part)
            bare = reference("", entry.id, part)
            kind = "" if library.resolve(bare) == target else f"{entry.kind}:"
            known[f"{kind}{entry.id}" + (f"#{part}" if part else "")] = _words(library, target)
    return sorted(known.items())


def _words(library: Library, target: Target) -> str:
    entry = library.entry(target)
    part = entry.parts.get(target.part)
    if part is None:
        words = entry.record.title
    elif isinstance(part.model, Statement):
        words = part.model.text
    else:
        words = str(getattr(part.model, "text", "") or getattr(part.model, "title", "") or entry.record.title)
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _lines(definitions: dict[str, Schema]) -> Iterator[str]:
    """Write each list with one value a line."""
    for number, (name, schema) in enumerate(definitions.items(), 1):
        yield f"  {json.dumps(name)}: {{"
        for count, (keyword, values) in enumerate(schema.items(), 1):
            last = "," if count < len(schema) else ""
            if isinstance(values, str):
                yield f"   {json.dumps(keyword)}: {json.dumps(values, ensure_ascii=False)}{last}"
                continue
            yield f"   {json.dumps(keyword)}: ["
            yield from (
                f"    {json.dumps(value, ensure_ascii=False)}{',' if place < len(values) else ''}"
                for place, value in enumerate(values, 1)
            )
            yield f"   ]{last}"
        yield f"  }}{',' if number < len(definitions) else ''}"
