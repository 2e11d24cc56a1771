"""Takes out of scripts what only their writers need: comments, spaces, long names of local things.

The minifier is a Go library, which starts threads of its own; a process that has threads must not be split, and the
build splits itself to work on all processors. So the minifier runs in a process of its own: this very file. There are
no wheels of it for Macs with Apple's processors; there scripts keep their names and only comments go.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from math import inf

LIBRARY = "minify"
_TEXT = re.compile(r"""'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*\"""")
_CONSTANT = re.compile(
    r"""^const ([A-Z][A-Z\d_]+) = (\d[\d_.]*|0x[\da-f]+|"[^"\\\n]*"|/(?:\\.|[^/\\\n])+/\w*);.*\n""", re.MULTILINE
)
_PLAIN_USE = r"""(?<![\w.$"'`])(?<!{{ ){name}(?![\w$"'`:]| }}| =[^=])"""
_SHORT = 10
"""Characters, with quotation marks."""


class SlimmingError(Exception):
    """A script is no script; the text says which and where, in Vietnamese."""


def slimmed(scripts: Mapping[str, str]) -> dict[str, str]:
    """Give the same scripts, shorter.

    Args:
        scripts: The text of each script, by its path.

    Raises:
        SlimmingError: A script cannot be read.
    """
    if find_spec(LIBRARY) is None:
        return {path: without_comments(text) for path, text in scripts.items()}
    child = [sys.executable, "-X", "utf8", __file__]
    short = {path: without_constants(without_comments(text)) for path, text in scripts.items()}
    done = subprocess.run(child, input=json.dumps(short), capture_output=True, check=False, encoding="utf-8")  # noqa: S603 - this file
    if done.returncode:
        raise SlimmingError(f"Không rút gọn được mã của trang: {done.stderr.strip()}")
    return dict(json.loads(done.stdout))


def without_comments(script: str) -> str:
    """Take away whole lines of comment and the space before each line, but nothing inside a text between backticks."""
    kept: list[str] = []
    quoted = commented = False
    for line in script.splitlines(keepends=True):
        bare = line.lstrip(" \t")
        if quoted:
            kept.append(line)
        elif commented or bare.startswith("/*"):
            commented = not bare.rstrip().endswith("*/")
            continue
        elif bare.strip() and not bare.startswith("//"):
            kept.append(bare)
        else:
            continue
        quoted ^= line.count("`") % 2 == 1
    return "".join(kept)


def without_constants(script: str) -> str:
    """Put numbers, and texts that are seldom used, where their names stand: a minifier keeps each name.

    A name that a text holds as well, or that stands anywhere but in plain use, is left alone.
    """
    texts = "\n".join(_TEXT.findall(script))
    for name, value in _CONSTANT.findall(script):
        uses = len(re.findall(rf"\b{name}\b", script)) - 1
        plain = re.compile(_PLAIN_USE.format(name=name))
        if uses != len(plain.findall(script)) or uses > _most_uses(value) or re.search(rf"\b{name}\b", texts):
            continue
        before, _, after = script.partition(f"const {name} = ")
        script = plain.sub(value.replace("\\", r"\\"), before + after.partition("\n")[2])
    return script


def _most_uses(value: str) -> float:
    """Give how often a value may be written out before its name would be shorter."""
    if value[0].isdigit():
        return inf
    if value.startswith("/"):
        return 1
    return 4 if len(value) < _SHORT else 2


def _main() -> int:
    minify = import_module(LIBRARY)
    found = {}
    for path, text in json.load(sys.stdin).items():
        try:
            found[path] = minify.string("application/javascript", text)
        except minify.MinifyError as error:
            sys.stderr.write(f"{path}: {error}\n")
            return 1
    json.dump(found, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
