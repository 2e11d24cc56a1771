"""What the generator needs from mkdocs.yml: folders, the handbook's own settings file, navigation with its places.

Read without MkDocs, so that checking stays fast; tags that only MkDocs understands are passed over.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.reading.decoding import BIGGEST
from handbook.reading.quoting import shown
from handbook.reading.yaml_events import LOADER, events, start
from handbook.reading.yaml_values import DEEPEST


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """A page named in the navigation, and where."""

    page: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Written:
    """A value as written, and where; what nobody wrote stands at the beginning."""

    text: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Configuration:
    """The parts of mkdocs.yml that the generator reads."""

    docs_dir: Written
    site_dir: str
    handbook: str
    navigation: tuple[NavigationEntry, ...]
    theme_dir: str
    """The handbook's own theme; "" where it has none."""
    parts: tuple[str, ...]
    """Other files that belong to the configuration: what it inherits, and its hooks."""


def read_configuration(file: Path, name: str) -> tuple[Configuration | None, list[Finding]]:
    """Read mkdocs.yml; a fault is told as a finding."""
    node, findings = _compose(file, name)
    if node is None:
        return None, findings
    handbook = _plain(_child(_child(node, "extra"), "handbook"))
    if not isinstance(handbook, str):
        message = "Cấu hình chưa nói tệp thiết lập của cẩm nang ở đâu."
        return None, [_fault(name, 1, 1, message, "Thêm vào mục “extra”: handbook: data/handbook.yml")]
    configuration = Configuration(
        docs_dir=_written(_child(node, "docs_dir"), "docs"),
        site_dir=str(_plain(_child(node, "site_dir")) or "site"),
        handbook=handbook,
        navigation=tuple(_pages(_child(node, "nav"))),
        theme_dir=str(_plain(_child(_child(node, "theme"), "custom_dir")) or ""),
        parts=tuple(entry.page for key in ("INHERIT", "hooks") for entry in _pages(_child(node, key)) if entry.page),
    )
    return configuration, []


def _compose(file: Path, name: str) -> tuple[yaml.Node | None, list[Finding]]:
    line, column = 1, 1
    try:
        if file.stat().st_size > BIGGEST:
            message, hint = f"Tệp cấu hình lớn hơn {BIGGEST // 1_000_000} MB.", "Chép lại mkdocs.yml từ bản gốc."
            return None, [Finding(name, 1, 1, Code.FILE_TOO_BIG, message, hint)]
        text = file.read_text(encoding="utf-8")
        if endless := _endless(text, name):
            return None, [endless]
        node = yaml.compose(text, Loader=LOADER)
        if isinstance(node, yaml.MappingNode):
            return node, []
        message, hint = "Tệp cấu hình không có khóa nào.", "Chép lại mkdocs.yml từ bản gốc."
    except OSError:
        message, hint = "Không mở được tệp cấu hình.", "Kiểm lại đường dẫn sau --config-file."
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message, hint = "Tệp cấu hình sai cú pháp YAML.", "Xem lại thụt dòng và dấu hai chấm ở gần đây."
    except (UnicodeDecodeError, yaml.YAMLError):
        message, hint = "Tệp cấu hình không phải UTF-8 hoặc có ký tự lạ.", "Lưu lại tệp với bảng mã UTF-8."
    return None, [_fault(name, line, column, message, hint)]


def _endless(text: str, name: str) -> Finding | None:
    """Find what may stand for more than is written: a value inside values without end, or one under many names."""
    depth = 0
    for event in events(text):
        place = start(event)
        if isinstance(event, yaml.AliasEvent):
            message = f"Bí danh {shown(f'*{event.anchor}')} không được dùng."
            return Finding(name, place.line + 1, place.column + 1, Code.YAML_ALIAS, message, "Chép giá trị ra.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            message = f"Giá trị lồng sâu quá {DEEPEST} bậc."
            hint = "Bớt các bậc lồng nhau."
            return Finding(name, place.line + 1, place.column + 1, Code.YAML_DEPTH, message, hint)
    return None


def _fault(name: str, line: int, column: int, message: str, hint: str) -> Finding:
    return Finding(name, line, column, Code.SETTINGS_VALUE, message, hint)


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value in node.value:
            if key_node.value == key:
                return value  # type: ignore[no-any-return]
    return None


def _plain(node: yaml.Node | None) -> Any:
    return node.value if isinstance(node, yaml.ScalarNode) else None


def _written(node: yaml.Node | None, otherwise: str) -> Written:
    text = _plain(node)
    if node is None or not text:
        return Written(otherwise)
    return Written(str(text), node.start_mark.line + 1, node.start_mark.column + 1)


def _pages(node: yaml.Node | None) -> list[NavigationEntry]:
    if isinstance(node, yaml.ScalarNode):
        mark = node.start_mark
        return [NavigationEntry(str(node.value), mark.line + 1, mark.column + 1)]
    if isinstance(node, yaml.SequenceNode):
        return [entry for child in node.value for entry in _pages(child)]
    if isinstance(node, yaml.MappingNode):
        return [entry for _, child in node.value for entry in _pages(child)]
    return []
