"""How two finished sites differ, told for somebody who raised a pin. Knows nothing of what made them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from handbook.publish.manifest import files_of

PAGE = ".html"
SHOWN = 100
"""So many characters are shown of a line that differs."""
_VERSION = re.compile(r"(?<=handbook-)[0-9a-f]{8}|(?<=\.)[0-9a-f]{8}(?=\.min\.)|(?<=-version\" content=\")[0-9a-f]{8}")
"""The parts of addresses that change with what stands behind them."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files of one kind that differ, how many there are of the kind, and for pages the first lines that differ."""

    kind: str
    differing: tuple[str, ...]
    total: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two sites; sizes in bytes."""

    groups: tuple[Group, ...]
    gone: tuple[str, ...]
    come: tuple[str, ...]
    size_before: int
    size_after: int


def compare_sites(before: Path, after: Path) -> Difference:
    """Compare two folders; versions in addresses count as the same, for they tell only that something else differs."""
    old, new = _files(before), _files(after)
    common = sorted(old.keys() & new.keys())
    kinds: dict[str, list[str]] = {}
    for name in common:
        kinds.setdefault(_kind(name), []).append(name)
    groups = []
    for kind, names in sorted(kinds.items()):
        differing = [name for name in names if _content(old[name]) != _content(new[name])]
        if differing:
            lines = _first_lines(old[differing[0]], new[differing[0]]) if kind.startswith("trang ") else ("", "")
            groups.append(Group(kind, tuple(differing), len(names), *lines))
    return Difference(
        tuple(groups),
        tuple(sorted(old.keys() - new.keys())),
        tuple(sorted(new.keys() - old.keys())),
        sum(file.stat().st_size for file in old.values()),
        sum(file.stat().st_size for file in new.values()),
    )


def told(difference: Difference) -> Iterator[str]:
    """Tell it in Vietnamese, line by line."""
    for group in difference.groups:
        yield f"{group.kind}: {len(group.differing)}/{group.total} khác, ví dụ {group.differing[0]}"
        if group.before or group.after:
            yield f"  trước: {group.before}"
            yield f"  sau:   {group.after}"
    for words, names in (("Không còn", difference.gone), ("Mới có", difference.come)):
        if names:
            yield f"{words} {len(names)} tệp, ví dụ {names[0]}"
    if not (difference.groups or difference.gone or difference.come):
        yield "Trang dựng ra như cũ."
    yield f"Cỡ cả trang: {difference.size_before} → {difference.size_after} byte"


def _files(site: Path) -> dict[str, Path]:
    return {_VERSION.sub("*", name): site / name for name in files_of(site)}


def _kind(name: str) -> str:
    suffix = Path(name).suffix
    if suffix != PAGE:
        return f"tệp {suffix or name}"
    return f"trang {name.split('/', maxsplit=1)[0]}/" if "/" in name else f"trang {name}"


def _content(file: Path) -> bytes | str:
    content = file.read_bytes()
    try:
        return _VERSION.sub("*", content.decode("utf-8"))
    except UnicodeDecodeError:
        return content


def _first_lines(before: Path, after: Path) -> tuple[str, str]:
    """Give the first lines of two pages that differ, from shortly before the place where they do."""
    pages = (str(_content(file)).splitlines() for file in (before, after))
    for one, other in zip_longest(*pages, fillvalue=""):
        if one != other:
            at = next(
                (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
            )
            start = max(0, at - SHOWN // 4)
            return one[start : start + SHOWN].strip(), other[start : start + SHOWN].strip()
    return "", ""
