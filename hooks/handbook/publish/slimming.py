"""Takes out of scripts what only their writers need: comments, spaces, long names of local things.

The minifier is a Go library, which starts threads of its own; a process that has threads must not be split, and the
build splits itself to work on all processors. So the minifier runs in a process of its own: this very file. There are
no wheels of it for Macs with Apple's processors; there scripts keep their names and only comments go.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

LIBRARY = "minify"


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
    done = subprocess.run(child, input=json.dumps(scripts), capture_output=True, check=False, encoding="utf-8")  # noqa: S603 - this file
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
