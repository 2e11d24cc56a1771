"""Edit the handbook in the browser, without YAML. See `python3 scripts/cms.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("cms"))
