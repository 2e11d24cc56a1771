"""Install what the tests need, then run all of them. See `python3 scripts/test.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("test", "test"))
