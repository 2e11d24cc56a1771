"""Measure what the handbook costs, beside what others need for the same. See `python3 scripts/bench.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("bench", "test"))
