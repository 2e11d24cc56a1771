"""Makes Pagefind's index of given pages; run by the Python that has Pagefind, not by this project's.

Reads a JSON list of [address, title, text] from standard input; writes into the folder it is given.
"""

import asyncio
import json
import sys

from pagefind.index import IndexConfig, PagefindIndex  # type: ignore[import-not-found]


async def make(folder: str) -> None:
    """Give Pagefind every page as a record of its own."""
    async with PagefindIndex(config=IndexConfig(output_path=folder)) as index:
        for address, title, text in json.load(sys.stdin):
            await index.add_custom_record(url=f"/{address}", content=text, language="vi", meta={"title": title})


asyncio.run(make(sys.argv[1]))
