"""The packs of a site to the byte: how they are listed, cut, chosen and compressed."""

import gzip
import json
import zlib
from pathlib import Path

import pytest

from handbook.publish import offline
from handbook.publish.offline import Group, Pack, chosen, groups, is_kept, packed, parts, publish_offline, worker
from handbook.publish.slimming import without_comments
from publish.packs import kept_files, plan_of
from publish.small_site import write

CONTENTS = {f"a/{number}.html": f"<p>{number}</p>".encode() * 40 for number in range(60)}


def test_the_service_worker_names_what_it_has_to_keep() -> None:
    """Each pack with its size as it is sent; the version is that of the day, the list and the code together."""
    packs = [Pack("one", b"abc", 2, first=True), Pack("two", b"", 0, first=False)]
    text = worker(packs, "22/11/2026", 5)
    plan = plan_of(text)
    version = plan.pop("version")
    assert plan == {
        "date": "22/11/2026",
        "pages": 5,
        "packs": [
            {"name": "one", "bytes": 3, "pages": 2, "first": True},
            {"name": "two", "bytes": 0, "pages": 0, "first": False},
        ],
    }
    assert len(version) == 8
    assert {version} != {plan_of(worker(*other))["version"] for other in ((packs, "", 5), (packs[:1], "22/11/2026", 5))}
    assert text.startswith("const PLAN = {")
    code = Path(offline.__file__).with_name("offline_worker.js").read_text(encoding="utf-8")
    assert text.partition(";\n")[2] == without_comments(code)


def test_a_pack_is_compressed_as_it_is_told() -> None:
    """Neither as quickly nor as slowly as can be, and the list in front has no space in it."""
    pack = packed(CONTENTS, None, first=False)
    body = gzip.decompress(pack.content)
    ways = {level: gzip.compress(body, level, mtime=0) for level in (1, 6, 9)}
    assert len(set(ways.values())) == 3
    assert pack.content == ways[6]
    head, _, rest = body.partition(b"\n")
    assert head == json.dumps(json.loads(head), separators=(",", ":")).encode()
    assert rest == b"".join(CONTENTS.values())
    assert (len(pack.name), pack.pages, pack.first) == (16, 60, False)


@pytest.mark.parametrize(
    ("name", "size", "kept"),
    [
        ("a.png", 200_000, True),
        ("a.png", 200_001, False),
        ("a.svg", 200_001, True),
        ("a.html", 9_000_000, True),
        ("a.pdf", 1, False),
        ("sw.js", 1, False),
        ("a/sw.js", 1, True),
        ("assets/javascripts/lunr/a.js", 1, False),
        ("assets/javascripts/workers/a.js", 1, False),
    ],
)
def test_what_belongs_to_the_copy(name: str, size: int, *, kept: bool) -> None:
    """Pictures up to a size, pages of any, and nothing that no page asks for."""
    assert is_kept(name, size) is kept


def test_the_last_group_may_fill_the_room_to_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more, and it stays away."""
    first, second = Group(0, "", {"a": 4}), Group(1, "b", {"b": 6})
    monkeypatch.setattr(offline, "MOST_BYTES", 10)
    assert list(chosen([first, second])) == [first, second]
    monkeypatch.setattr(offline, "MOST_BYTES", 9)
    assert list(chosen([first, second])) == [first]


def test_a_group_that_is_too_large_is_cut_by_the_names_of_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece is called after the group and its number; one that just fits stays whole."""
    files = {"a": 4, "b": 3, "c": 4, "d": 1}
    group = Group(2, "x", files)
    monkeypatch.setattr(offline, "LARGEST_PACK", 12)
    assert list(parts(group)) == [Group(2, "x/0", files)]
    monkeypatch.setattr(offline, "LARGEST_PACK", 6)
    pieces = [{name: size for name, size in files.items() if zlib.crc32(name.encode()) % 2 == part} for part in (0, 1)]
    assert list(parts(group)) == [Group(2, f"x/{part}", inside) for part, inside in enumerate(pieces)]
    assert list(parts(Group(0, "", {}))) == []


def test_a_section_that_is_just_large_enough_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A smaller one shares its packs with others of its rank."""
    monkeypatch.setattr(offline, "SMALLEST_GROUP", 5)
    sizes = {"a/x.html": 5, "b/x.html": 4, "c/x.html": 3, "index.html": 9}
    assert [(group.rank, group.name, list(group.files)) for group in groups(sizes, lambda _: False)] == [
        (0, "", ["index.html"]),
        (3, "a", ["a/x.html"]),
        (3, "", ["b/x.html", "c/x.html"]),
    ]


def test_a_large_picture_stays_on_the_server(tmp_path: Path) -> None:
    """A small one goes along."""
    site = write(tmp_path, {"index.html": "a", "a/small.png": "b", "a/large.png": "c" * 200_001})
    publish_offline(site, "22/11/2026")
    assert kept_files(site).keys() == {"", "a/small.png"}
