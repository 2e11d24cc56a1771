"""Tell every finding in data and prose without building. See `python3 scripts/check.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("check"))
