"""Whatever the system refuses, the last good site stands, people are told plainly, and the next build is right."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

import faulty_builds
from building import DATE, ROOT
from faulty_builds import ENVIRONMENT, Outcome, Trial, outcomes
from handbook.publish.manifest import files_of, manifest
from handbook.publish.publishing import work_folder
from second_handbooks import project_with_second

EARLIER, TOO_EARLY = "2026-11-21", "2026-11-01"
FAR_AWAY = 4_000_000_000
"""A moment of the year 2096."""


class Bench:
    """A small handbook that was published once, and has been changed since."""

    def __init__(self, folder: Path) -> None:
        """Publish it, change it, and build aside what has to come of it."""
        self.folder = folder
        self.config_file = project_with_second(folder / "project")
        self.page = self.config_file.parent / "bai-viet" / "gioi-thieu.md"
        self.site = folder / "out" / "site"
        self.cache = folder / "cache"
        (first,) = outcomes(self.build())
        assert first.code == 0, first.told
        self.old = manifest(self.site)
        self._text = self.page.read_text(encoding="utf-8")
        self.page.write_text(f"{self._text}\nMột đoạn mới.\n", encoding="utf-8")
        self.new = self.built_aside()
        assert self.new != self.old

    def build(self, date: str = DATE, **fault: str | int | bool) -> Trial:
        """Give a build of it, with a fault."""
        return self.build_into(self.site, "--cache", str(self.cache), "--date", date, **fault)

    def build_into(self, site: Path, *arguments: str, **fault: str | int | bool) -> Trial:
        """Give a build of it into another folder."""
        named = ["--config-file", str(self.config_file), "--site-dir", str(site), "--files", "none"]
        return Trial("build", [*named, *arguments], **{"folder": str(self.folder), **fault})  # type: ignore[arg-type]

    def built_aside(self, date: str = DATE) -> dict[str, str]:
        """Give what a build from nothing makes of it as it is now."""
        (done,) = outcomes(self.build_into(self.folder / "aside" / "site", "--no-cache", "--date", date))
        assert done.code == 0, done.told
        return manifest(self.folder / "aside" / "site")

    def holds(self, outcome: Outcome) -> None:
        """A whole site stands, the old one with plain words or the new one; nothing half done lies beside it."""
        assert "Traceback" not in outcome.told
        if outcome.code == 0:
            assert manifest(self.site) == self.new
        else:
            assert outcome.code in {1, 2}, outcome
            assert "Cách sửa: " in outcome.told
            assert manifest(self.site) == self.old
        work = work_folder(self.site)
        if work.is_dir():
            assert {file.name for file in work.iterdir()} <= {"lock", "bare"}
            assert files_of(work) in ([], ["lock"])

    def next_is_right(self) -> None:
        """A build without a fault publishes what has changed."""
        (done,) = outcomes(self.build())
        assert done.code == 0, done.told
        assert manifest(self.site) == self.new

    def begin_again(self) -> None:
        """Let the old site stand, and remember nothing of what was built since."""
        self.page.write_text(self._text, encoding="utf-8")
        (done,) = outcomes(self.build())
        assert done.code == 0, done.told
        assert manifest(self.site) == self.old
        self.page.write_text(f"{self._text}\nMột đoạn mới.\n", encoding="utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A handbook to try faults on, one after the other."""
    return Bench(tmp_path_factory.mktemp("faults"))


@pytest.fixture
def bench(published: Bench) -> Iterator[Bench]:
    """The handbook as it was at first; afterwards permissions that a test took away are given back."""
    published.begin_again()
    yield published
    for folder in (published.folder, *(path for path in published.folder.rglob("*") if path.is_dir())):
        if not folder.is_symlink():
            folder.chmod(0o755)


