"""Ask every outside address whether it still answers. See `python3 scripts/links.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("links"))
