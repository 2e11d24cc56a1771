"""The copy that devices keep: whole where there is room, the same for the same site, new only where it changed."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.publish import offline
from handbook.publish.offline import Group, chosen, groups, packed, parts, publish_offline
from publish.packs import kept_files, plan_of, unpacked
from publish.small_site import page, whole_site, write

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1).filter(lambda name: name != "..")
FOLDERS, ENDINGS = st.sampled_from(["", "assets", "muc", "muc/sâu", "search"]), st.sampled_from([".html", ".js"])
SITE = st.dictionaries(st.builds("{}/{}{}".format, FOLDERS, NAMES, ENDINGS), st.binary(max_size=40))
DAY = "22/11/2026"
DEFLATED_BADLY = b"\x1f\x8b\x08" + bytes(7) + b"\xff" * 9
"""The head of a pack that is as it should be, and nothing behind it that can be unpacked."""
ASSETS = {"assets/a.css": "a", "assets/javascripts/handbook-1/page.js": "b", "assets/c.woff2": "c"}
LEFT_OUT = {
    "assets/javascripts/lunr/lunr.vi.min.js": "",
    "assets/javascripts/bundle.js.map": "",
    "bieu-mau/giay.docx": "",
    "bieu-mau/giay.pdf": "",
    "_headers": "",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with a page that has a tool, and with what devices do not keep."""
    tool = {"bang/mot/index.html": page(head='<meta name="handbook-tools" content="checklist">')}
    return write(tmp_path / "site", {**whole_site(), **ASSETS, **LEFT_OUT, **tool})


def test_pages_and_what_they_are_made_of_are_kept(site: Path) -> None:
    """Under the addresses by which browsers ask for them, with their types; papers to take away are not."""
    publish_offline(site, DAY)
    found = kept_files(site)

    assert {"", "muc/", "bang/mot/", "404.html", "search/search_index.json", *ASSETS} <= found.keys()
    assert not [name for name in found if name.removeprefix("/") in LEFT_OUT or name.endswith((".xml", "sw.js"))]
    assert found["muc/"] == ("text/html; charset=utf-8", (site / "muc/index.html").read_bytes())
    plan = plan_of((site / "sw.js").read_text(encoding="utf-8"))
    assert (plan["date"], plan["pages"]) == (DAY, 4)
    assert sum(pack["pages"] for pack in plan["packs"]) == 4


def test_what_every_page_needs_is_fetched_first_then_what_is_worked_with(site: Path) -> None:
    """Readers who save data get the first packs alone."""
    publish_offline(site, DAY)
    plan = plan_of((site / "sw.js").read_text(encoding="utf-8"))
    held = [unpacked((site / "offline" / f"{pack['name']}.pack").read_bytes()) for pack in plan["packs"]]

    assert [pack["first"] for pack in plan["packs"]] == [True] + [False] * (len(held) - 1)
    assert {"", "404.html", *ASSETS} <= held[0].keys()
    assert list(held[1]) == ["bang/mot/"]


def test_the_same_site_gives_the_same_bytes_and_a_change_touches_its_own_pack(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version changes with any of it, so that browsers notice."""
    monkeypatch.setattr(offline, "SMALLEST_GROUP", 0)
    publish_offline(site, DAY)
    before = {file.name: file.read_bytes() for file in (site / "offline").iterdir()}
    worker = (site / "sw.js").read_text(encoding="utf-8")
    again = write(tmp_path / "again", {name: (site / name).read_text(encoding="utf-8") for name in _sources(site)})
    publish_offline(again, DAY)
    assert {file.name: file.read_bytes() for file in (again / "offline").iterdir()} == before
    assert (again / "sw.js").read_text(encoding="utf-8") == worker

    changed = write(tmp_path / "changed", {name: (site / name).read_text(encoding="utf-8") for name in _sources(site)})
    (changed / "muc/index.html").write_text(page("<p>Khác</p>"), encoding="utf-8")
    publish_offline(changed, DAY)
    assert len(before.keys() - {file.name for file in (changed / "offline").iterdir()}) == 1
    assert plan_of((changed / "sw.js").read_text(encoding="utf-8"))["version"] != plan_of(worker)["version"]


def _sources(site: Path) -> list[str]:
    files = (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return [name for name in files if name != "sw.js" and not name.startswith("offline/")]


@given(SITE, st.integers(1, 60), st.integers(0, 60))
def test_no_file_is_lost_or_doubled(files: dict[str, bytes], largest: int, smallest: int) -> None:
    """However files are grouped and cut, each is in one pack, whole."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(offline, "LARGEST_PACK", largest)
        patch.setattr(offline, "SMALLEST_GROUP", smallest)
        found = groups({name: len(content) for name, content in files.items()}, lambda name: "mục" in name)
        pieces = [part.files for group in chosen(found) for part in parts(group)]
        packs = [packed({name: files[name] for name in one}, None, first=False) for one in pieces]
    held = [unpacked(pack.content) for pack in packs]

    assert sum(map(len, held)) == len(files)
    assert sorted(content for one in held for _, content in one.values()) == sorted(files.values())


def test_a_device_gets_no_more_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What every page needs is always there; the others while they fit, the smaller of equals before the larger."""
    monkeypatch.setattr(offline, "MOST_BYTES", 10)
    found = [Group(0, "", {"index.html": 2}), Group(1, "a", {"a": 4}), Group(3, "b", {"b": 5})]

    assert [group.name for group in chosen(found)] == ["", "a"]
    assert [group.name for group in chosen([Group(0, "", {"index.html": 20}), *found[1:]])] == [""]


@pytest.mark.parametrize("damage", [None, b"", b"half", b"\x1f\x8b\x08\0", DEFLATED_BADLY])
def test_a_pack_that_is_there_already_is_taken_if_it_is_whole(site: Path, tmp_path: Path, damage: bytes | None) -> None:
    """What the last build compressed need not be compressed anew; what has been damaged since is."""
    publish_offline(site, DAY)
    whole = {file.name: file.read_bytes() for file in (site / "offline").iterdir()}
    before = write(tmp_path / "before", {"offline/other.pack": ""})
    for name, content in whole.items():
        other = gzip.compress(gzip.decompress(content), 1, mtime=0)  # the same, told from what would be made now
        (before / "offline" / name).write_bytes(other if damage is None else damage)
    publish_offline(site, DAY, before)

    made = {file.name: file.read_bytes() for file in (site / "offline").iterdir()}
    assert made.keys() == whole.keys()
    assert (made == whole) is (damage is not None)
    assert [gzip.decompress(made[name]) for name in whole] == [gzip.decompress(content) for content in whole.values()]
