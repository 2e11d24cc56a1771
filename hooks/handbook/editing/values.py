"""How single values and short lists are written: quotes only where reading needs them. Must not know where they stand.

Whether quotes are needed is asked of the reader itself, so that what is written is read back as it was, by rule.
"""

import json
import re

from handbook.editing.nodes import Listing, Mapping, Single
from handbook.reading.scalars import resolve
from handbook.reading.yaml_parsing import parse

_SURELY_PLAIN = re.compile(r"[^\W\d_][\w ,.;()/%“”–…?-]*[\w).”…]")
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9#:-]*")
_STEP = "  "


def write_single(single: Single, indent: str, *, quoted: bool = False) -> str:
    """Write a single value.

    Args:
        single: The value.
        indent: What stands before the line it is written on; further lines go one step deeper.
        quoted: Keep a text in quotes even where it needs none, because a comment follows on its line.
    """
    value = single.value
    if isinstance(value, str):
        return _write_text(value, indent, quoted=quoted)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return single.written or str(value)


def write_on_one_line(node: Mapping | Listing, longest: int) -> str | None:
    """Write a list of ids or references, or an empty collection, on one line; None for everything else."""
    if not node.children and not node.after:
        return "[]" if isinstance(node, Listing) else "{}"
    if not isinstance(node, Listing) or node.after:
        return None
    words = [child.value.value for child in node.children if isinstance(child.value, Single)]
    identifiers = [word for word in words if isinstance(word, str) and _IDENTIFIER.fullmatch(word)]
    remarked = any(child.above or child.beside for child in node.children)
    line = f"[{', '.join(identifiers)}]"
    if remarked or len(identifiers) < len(node.children) or len(line) > longest or not _reads(line, identifiers):
        return None
    return line


def _write_text(text: str, indent: str, *, quoted: bool) -> str:
    if not quoted and _SURELY_PLAIN.fullmatch(text) and resolve(text) == (text, None):
        return text
    lines = text.split("\n")
    block = "\n".join(["|-", *(f"{indent}{_STEP}{line}" if line else "" for line in lines)])
    in_double = f'"{text}"'
    in_single = "'" + text.replace("'", "''") + "'"
    candidates = [block] if len(lines) > 1 else [*([] if quoted else [text]), in_double, in_single]
    for candidate in candidates:
        if _reads(candidate, text, indent):
            return candidate
    return json.dumps(text, ensure_ascii=False)


def _reads(written: str, value: object, indent: str = "") -> bool:
    """Tell whether what is written is read back as the value, without a finding."""
    reading = parse(f"{indent}key: {written}\n", "")
    return reading.complete and not reading.findings and reading.values == {"key": value}
