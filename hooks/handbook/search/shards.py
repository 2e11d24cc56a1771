"""The index cut into files, so that a browser loads only those that a query needs.

Each file is a script that hands a value to a function: it can be fetched and read as JSON between two marks, and it can
be run by a <script> element where nothing can be fetched, in a folder opened without a server.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

FUNCTION = "handbookSearchTakes"
PAGES_OF_A_SHARD = 2
FEWEST_SHARDS, MOST_SHARDS = 4, 4096
LOWEST, SKIPPED = 35, 92  # "#", and the backslash, which JSON would write as two
"""The code of the letter for 0, and the one that is left out."""


def script(name: str, value: Any) -> str:
    """Write a file of the index."""
    return f"{FUNCTION}({json.dumps(name)},{json.dumps(value, ensure_ascii=False, separators=(',', ':'))})\n"


def read_script(text: str) -> Any:
    """Read the value that `script` wrote."""
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def shard_count(pages: int) -> int:
    """Tell into how many files the words of so many pages are put: a power of two that few edits change."""
    wanted = FEWEST_SHARDS
    while wanted < MOST_SHARDS and wanted * PAGES_OF_A_SHARD < pages:
        wanted *= 2
    return wanted


def shard_of(word: str, count: int) -> int:
    """Tell in which file a word stands; pairs with the same first syllable and next letter stand together."""
    first, space, second = word.partition(" ")
    return zlib.crc32(f"{first} {second[0]}".encode() if space else first.encode()) % count


def letter(number: int) -> str:
    """Write a number as one letter."""
    return chr(number + LOWEST + (number + LOWEST >= SKIPPED))


def number(written: str) -> int:
    """Read a number that `letter` wrote."""
    code = ord(written)
    return code - LOWEST - (code > SKIPPED)


def alphabet(count: int) -> list[str]:
    """Give the letters for all numbers below `count`."""
    return [letter(number) for number in range(count)]


def pack(places: Sequence[int], weights: Iterable[int], letters: Sequence[str]) -> str:
    """Write pages with their weights: how far each page is from the last, then all weights; alike compresses best.

    Args:
        places: The numbers of the pages, each higher than the one before.
        weights: Of each page.
        letters: An alphabet for all numbers up to the highest.
    """
    steps = [letters[after - before - 1] for after, before in zip(places, chain((-1,), places), strict=False)]
    return "".join(steps + [letters[weight] for weight in weights])


def unpack(packed: str) -> list[tuple[int, int]]:
    """Read what `pack` wrote."""
    found = []
    page = -1
    for step, weight in zip(packed[: len(packed) // 2], packed[len(packed) // 2 :], strict=True):
        page += number(step) + 1
        found.append((page, number(weight)))
    return found
