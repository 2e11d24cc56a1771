"""The first lines of every command. Even an old Python must understand them, so that it can say what is missing.

Knows nothing of the handbook; `environment` does the work once the interpreter is known to be new enough.
"""

import sys
from importlib import import_module
from pathlib import Path

OLDEST_PYTHON = (3, 11)


def start(command: str, requirements: str = "build") -> int:
    """Run one of the commands inside the project's own environment and return its exit code.

    Args:
        command: A module of scripts/commands/ with a `main`.
        requirements: What it needs: "build" or "test", see requirements/.
    """
    if sys.version_info < OLDEST_PYTHON:
        sys.stderr.write(
            "Cần Python {}.{} trở lên; máy đang chạy Python {}.{}. Cài bản mới tại https://www.python.org/downloads/\n".format(
                *OLDEST_PYTHON, *sys.version_info[:2]
            )
        )
        return 2
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))
    run = import_module("environment").run
    return int(run(command, requirements))
