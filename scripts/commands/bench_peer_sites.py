"""Writes the same records for other generators: Markdown for stock MkDocs, data files for Hugo and for Eleventy.

Their themes are as small as they can be; only MkDocs has the theme that it is used with.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from commands.bench_frame import dumped
from commands.bench_texts import END, MARK, Line, Told
from commands.options import ROOT

STOCK_FEATURES = ["navigation.prune", "navigation.indexes", "navigation.tabs"]
"""Pages carry only the part of the navigation they stand in; else stock pages grow with all records."""
TEMPLATES = Path(__file__).with_name("peers")


def write_stock(told: Sequence[Told], folder: Path, plugins: Sequence[Any] = ("search",)) -> None:
    """Write Markdown pages and a configuration without hooks; groups keep each folder at the root of its records."""
    places: dict[str, str] = {}
    for kind, records in groupby(told, key=lambda one: one.kind):
        listed = list(records)
        size = max(1, math.isqrt(len(listed)))
        for index, record in enumerate(listed):
            places[f"{kind}/{record.id}"] = f"{kind}/nhom-{index // size + 1:03}/{record.id}.md"
    for record in told:
        place = places[f"{record.kind}/{record.id}"]
        _write(folder / "docs" / place, _markdown(record, places))
    by_group: dict[str, list[Told]] = {}
    for record in told:
        by_group.setdefault(places[f"{record.kind}/{record.id}"].rpartition("/")[0], []).append(record)
    for group, members in by_group.items():
        lines = [f"- [{one.title}]({one.id}.md)" for one in members]
        _write(folder / "docs" / group / "index.md", "\n".join((f"# {group}", "", *lines, "")))
    for kind, groups in groupby(by_group, key=lambda group: group.partition("/")[0]):
        lines = [f"- [{group}]({group.partition('/')[2]}/index.md)" for group in groups]
        _write(folder / "docs" / kind / "index.md", "\n".join((f"# {kind}", "", *lines, "")))
    write_empty(folder, plugins)


def write_empty(folder: Path, plugins: Sequence[Any] = ("search",)) -> None:
    """Write a stock configuration and one page."""
    own = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    theme = {"name": "material", "language": "vi", "font": False, "features": STOCK_FEATURES}
    configuration = {
        "site_name": own["site_name"],
        "site_url": "https://vi-du.example/do/",
        "theme": theme,
        "plugins": list(plugins),
        "markdown_extensions": own["markdown_extensions"],
    }
    _write(folder / "mkdocs.yml", dumped(configuration))
    _write(folder / "docs" / "index.md", "# Cẩm nang\n\nTrang đầu.\n")


def write_hugo(told: Sequence[Told], folder: Path) -> None:
    """Write the records as data, a content adapter and a minimal theme."""
    _copy_templates("hugo", folder)
    _write_data(told, folder / "data" / "records")


def write_eleventy(told: Sequence[Told], folder: Path) -> None:
    """Write the records as data, one paginated template and a configuration."""
    _copy_templates("eleventy", folder)
    _write_data(told, folder / "records")


def data_file(folder: Path, record: str) -> Path:
    """Give the data file of a record, `kind/id`, of Hugo's site."""
    return folder / "data" / "records" / f"{record}.yaml"


def _write_data(told: Iterable[Told], folder: Path) -> None:
    for record in told:
        values = {
            "kind": record.kind,
            "id": record.id,
            "title": record.title,
            "sections": [
                {"title": section.title, "lines": [_line(line) for line in section.lines]}
                for section in record.sections
            ],
            "story": record.story.replace(MARK, "/").replace(END, "/"),
        }
        _write(folder / record.kind / f"{record.id}.yaml", dumped(values))


def _line(line: Line) -> dict[str, Any]:
    links = [{"to": link.to} if link.is_title else {"to": link.to, "words": link.words} for link in line.links]
    return {"text": line.text, "links": links} if links else {"text": line.text}


def _markdown(record: Told, places: Mapping[str, str]) -> str:
    parts = [f"# {record.title}"]
    for section in record.sections:
        lines = []
        for line in section.lines:
            links = [f"[{link.words}](../../{places[link.to]})" for link in line.links]
            lines.append(f"- {' '.join((line.text, *links)).strip()}")
        parts += [f"## {section.title}", "\n".join(lines)]
    if record.story:
        parts.append(re.sub(f"{MARK}(.+?){END}", lambda found: f"../../{places[found[1]]}", record.story))
    return "\n\n".join(parts) + "\n"


def _copy_templates(name: str, folder: Path) -> None:
    for file in sorted((TEMPLATES / name).rglob("*")):
        if file.is_file():
            _write(folder / file.relative_to(TEMPLATES / name), file.read_text(encoding="utf-8"))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
