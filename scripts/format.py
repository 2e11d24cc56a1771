"""Bring data files into their one canonical form. See `python3 scripts/format.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("format"))
