"""The day of a build that is given none. It must not import what reads settings: it is asked for before that."""

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


def commit_date(root: Path) -> date:
    """Give the date of the last commit; today's date where there is none."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%cs"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout.strip()  # noqa: S603 - a fixed command
        return datetime.strptime(told, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except (OSError, subprocess.CalledProcessError, ValueError):
        return datetime.now(tz=UTC).date()
