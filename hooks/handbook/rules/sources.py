"""Two records never stand for one article: sources that agree are counted, and one voice must not count twice."""

from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.records.source import Source


def addresses_of_sources_differ(library: Library) -> Iterator[Finding]:
    """Tell a source whose address belongs to another source already."""
    owners: dict[str, str] = {}
    for entry in library.of_kind("source"):
        if not isinstance(entry.record, Source) or entry.record.url is None:
            continue
        owner = owners.setdefault(entry.record.url.rstrip("/"), entry.id)
        if owner != entry.id:
            place = entry.file.place(("url",))
            yield Finding(
                entry.file.name,
                place.line,
                place.column,
                Code.SOURCE_TWICE,
                f"Bài này đã có ở nguồn “{owner}”; hai bản ghi làm một nguồn bị đếm hai lần.",
                f"Chuyển các điều sang “{owner}” rồi xóa bản ghi này.",
            )
