"""Files as nobody should send them: random, damaged, bottomless, bomb-like, under odd names; each told by its seed.

The same seed makes the same file from the same material. Knows nothing of what is done with it.
"""

import os
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import yaml

from hostile_words import DEEP, KEYS, LONG, MARKS, NAMES, NAMES_IN_BYTES, TOKENS, VALUES


@dataclass(frozen=True, slots=True)
class HostileFile:
    """A file to put into a handbook: how it was made, its path from the handbook's root, and its bytes."""

    what: str
    path: bytes
    content: bytes


def hostile_file(seed: int, material: Mapping[str, bytes]) -> HostileFile:
    """Make a file from good ones: `material` holds their bytes by their paths."""
    chance = random.Random(seed)  # noqa: S311 - the same file for the same seed
    path = chance.choice(sorted(material))
    content = material[path]
    told = []
    ways = chance.choices(tuple(WAYS), tuple(WAYS.values()), k=chance.choice((1, 1, 1, 2, 3)))
    for way in sorted(ways, key=lambda way: way is not _values):  # they are read first, as long as that can be done
        told.append(way.__name__.strip("_"))
        content = way(content, path, chance)
    place = os.fsencode(path)
    if chance.random() < 1 / 20:
        told.append("odd name")
        place = _odd_path(path, chance)
    return HostileFile(f"{path}: {', '.join(told)}", place, content)


def _odd_path(path: str, chance: random.Random) -> bytes:
    good = PurePosixPath(path)
    stem = chance.choice((*(name.encode() for name in NAMES), *NAMES_IN_BYTES))
    ending = chance.choice((good.suffix, good.suffix, good.suffix, good.suffix.upper(), ".yaml", "", ".png", ".html"))
    folder = chance.choice((b"", b"", stem + b"/"))
    return b"%s/%s%s%s" % (good.parent.as_posix().encode(), folder, stem, ending.encode())


def _random_bytes(_content: bytes, _path: str, chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice((1, 10, 1000, 20_000)))


def _random_tokens(content: bytes, path: str, chance: random.Random) -> bytes:
    """Signs in any order, alone, within a good file or as the prose under a good head."""
    signs = MARKS if path.endswith(".md") and chance.random() < 3 / 4 else TOKENS
    made = "".join(chance.choices(signs, k=chance.choice((3, 30, 300, 3000)))).encode()
    return chance.choice((made, _head(content) + made, _put(content, made, chance)))


def _bytes(content: bytes, _path: str, chance: random.Random) -> bytes:
    """Bytes taken away, put in, replaced, doubled or moved."""
    for _ in range(chance.choice((1, 2, 5, 50))):
        at, to = sorted(chance.randrange(len(content) + 1) for _ in range(2))
        to = min(to, at + chance.choice((1, 1, 4, 100)))
        piece = content[at:to]
        new = chance.choice(
            (b"", chance.randbytes(1), chance.randbytes(4), piece * 2, piece[::-1], bytes([chance.randrange(128)]))
        )
        content = content[:at] + new + content[to:]
    return content


def _lines(content: bytes, _path: str, chance: random.Random) -> bytes:
    """Lines taken away, doubled, moved, indented, joined."""
    lines = content.split(b"\n")
    for _ in range(chance.choice((1, 2, 5, 20))):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        line = lines[at]
        way = chance.randrange(7)
        if way == 0:
            lines[at : at + 1] = [] if len(lines) > 1 else [b""]
        elif way == 1:
            lines[at : at + 1] = [line] * chance.choice((2, 3, 100))
        else:
            moved = (line, b" " * chance.randrange(9) + line, line.strip(), line + lines[other], b"", b"# " + line)
            lines[at], lines[other] = lines[other], chance.choice(moved)
    return b"\n".join(lines)


def _values(content: bytes, path: str, chance: random.Random) -> bytes:
    """Values of the right file in wrong places, of wrong types, missing, or under wrong keys."""
    head, body = (_head(content)[4:-4], content[len(_head(content)) :]) if path.endswith(".md") else (content, b"")
    try:
        values = yaml.load(head, Loader=yaml.CSafeLoader)
    except (ValueError, yaml.YAMLError):
        return content
    for _ in range(chance.choice((1, 1, 2, 10))):
        places = _places(values)
        if not places:
            break
        holder, key = chance.choice(places)
        way = chance.randrange(5)
        if way == 0:
            del holder[key]
        elif way == 1:
            other, there = chance.choice(places)
            found = isinstance(other, dict) and there in other
            holder[key] = other[there] if found else None
        elif way == 2 and isinstance(holder, dict):
            holder[chance.choice((*KEYS, *VALUES[:11]))] = holder.pop(key)
        else:
            holder[key] = odd_value(chance)
    try:
        text = yaml.dump(
            values,
            Dumper=yaml.CSafeDumper,
            allow_unicode=chance.random() < 3 / 4,
            sort_keys=False,
            width=chance.choice((20, 10**6)),
        )
    except (ValueError, yaml.YAMLError):
        return content
    made = text.encode("utf-8", "surrogatepass")
    return b"---\n" + made + b"---\n" + body if path.endswith(".md") else made