def _fill(bench: Bench, moments: int, sizes: range) -> None:
    """Let the disk be full at moments spread over a whole build, and let no file be larger than some sizes."""
    (whole,) = outcomes(bench.build())
    assert whole.made > moments
    bench.begin_again()
    fulls = [bench.build(full_after=whole.made * moment // moments) for moment in range(moments)]
    small = [bench.build(largest=10**size) for size in sizes]
    ends = set()
    for trial in [*fulls, *small]:
        (outcome,) = outcomes(trial)
        bench.holds(outcome)
        ends.add(outcome.code)
        if outcome.code == 0:
            bench.begin_again()
        else:
            assert "trang cũ giữ nguyên" in outcome.told
            assert "Ổ đĩa đã đầy" in outcome.told or "lớn hơn mức hệ thống cho phép" in outcome.told
    assert 2 in ends
    bench.next_is_right()


def test_a_full_disk_leaves_the_old_site(bench: Bench) -> None:
    """Nothing more can be made from some moment on, or only small files; a sample of moments."""
    _fill(bench, 2, range(4, 5))


@pytest.mark.long
def test_a_full_disk_at_any_moment_leaves_the_old_site(bench: Bench) -> None:
    """The same at forty moments."""
    _fill(bench, 40, range(8))


def test_what_may_not_be_written_is_told(bench: Bench) -> None:
    """The folder for the site, the work folder, the site itself, and one that is no folder."""
    (bench.folder / "file").write_text("x", encoding="utf-8")
    closed = bench.folder / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    work_folder(bench.site).chmod(0o555)
    into_closed, over_file, below_file, kept_from_work = outcomes(
        bench.build_into(closed / "site", "--no-cache", obeys=True),
        bench.build_into(bench.folder / "file", "--no-cache"),
        bench.build_into(bench.folder / "file" / "site", "--no-cache"),
        bench.build(obeys=True),
    )

    assert "Không có quyền đọc, ghi: " in into_closed.told
    assert "không phải trang đã dựng; để nguyên." in over_file.told
    assert "cần thư mục mà đang là tệp: " in below_file.told
    assert "Không có quyền đọc, ghi: " in kept_from_work.told
    for outcome in (into_closed, over_file, below_file, kept_from_work):
        assert outcome.code == 2
        bench.holds(outcome)
    work_folder(bench.site).chmod(0o755)
    bench.next_is_right()


def test_what_may_not_be_read_is_told(bench: Bench) -> None:
    """A record, a folder of records, a page, a file of the theme."""
    root = bench.config_file.parent
    record = root / "du-lieu" / "terms" / "ban-quan-tri.yml"
    style = bench.folder / "project" / "theme" / "partials" / "path.html"
    for path, told in (
        (record, "du-lieu/terms/ban-quan-tri.yml:1:1: lỗi: Không mở được tệp này."),
        (bench.page, "bai-viet/gioi-thieu.md:1:1: lỗi: Không mở được tệp này."),
        (record.parent, "du-lieu/terms:1:1: lỗi: Không mở được thư mục này."),
        (style, "path.html"),
        (bench.config_file, "mkdocs.yml:1:1: lỗi: Không mở được tệp cấu hình."),
    ):
        mode = path.stat().st_mode
        path.chmod(0)
        (outcome,) = outcomes(bench.build(obeys=True))
        path.chmod(mode)
        assert told in outcome.told
        assert outcome.code != 0
        bench.holds(outcome)
    bench.next_is_right()


def test_without_a_place_to_remember_a_build_is_only_slower(bench: Bench) -> None:
    """A cache that may not be written, that is a file, that is full of folders in the place of files."""
    shutil.rmtree(bench.cache)
    bench.cache.write_text("x", encoding="utf-8")
    (over_file,) = outcomes(bench.build())
    assert over_file.code == 0, over_file.told
    bench.holds(over_file)
    bench.cache.unlink()
    bench.begin_again()
    places = sorted((path for path in bench.cache.rglob("*") if path.is_file()), key=str)
    for path in places:
        path.unlink()
        path.mkdir()
    for path in sorted(bench.cache.rglob("*")):
        path.chmod(0o555)
    (closed,) = outcomes(bench.build(obeys=True))
    assert closed.code == 0, closed.told
    bench.holds(closed)
    for path in sorted(bench.cache.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(bench.cache)


def _edit(bench: Bench, moments: int) -> None:
    """Let somebody write to a page while a build reads."""
    text = bench.page.read_text(encoding="utf-8")
    (whole,) = outcomes(bench.build())
    bench.begin_again()
    ends = []
    for moment in range(moments):
        before = manifest(bench.site)
        after = whole.opened * moment // moments + 1
        (outcome,) = outcomes(bench.build(edited=str(bench.page), edited_after=after))
        assert "Traceback" not in outcome.told
        ends.append(outcome.code)
        edited = bench.built_aside()
        if outcome.code == 0:  # before anything was read, or after everything was
            assert manifest(bench.site) in (bench.new, edited)
        else:
            assert "Có tệp bị sửa trong lúc dựng" in outcome.told
            assert manifest(bench.site) == before
        (after_all,) = outcomes(bench.build())
        assert after_all.code == 0, after_all.told
        assert manifest(bench.site) == edited
        bench.page.write_text(text, encoding="utf-8")
    assert 1 in ends
    bench.next_is_right()


def test_what_changes_during_a_build_is_never_published_in_half(bench: Bench) -> None:
    """A page is written to while the site is made; a sample of moments."""
    _edit(bench, 2)


@pytest.mark.long
def test_what_changes_at_any_moment_is_never_published_in_half(bench: Bench) -> None:
    """The same at forty moments."""
    _edit(bench, 40)


def test_several_builds_at_once_end_well(bench: Bench) -> None:
    """They share a site and what they remember; each ends with the whole site."""
    trial = json.dumps([asdict(bench.build())])
    command = [sys.executable, "-X", "utf8", faulty_builds.__file__, trial]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT) for _ in range(3)]
    for one in running:
        told = one.communicate()[0]
        (outcome,) = (Outcome(**found) for found in json.loads(told))
        assert outcome.code == 0, outcome.told
        assert manifest(bench.site) == bench.new
    bench.holds(outcome)


def test_a_clock_that_was_set_back_makes_no_difference(bench: Bench) -> None:
    """Everything seems to be of the far future, and the day of the build is earlier than that of the last one."""
    for path in (*bench.config_file.parent.rglob("*"), *bench.cache.rglob("*"), *bench.site.rglob("*")):
        os.utime(path, (FAR_AWAY, FAR_AWAY), follow_symlinks=False)
    wanted = bench.built_aside(EARLIER)

    too_early, outcome = outcomes(bench.build(TOO_EARLY), bench.build(EARLIER))

    assert too_early.code == 1
    assert "ở sau ngày dựng trang 01/11/2026." in too_early.told
    assert outcome.code == 0, outcome.told
    assert manifest(bench.site) == wanted
    bench.next_is_right()
