"""Make the edition that opens from a folder without a server. See `python3 scripts/folder.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("folder"))
