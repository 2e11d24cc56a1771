"""Bring records of an older version up to date. See `python3 scripts/migrate.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("migrate"))
