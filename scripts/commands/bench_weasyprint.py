"""Prints so many pages of a folder as PDF with WeasyPrint, for the clock of bench_downloads; runs in its own Python."""

import itertools
import sys
from pathlib import Path


def main(folder: Path, count: int) -> None:
    """Print `count` PDFs, taking the folder's pages in turns."""
    from weasyprint import HTML  # type: ignore[import-not-found]  # noqa: PLC0415 - only its own Python has it

    pages = itertools.cycle(sorted(folder.glob("*.html")))
    for file in itertools.islice(pages, count):
        HTML(filename=str(file)).write_pdf(pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
