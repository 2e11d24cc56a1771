"""Every address that was ever published leads somewhere, in what the rule knows and in the built site."""

import re
from pathlib import Path

import pytest

from building import DATE, ROOT, run_command
from commands import check
from handbook.publish.manifest import files_of
from handbook.rules.published import read_list, with_new
from second_handbooks import copy_of_second

LIST = "du-lieu/published-addresses.txt"


@pytest.fixture
def configuration(tmp_path: Path) -> Path:
    """A copy of the second handbook that keeps its addresses."""
    found = copy_of_second(tmp_path)
    assert check.main(["--config-file", str(found), "--date", DATE, "--keep-addresses"]) == 0
    return found


def _check(configuration: Path) -> int:
    return check.main(["--config-file", str(configuration), "--date", DATE])


def test_a_renamed_record_and_part_keep_their_addresses(configuration: Path) -> None:
    """After the rename command every kept address still leads somewhere, and the new ones are added, none taken."""
    before = read_list((configuration.parent / LIST).read_text(encoding="utf-8"))
    for old, new in (("hop-cu-dan", "hop-ca-nha"), ("hop-ca-nha#notice", "dan-giay")):
        done = run_command("rename", "checklist", old, new, "--config-file", configuration, "--date", DATE)
        assert done.returncode == 0, done.stdout + done.stderr

    told = _check(configuration)
    check.main(["--config-file", str(configuration), "--date", DATE, "--keep-addresses"])
    after = read_list((configuration.parent / LIST).read_text(encoding="utf-8"))

    assert told == 0
    assert "viec/hop-ca-nha/" in after.keys() - before.keys()
    assert all(anchors <= after[page] for page, anchors in before.items())


def test_a_moved_page_keeps_its_address_by_its_old_path(
    configuration: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page written by hand that moves is lost until it names its old path."""
    pages = configuration.parent / "bai-viet"
    text = (pages / "gioi-thieu.md").read_text(encoding="utf-8")
    (pages / "gioi-thieu.md").unlink()
    (pages / "hop" / "gioi-thieu.md").write_text(text, encoding="utf-8")
    settings = configuration.read_text(encoding="utf-8").replace(": gioi-thieu.md", ": hop/gioi-thieu.md")
    configuration.write_text(settings, encoding="utf-8")
    lost = _check(configuration)
    told = capsys.readouterr().out
    moved = text.replace("description:", "old_paths: [gioi-thieu.md]\ndescription:")
    (pages / "hop" / "gioi-thieu.md").write_text(moved, encoding="utf-8")

    assert lost == 1
    assert "“/gioi-thieu/” không còn dẫn tới đâu. [page.lost]" in told
    assert _check(configuration) == 0


def test_the_list_is_read_as_it_is_written() -> None:
    """The start page, pages with and without anchors come back as they were; nothing that was kept is dropped."""
    kept = {"": frozenset({"a"}), "x/": frozenset[str]()}
    now = {"x/": frozenset({"b"}), "y/z/": frozenset({"c"})}

    assert read_list(with_new(kept, now)) == {"": {"a"}, "x/": {"b"}, "y/z/": {"c"}}


def test_all_published_addresses_are_in_the_built_site(site: Path) -> None:
    """Each address of this handbook's own list is a page of its site, and each anchor an id on it."""
    kept = read_list((ROOT / "data" / "published-addresses.txt").read_text(encoding="utf-8"))
    files = frozenset(files_of(site))
    lost = []
    for page, anchors in kept.items():
        if f"{page}index.html" not in files:
            lost.append(page)
            continue
        text = (site / page / "index.html").read_text(encoding="utf-8")
        lost += [f"{page}#{anchor}" for anchor in anchors - set(re.findall(r'\sid="([^"]*)"', text))]

    assert len(kept) > 300
    assert lost == []
