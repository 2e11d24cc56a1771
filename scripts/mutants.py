"""Tell how many small faults in the code the tests notice. See `python3 scripts/mutants.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("mutants", "test"))
