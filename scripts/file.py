"""Make one file to take away, without building the site. See `python3 scripts/file.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("file"))
