"""What each code means and how to mend it, with examples. The words stand in data beside this module.

`explanations.toml` is written by hand; `examples.json` is made from the bad examples of the tests and never edited.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.diagnostics.codes import Code

EXPLANATIONS = Path(__file__).with_name("explanations.toml")
EXAMPLES = Path(__file__).with_name("examples.json")
GROUPS: Mapping[str, str] = {
    "file": "Tệp",
    "yaml": "Cú pháp YAML",
    "text": "Chữ",
    "front-matter": "Phần đầu trang",
    "value": "Giá trị",
    "reference": "Tham chiếu",
    "prose": "Bài viết",
    "page": "Trang, điều hướng, thiết lập",
    "navigation": "Trang, điều hướng, thiết lập",
    "settings": "Trang, điều hướng, thiết lập",
    "publish": "Trang đã dựng",
}
"""The titles of groups, by the first word of a code."""
OTHERS = "Các bản ghi với nhau"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code in plain Vietnamese."""

    meaning: str
    mend: str


@dataclass(frozen=True, slots=True)
class Example:
    """A fault, what is told of it, and the same lines mended; what cannot be shown is empty."""

    file: str
    bad: str
    told: str
    good: str


def group_title(code: Code) -> str:
    """Give the title of the group in which a code is explained."""
    return GROUPS.get(code.partition(".")[0], OTHERS)


def load_explanations() -> Mapping[Code, Explanation]:
    """Read what every code means."""
    read = tomllib.loads(EXPLANATIONS.read_text(encoding="utf-8"))
    return {Code(value): Explanation(**words) for value, words in read.items()}


def load_examples() -> Mapping[Code, Example]:
    """Read an example of every code that has one."""
    read = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return {Code(value): Example(**words) for value, words in read.items()}