def odd_value(chance: random.Random, depth: int = 0) -> Any:
    """Give a value that nobody expects, alone or with others."""
    if depth > 2 or chance.random() < 3 / 4:
        return chance.choice(VALUES)
    inner = [odd_value(chance, depth + 1) for _ in range(chance.choice((0, 1, 3, 200)))]
    if chance.random() < 1 / 2:
        return inner
    return {str(chance.choice((number, "id", "title", "text"))): one for number, one in enumerate(inner)}


def _places(values: Any) -> list[tuple[Any, Any]]:
    """Every place inside values: what holds it, and its key."""
    found: list[tuple[Any, Any]] = []
    waiting = [values]
    while waiting and len(found) < 10_000:
        holder = waiting.pop()
        pairs: Sequence[tuple[Any, Any]] = ()
        if isinstance(holder, dict):
            pairs = tuple(holder.items())
        elif isinstance(holder, list):
            pairs = tuple(enumerate(holder))
        found += [(holder, key) for key, _ in pairs]
        waiting += [inner for _, inner in pairs]
    return found


def _deep(content: bytes, _path: str, chance: random.Random) -> bytes:
    """Something inside itself, a few times or without end; as a file, a value, or prose."""
    before, after = chance.choice(DEEP)
    depth = chance.choice((30, 300, 3000, 30_000, 100_000))
    made = (before * depth + "a" + after * chance.choice((depth, depth, 0))).encode()
    return chance.choice((made, b"a: " + made + b"\n", _head(content) + made + b"\n", _put(content, made, chance)))


def _bomb(content: bytes, path: str, chance: random.Random) -> bytes:
    """Aliases that stand for ever more, keys that merge, keys that repeat."""
    width, levels = chance.choice(((9, 9), (2, 30), (100, 5), (3000, 1)))
    layers = [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]" for level in range(1, levels + 1)]
    merged = [f"b{level}: &b{level} {{<<: [*b{level - 1}, *b{level - 1}]}}" for level in range(1, levels + 1)]
    ways = (
        "a0: &a0 x\n" + "\n".join(layers),
        "b0: &b0 {k: v}\n" + "\n".join(merged),
        "a: &a [*a]",
        "a: &a {b: *a, <<: *a}",
        "\n".join(f"k: {number}" for number in range(chance.choice((2, 20_000)))),
        "\n".join(f"k{number}: &k{number} x" for number in range(chance.choice((2, 20_000)))),
        "title: " + "*a " * 1000,
        "? " * chance.choice((2, 1000)) + "a",
    )
    made = f"{chance.choice(ways)}\n".encode()
    whole = b"---\n" + made + b"---\n\nA\n" if path.endswith(".md") else made
    return chance.choice((whole, content + made, _put(content, b"\n" + made, chance)))


def _writing(content: bytes, _path: str, chance: random.Random) -> bytes:
    """The same words in another encoding, with other line ends, with hidden signs, decomposed, or on one long line."""
    text = content.decode("utf-8", "replace")
    long = chance.choice(LONG)
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: text.encode("utf-16"),
        lambda: text.encode("utf-16-be"),
        lambda: text.encode("utf-32"),
        lambda: text.encode("cp1258", "replace"),
        lambda: b"\xef\xbb\xbf" * chance.choice((1, 2)) + content,
        lambda: content.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\r", b"\x0b", b"\xe2\x80\xa8", b"\xc2\x85"))),
        lambda: content.replace(b" ", chance.choice((b"\t", b"\xc2\xa0", b"\xe2\x80\x8b", b"\0", b"\xe3\x80\x80"))),
        lambda: _put(
            content, chance.choice(("\\ud800", "\\0", "\\x1b[2J", "\\u202e", "\u0301" * 1000)).encode(), chance
        ),
        lambda: _put(content, (long * chance.choice((100, 10_000, 100_000))).encode(), chance),
        lambda: content[: chance.randrange(len(content) + 1)],
        lambda: b"",
        lambda: b"\n" * chance.choice((1, 100_000)),
    )
    return chance.choice(ways)()


def _put(content: bytes, piece: bytes, chance: random.Random) -> bytes:
    """Put a piece somewhere, oftenest where a value or a line begins."""
    starts = [at + 1 for at, byte in enumerate(content) if byte in b"\n "] or [0]
    at = chance.choice(starts) if chance.random() < 3 / 4 else chance.randrange(len(content) + 1)
    return content[:at] + piece + content[at + chance.choice((0, 0, len(piece))) :]


def _head(content: bytes) -> bytes:
    """The front matter of a page with its fences; nothing for other files."""
    end = content.find(b"\n---\n", 4) if content.startswith(b"---\n") else -1
    return content[: end + 5] if end > 0 else b""


WAYS: Mapping[Callable[[bytes, str, random.Random], bytes], int] = {
    _random_bytes: 1,
    _random_tokens: 4,
    _bytes: 4,
    _lines: 3,
    _values: 8,
    _deep: 3,
    _bomb: 2,
    _writing: 3,
}
"""What may be done to a file, and how often."""
