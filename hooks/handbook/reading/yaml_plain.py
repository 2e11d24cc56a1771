"""The plain part of YAML, in which nearly every file is written, read in one pass over its lines.

Going through a parser's events costs most of the time of reading thousands of files. What is read here means the same
to the reader of events, which decides and tells whenever anything could be doubtful: this one gives up then and tells
nothing. It must not know which values are wanted.
"""

import re
from typing import Any

from handbook.reading.decoding import hidden_character
from handbook.reading.scalars import resolve

_FENCE = "---\n"
_LINE = re.compile(r"( {0,30})(- )?(?:([a-z_][a-z0-9_-]{0,79}):(?: |$))?([^\n]*)\n", re.MULTILINE)
"""Indentation (which bounds how deep values nest), the dash of an item, a key, and what is left: a value, a comment, or
something doubtful."""
_ODD_KEYS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_INDICATORS = frozenset(" -?:,[]{}#&*!|>'\"%@`")
"""What no unquoted value begins with here; some may in YAML, but seldom do."""
_IDS = re.compile(r"\[([a-z][a-z0-9-]*(?:#[a-z0-9-]+)?(?:, [a-z][a-z0-9-]*(?:#[a-z0-9-]+)?)*)\]")

_Line = tuple[str, str, str, str]


def read_plain(text: str) -> dict[str, Any] | None:
    """The values of a text that is a mapping in plain YAML and free of faults; None when that cannot be told here."""
    if "\t" in text or hidden_character(text) is not None:
        return None
    text = text.removeprefix(_FENCE)
    try:
        return _read(_LINE.findall(text if text.endswith("\n") else text + "\n")) or None
    except _Doubtful:
        return None


class _Doubtful(Exception):  # noqa: N818 - no error: another reader decides
    """What stands here may mean something else than it seems to."""


def _read(lines: list[_Line]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    here: Any = root
    """The mapping or list that is open innermost; `column` is where its keys or dashes stand."""
    column = 0
    around: list[tuple[Any, int]] = []
    waiting = ""
    """The key whose value begins on the next line."""
    for spaces, dash, key, written in lines:
        if not dash and not key:
            _pass_over(written)
            continue
        indent = len(spaces)
        if waiting:
            inner = here[waiting] = _begun(dash, indent - column)
            around.append((here, column))
            here, column, waiting = inner, indent, ""
        while around and (indent < column or (indent == column and not dash and isinstance(here, list))):
            here, column = around.pop()
        if indent != column or isinstance(here, list) != bool(dash):
            raise _Doubtful
        if isinstance(here, list):
            if not key:
                here.append(_value(written))
                continue
            around.append((here, column))
            here.append({})
            here, column = here[-1], column + len(dash)
        if key in here or key in _ODD_KEYS:
            raise _Doubtful
        if written:
            here[key] = _value(written)
        else:
            waiting = key
    return {} if waiting else root


def _begun(dash: str, deeper: int) -> dict[str, Any] | list[Any]:
    """The list or mapping that a key holds; the dashes of a list may stand under the key itself."""
    if deeper > 0 or (dash and deeper == 0):
        return [] if dash else {}
    raise _Doubtful


def _pass_over(written: str) -> None:
    """Leave out an empty line or a comment; anything else would be the rest of a longer value."""
    if written and not written.startswith("#"):
        raise _Doubtful


def _value(written: str) -> Any:
    """What stands on one line as a value."""
    first, inside, last = written[:1], written[1:-1], written[-1:]
    if first and first not in _INDICATORS:
        if ": " in written or " #" in written or last in ": ":
            raise _Doubtful
        return _scalar(written)
    if first == "'" == last and len(written) > 1:
        inside = inside.replace("''", "\n")
        if "'" not in inside:
            return inside.replace("\n", "'")
    elif first == '"' == last and len(written) > 1:
        if '"' not in inside and "\\" not in inside:
            return inside
    elif _IDS.fullmatch(written):
        return [_scalar(one) for one in inside.split(", ")]
    raise _Doubtful


def _scalar(written: str) -> Any:
    value, trouble = resolve(written)
    if trouble is not None or value is None:
        raise _Doubtful
    return value
