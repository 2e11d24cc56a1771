"""Show the site while it is being edited. See `python3 scripts/serve.py --help`."""

import sys

from start import start

if __name__ == "__main__":
    sys.exit(start("serve"))
