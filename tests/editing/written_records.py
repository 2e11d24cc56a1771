"""Records of every kind as people might write them: any order of keys, any quotes, comments wherever one may stand.

Each comment says the path of the value that it stands at, so that a test can ask whether it still does.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel

from handbook.editing.field_shapes import shape_of
from handbook.reading.places import ValuePath
from handbook.records.closed_lists import VocabularyId
from handbook.records.references import Reference
from handbook.records.shared import OwnPart

ABOVE, BESIDE, AFTER = "# trên ", "# cạnh ", "# sau "
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
DAYS = st.dates(dt.date(1930, 1, 1), dt.date(2030, 1, 1))
ODD_TEXTS = (
    *(
        "no",
        "12",
        "1.5",
        "2026-11-22",
        "null",
        "~",
        "a: b",
        "a #b",
        "# a",
        "- a",
        "? a",
        "[a]",
        "{a}",
        "*a",
        "&a",
        "!a",
    ),
    *(
        "%",
        "@a",
        "`a`",
        "a:",
        "'",
        '"',
        "a'b",
        'a "b" c',
        "\\",
        "a\\nb",
        "a\nb",
        "a\n\n  b\nc",
        "a, b",
        "1:30",
        "<<",
        "=",
    ),
    *("Chữ có dấu: được", "((hd-42#a ba chữ))", "42-HD/BTCTW", "---", "...", "|", ">", "- ", "012", "true", "a\n# b"),
)
TEXTS = st.sampled_from(ODD_TEXTS) | st.text("ab ắ:#-'\"\n[]{},&*!|>%@`\\0.~", min_size=1, max_size=14)


@cache
def values_of(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Give values for every field a model must have and for some of those it may have."""
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, described in model.model_fields.items():
        shape = shape_of(described)
        one = values_of(shape.model) if shape.model else _single(shape.type, shape.choices)
        many = one if shape.fewest is None else st.lists(one, min_size=shape.fewest, max_size=shape.fewest + 2)
        (required if described.is_required() else optional)[name] = many
    return st.fixed_dictionaries(required, optional=optional)


def _single(kind: type[Any], choices: Sequence[str]) -> st.SearchStrategy[Any]:
    if choices:
        return st.sampled_from(choices)
    if issubclass(kind, Reference):
        return st.builds("{}#{}".format, IDS, IDS) if "#[a-z]" in kind.pattern else IDS
    if issubclass(kind, VocabularyId | OwnPart):
        return IDS
    if kind is str:
        return TEXTS.map(str.strip).filter(bool)
    plain = {bool: st.booleans(), dt.date: DAYS, int: st.integers(-5, 5000), float: st.integers(0, 99).map(_float)}
    return plain[kind]


def _float(number: int) -> float:
    return number + 0.25


@dataclass
class Written:
    """A text that says some values, and where its comments stand: the path above, beside or after which each does."""

    lines: list[str] = field(default_factory=list)
    above: dict[str, ValuePath] = field(default_factory=dict)
    beside: dict[str, ValuePath] = field(default_factory=dict)
    after: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(self.lines) + "\n"


def written(draw: st.DrawFn, values: Mapping[str, Any]) -> Written:
    """Write values in one of many ways."""
    made = Written()
    _mapping(draw, made, values, (), "")
    return made


def _mapping(draw: st.DrawFn, made: Written, values: Mapping[str, Any], path: ValuePath, indent: str) -> None:
    for key in draw(st.permutations(list(values))):
        _remark_above(draw, made, (*path, key), indent)
        _value(draw, made, values[key], (*path, key), indent, f"{indent}{key}:")
    if draw(st.integers(0, 5)) == 0:
        made.after.append(f"{AFTER}{len(made.after)}")
        made.lines.append(indent + made.after[-1])


def _value(draw: st.DrawFn, made: Written, value: Any, path: ValuePath, indent: str, start: str) -> None:
    if isinstance(value, Mapping):
        made.lines.append(start)
        _mapping(draw, made, value, path, indent + "  ")
    elif not isinstance(value, list):
        made.lines.append(f"{start} {_scalar(draw, value)}{_remark_beside(draw, made, path)}")
    elif value and not isinstance(value[0], Mapping) and draw(st.booleans()):
        made.lines.append(
            f"{start} [{', '.join(_scalar(draw, one) for one in value)}]{_remark_beside(draw, made, path)}"
        )
    else:
        made.lines.append(start)
        step = draw(st.sampled_from(["", "  "])) if indent or not path[1:] else "  "
        _listing(draw, made, value, path, indent + step)


def _listing(draw: st.DrawFn, made: Written, values: list[Any], path: ValuePath, indent: str) -> None:
    for number, value in enumerate(values):
        inside = (*path, number)
        _remark_above(draw, made, inside, indent)
        if isinstance(value, Mapping):
            made.lines.append(f"{indent}-")
            _mapping(draw, made, value, inside, indent + "  ")
        else:
            made.lines.append(f"{indent}- {_scalar(draw, value)}{_remark_beside(draw, made, inside)}")


def _scalar(draw: st.DrawFn, value: Any) -> str:
    if isinstance(value, str):
        in_single = "'" + value.replace("'", "''") + "'"
        in_double = json.dumps(value, ensure_ascii=False)
        return in_double if "\n" in value or draw(st.booleans()) else in_single
    return json.dumps(value) if not isinstance(value, dt.date) else value.isoformat()


def _remark_above(draw: st.DrawFn, made: Written, path: ValuePath, indent: str) -> None:
    if draw(st.integers(0, 3)) == 0:
        remark = f"{ABOVE}{len(made.above)}"
        made.above[remark] = path
        made.lines += [*draw(st.sampled_from([[], [""], ["", ""]])), indent + remark]


def _remark_beside(draw: st.DrawFn, made: Written, path: ValuePath) -> str:
    if draw(st.integers(0, 3)) > 0:
        return ""
    remark = f"{BESIDE}{len(made.beside)}"
    made.beside[remark] = path
    return f"  {remark}"
