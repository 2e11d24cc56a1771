"""Write the files of the repository that come from data. See `python3 scripts/repository.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("repository"))
