"""Publishing changes the site as a whole or not at all."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.diagnostics import Code, Finding, Severity
from handbook.publish.manifest import files_of, manifest
from handbook.publish.publishing import NotASiteError, publish, tidy, work_folder
from handbook.publish.verify import verify
from publish.small_site import whole_site, write

ERROR = Finding("index.html", 1, 1, Code.PUBLISH_LINK, "Hỏng.")
WARNING = Finding("index.html", 1, 1, Code.PUBLISH_LINK, "Hơi hỏng.", severity=Severity.WARNING)


def nothing_to_tell() -> None:
    """Stand for a message that is not expected."""
    pytest.fail("nobody else is publishing")


def maker(version: str) -> Callable[[Path], None]:
    """Give a function that makes a whole site of a version."""
    return lambda folder: void(write(folder, whole_site() | {"version.txt": version}))


def void(_: object) -> None:
    """Leave a result aside."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a published site of version 1."""
    site = tmp_path / "site"
    assert publish(site, maker("1"), verify, nothing_to_tell) == []
    return site


def test_a_verified_site_is_published(site: Path) -> None:
    """The new site stands, and of the making only the lock's file and folders without files are left."""
    assert publish(site, maker("2"), verify, nothing_to_tell) == []
    assert (site / "version.txt").read_text(encoding="utf-8") == "2"
    assert files_of(work_folder(site)) == ["lock"]


def test_the_next_site_stands_in_the_folders_of_the_one_before(site: Path) -> None:
    """Those that it does not need go, and so does whatever somebody has put there."""

    def make(folder: Path) -> None:
        maker("2")(folder)
        write(folder, {"a/b/page.html": "", "a/c/d/page.html": "", "e/page.html": ""})

    def see_nothing(_: Path) -> list[Finding]:
        return []

    publish(site, make, see_nothing, nothing_to_tell)
    publish(site, maker("3"), verify, nothing_to_tell)
    bare = work_folder(site) / "bare"
    kept = (bare / "a" / "c" / "d").stat().st_ino
    write(bare, {"a/b/note.txt": "", "e/f/note.txt": ""})
    (bare / "a" / "link").symlink_to(site)

    publish(site, lambda folder: void(write(folder, whole_site() | {"a/c/d/x.txt": ""})), verify, nothing_to_tell)

    assert (site / "a" / "c" / "d").stat().st_ino == kept
    assert set(files_of(site)) == {*whole_site(), "a/c/d/x.txt"}
    assert not {folder.name for folder in site.rglob("*") if folder.is_dir()} & {"b", "e", "f", "link"}


def test_the_old_site_stays_when_something_is_found(site: Path) -> None:
    """An error in the new site is told, the old site is untouched, and the new one is gone."""
    before = manifest(site)
    assert publish(site, maker("2"), lambda _: [WARNING, ERROR], nothing_to_tell) == [WARNING, ERROR]
    assert manifest(site) == before
    assert [file.name for file in work_folder(site).iterdir()] == ["lock"]


def test_what_a_killed_build_left_is_cleared_without_a_new_site(site: Path) -> None:
    """Half a site beside a whole one goes; the whole one stays as it is."""
    before = manifest(site)
    maker("2")(work_folder(site) / "fresh")
    tidy(site, nothing_to_tell)
    assert manifest(site) == before
    assert [file.name for file in work_folder(site).iterdir()] == ["lock"]


def test_a_warning_does_not_hold_a_site_back(site: Path) -> None:
    """Warnings are told and the new site is published all the same."""
    assert publish(site, maker("2"), lambda _: [WARNING], nothing_to_tell) == [WARNING]
    assert (site / "version.txt").read_text(encoding="utf-8") == "2"


@pytest.mark.parametrize("trouble", [ValueError("x"), KeyboardInterrupt(), SystemExit(1)])
def test_the_old_site_stays_when_making_fails(site: Path, trouble: BaseException) -> None:
    """Whatever is raised while the site is made goes through, and nothing has changed."""
    before = manifest(site)

    def fail(folder: Path) -> None:
        write(folder, {"index.html": "half"})
        raise trouble

    with pytest.raises(type(trouble)):
        publish(site, fail, verify, nothing_to_tell)
    assert manifest(site) == before
    assert [file.name for file in work_folder(site).iterdir()] == ["lock"]


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path) -> None:
    """Somebody's own folder given as the place of the site is refused and left as it is."""
    site = write(tmp_path / "site", {"thu-rieng.txt": "x"})
    with pytest.raises(NotASiteError, match="để nguyên"):
        publish(site, maker("1"), verify, nothing_to_tell)
    assert [file.name for file in site.iterdir()] == ["thu-rieng.txt"]


def test_an_empty_folder_may_become_a_site(tmp_path: Path) -> None:
    """A folder made beforehand is taken."""
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", maker("1"), verify, nothing_to_tell)
    assert (tmp_path / "site" / "version.txt").is_file()


def test_a_symbolic_link_to_the_site_stays_a_link(site: Path, tmp_path: Path) -> None:
    """The folder behind the link is replaced, not the link."""
    link = tmp_path / "link"
    link.symlink_to(site)
    publish(link, maker("2"), verify, nothing_to_tell)
    assert link.is_symlink()
    assert (site / "version.txt").read_text(encoding="utf-8") == "2"


def test_two_publishers_take_turns(site: Path) -> None:
    """The second one says that it waits, and goes on when the first has ended, even if it was killed."""
    program = (
        "import sys, time; from pathlib import Path; from handbook.publish.lock import held\n"
        "with held(Path(sys.argv[1]), lambda: None): print('held', flush=True); time.sleep(60)"
    )
    hooks = str(Path(__file__).parents[2] / "hooks")
    with subprocess.Popen(
        [sys.executable, "-c", program, str(work_folder(site) / "lock")],
        env={"PYTHONPATH": hooks},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        told: list[str] = []

        def waiting() -> None:
            told.append("waiting")
            other.kill()

        publish(site, maker("2"), verify, waiting)
    assert told == ["waiting"]
    assert (site / "version.txt").read_text(encoding="utf-8") == "2"
