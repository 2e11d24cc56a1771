"""Make the examples of the page of codes from the tests' bad examples. See `python3 scripts/examples.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("examples"))
