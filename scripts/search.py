"""Ask the site's own search from the command line. See `python3 scripts/search.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("search", "test"))
