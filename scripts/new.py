"""Make a new record with its blanks to fill. See `python3 scripts/new.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("new"))
