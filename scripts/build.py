"""Build the site, verify it and publish it as a whole. See `python3 scripts/build.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("build"))
