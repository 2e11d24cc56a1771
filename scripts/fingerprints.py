"""Keep hashes of texts that must not be copied. See `python3 scripts/fingerprints.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("fingerprints"))
