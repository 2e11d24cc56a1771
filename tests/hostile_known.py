"""Files that once made the check stumble: they are checked before all others, with seeds below zero."""

from collections.abc import Mapping

from hostile_files import HostileFile

PAGE = "bai-viet/hop/hoi-nghi.md"
CONFIGURATION = "mkdocs.yml"
RECORD = "du-lieu/terms/ban-quan-tri.yml"
NAVIGATION = "nav:\n"


def known_files(material: Mapping[str, bytes]) -> tuple[HostileFile, ...]:
    """Give them; `material` holds good files by their paths."""
    page, record = material[PAGE], material[RECORD]
    configuration, _, _ = material[CONFIGURATION].partition(NAVIGATION.encode())
    doubled = "".join(f"  - &a{level} [*a{level - 1}, *a{level - 1}]\n" for level in range(1, 60))
    return (
        *(_file("signs without end", PAGE, page + sign * 30_000) for sign in (b"[", b"((", b"*a ", b"| [", b"![")),
        _file("a reference time and again", RECORD, record + b"note: " + b"((a)) " * 9_000 + b"\n"),
        _file(
            "a fault after many lines", RECORD, b"".join(b"k%d: x\n" % line for line in range(20_000)) + b"a\nb: c\n"
        ),
        _file("quotations without end", PAGE, page + b"\n\n> " * 100_000),
        _file("a text of digits", RECORD, record.replace(b"version: 1", b"version: '%s'" % (b"1" * 5000))),
        _file("far too many references", RECORD, record + b"note: " + b"((a)) " * 100_000 + b"\n"),
        *(_file("a name that is no UTF-8", name, record) for name in (b"du-lieu/terms/\xff.yml", b"bai-viet/\xff.md")),
        _file("a picture under such a name", b"bai-viet/hinh/\xff.png", b"x"),
        _file("a bomb", CONFIGURATION, configuration + f"{NAVIGATION}  - &a0 a.md\n{doubled}".encode()),
        _file("a list in itself", CONFIGURATION, configuration + b"nav: &a [*a]\n"),
        _file("lists without end", CONFIGURATION, configuration + b"nav: " + b"[" * 100_000),
    )


def _file(what: str, path: str | bytes, content: bytes) -> HostileFile:
    return HostileFile(what, path.encode() if isinstance(path, str) else path, content)
