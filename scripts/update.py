"""Raise the pinned libraries and see what that changes. See `python3 scripts/update.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("update", "test"))
