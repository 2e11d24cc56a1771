"""How large the pictures of a page are, written into it: text below one then stays where it is while that arrives.

Knows pages as text and pictures by their first bytes.
"""

import html as markup
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_PICTURE = re.compile(r'<img (?![^>]*\s(?:width|height)=)(?=[^>]*\bsrc="([^"]+)")')
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEAD = 24
"""Bytes, up to the end of the height."""
_JPEG = b"\xff\xd8"
_MARK = 0xFF
_FRAME_HEAD = 9
"""Bytes, up to the end of the width."""
# Markers of JPEG that open a frame, after whose length and depth stand its height and width.
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def with_sizes(html: str, folder: Path, address: str) -> str:
    """Give each picture of a page its width and height, and let those far below be fetched when a reader comes near.

    Args:
        html: The page or its content; pictures that have a size already stay as they are.
        folder: Where the files of the site's addresses are.
        address: The page's own address inside the site.

    Raises:
        OSError: A picture cannot be read.
    """

    def sized(found: re.Match[str]) -> str:
        link = urlsplit(markup.unescape(found[1]))
        if link.scheme or link.netloc or not link.path:
            return found[0]
        file = folder / posixpath.normpath(posixpath.join("/", address, unquote(link.path))).lstrip("/")
        size = size_of(file.read_bytes()) if file.is_file() else None
        return f'<img width="{size[0]}" height="{size[1]}" loading="lazy" ' if size else found[0]

    return _PICTURE.sub(sized, html)


def size_of(content: bytes) -> tuple[int, int] | None:
    """Give the width and height of a PNG or JPEG picture, in its own pixels; None of anything else."""
    if content.startswith(_PNG):
        is_whole = len(content) >= _PNG_HEAD
        return (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) if is_whole else None
    return _size_of_jpeg(content) if content.startswith(_JPEG) else None


def _size_of_jpeg(content: bytes) -> tuple[int, int] | None:
    place = len(_JPEG)
    while place + _FRAME_HEAD <= len(content) and content[place] == _MARK:
        if content[place + 1] in _FRAMES:
            return int.from_bytes(content[place + 7 : place + 9]), int.from_bytes(content[place + 5 : place + 7])
        place += 2 + int.from_bytes(content[place + 2 : place + 4])
    return None
