"""Say what a change means for readers. See `python3 scripts/review.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("review"))
