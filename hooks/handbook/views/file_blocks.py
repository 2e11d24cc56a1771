"""The block of files to take away: what each is called, how big it is, where it stands."""

from dataclasses import dataclass

from handbook.views.pieces import Link


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file that a page offers."""

    words: str
    """What it is, such as "PDF"."""
    address: str
    """From the root of the site."""
    saved_as: str
    """The name under which a browser saves it: the record's title in Vietnamese, readable in a folder."""
    extent: str = ""
    """Pages and size in words, such as "2 trang, 84 KB"; empty while the file is not made."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A record with its files, in the list of all of them."""

    link: Link
    files: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True)
class Files:
    """Records with their files."""

    rows: tuple[FileRow, ...]
