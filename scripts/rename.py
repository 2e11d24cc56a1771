"""Rename a record or a part of one everywhere. See `python3 scripts/rename.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("rename"))
