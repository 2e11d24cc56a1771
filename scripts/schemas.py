"""Write what helps editors' programs while typing. See `python3 scripts/schemas.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("schemas"))
