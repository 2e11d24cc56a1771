"""Real builds of this project's own handbook: what stands, what follows a change, what is the same again."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import ROOT, build, copy_of_the_handbook, run_command
from handbook.publish.manifest import manifest
from handbook.search.publishing import published_pages

KIND_PAGES = (
    "van-ban/hd-42",
    "nguon/na-hang-2022",
    "bang-kiem/monthly-secretary",
    "tieu-chi/hd-42-2025",
    "dien-hinh/na-hang-na-kham",
)


def test_the_content_is_without_a_finding() -> None:
    """check.py is silent on the content, and says so with 0."""
    done = run_command("check")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_kind_has_its_page_and_its_index(site: Path) -> None:
    """Record pages and indexes stand at the addresses of their kinds."""
    for page in KIND_PAGES:
        assert (site / page / "index.html").is_file()
        assert (site / Path(page).parent / "index.html").is_file()


def test_a_generated_page_stands_like_one_written_by_hand(site: Path) -> None:
    """It has a title, a trail, a table of contents with its sections, and a place in the search index."""
    html = (site / "van-ban/hd-42/index.html").read_text(encoding="utf-8")

    assert re.search(r"<title>42-HD/BTCTW: [^<]+ – Cẩm nang sinh hoạt chi bộ</title>", html)
    assert "Sổ đăng ký văn bản</a>" in html
    assert 'href="#noi-dung"' in html
    assert "van-ban/hd-42/" in {page.address for page in published_pages(site)}


def test_mkdocs_itself_is_content_with_it(tmp_path: Path) -> None:
    """`mkdocs build --strict` passes without this project's own build command."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Folder, time zone and hash seed leave no trace in the site."""
    first = copy_of_the_handbook(tmp_path / "a")
    second = copy_of_the_handbook(tmp_path / "another-folder" / "with-a-longer-name")

    one = build(first, tmp_path / "one", TZ="UTC", PYTHONHASHSEED="1")
    two = build(second, tmp_path / "two", TZ="Asia/Ho_Chi_Minh", PYTHONHASHSEED="2")

    assert (one.returncode, two.returncode) == (0, 0)
    assert manifest(tmp_path / "one") == manifest(tmp_path / "two")


def test_a_number_changed_in_one_statement_changes_on_every_page(site: Path, tmp_path: Path) -> None:
    """The shortest duration stands in one place; every page that shows it follows, and nothing else does."""
    config = copy_of_the_handbook(tmp_path / "changed")
    document = tmp_path / "changed/data/documents/hd-42.yml"
    text = document.read_text(encoding="utf-8")
    changed, count = re.subn(r"(- id: regular-duration\n(?:.*\n)*?.*amount: )90\b", r"\g<1>95", text, count=1)
    assert count == 1
    document.write_text(changed, encoding="utf-8")

    done = build(config, tmp_path / "site")

    assert done.returncode == 0, done.stdout
    before = _showing(site, "90 phút")
    assert len(before) >= 3
    assert _showing(tmp_path / "site", "90 phút") == set()
    assert _showing(tmp_path / "site", "95 phút") == before


def test_a_deleted_record_leaves_no_page_behind(tmp_path: Path) -> None:
    """A site is published whole: a page whose record is gone is gone."""
    config = copy_of_the_handbook(tmp_path / "handbook")
    term = "schema_version: 1\ntitle: Từ ví dụ\nmeaning: Một từ chỉ có trong bài thử này.\n"
    (tmp_path / "handbook/data/terms/vi-du.yml").write_text(term, encoding="utf-8")
    site = tmp_path / "site"
    assert build(config, site).returncode == 0
    assert (site / "thuat-ngu/vi-du/index.html").is_file()
    (tmp_path / "handbook/data/terms/vi-du.yml").unlink()

    done = build(config, site)

    assert done.returncode == 0, done.stdout
    assert not (site / "thuat-ngu/vi-du").exists()


def test_a_date_is_taken_from_the_command_line(tmp_path: Path) -> None:
    """The citation shows the date of the build that was given."""
    site = tmp_path / "site"
    done = run_command("build", "--site-dir", site, "--date", "2027-01-02", "--files", "none")

    assert done.returncode == 0, done.stdout
    assert "02/01/2027" in (site / "van-ban/hd-42/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_configuration_that_is_not_there_is_told(command: str, tmp_path: Path) -> None:
    """A wrong --config-file is told in Vietnamese, and that the command could not run."""
    done = run_command(command, "--config-file", tmp_path / "mkdocs.yml")

    assert done.returncode == 2
    assert "Tùy chọn --config-file: không có tệp" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def _showing(site: Path, figure: str) -> set[str]:
    """Name the pages that show the figure as the statement's number: in a link to it, or in its own sentence."""
    linked = rf'href="[^"]*#regular-duration"[^>]*>(?:<[^>]*>|\s)*{figure}'
    told = rf'id="regular-duration"(?:(?!</p>).)*{figure}'
    pattern = re.compile(f"{linked}|{told}", re.DOTALL)
    return {
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if pattern.search(file.read_text(encoding="utf-8"))
    }


def test_a_published_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    """A folder with other people's files is not replaced by a site."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "letter.txt").write_text("keep me", encoding="utf-8")

    done = build(ROOT / "mkdocs.yml", folder)

    assert done.returncode == 2
    assert (folder / "letter.txt").read_text(encoding="utf-8") == "keep me"
    shutil.rmtree(folder)


SHOWING = ("bien-tap/ma-loi/", "bien-tap/cac-truong/")
"""Where pages show editors how references are written."""


def test_no_reference_is_left_unread(site: Path) -> None:
    """Outside code, no page shows a ((reference)) as it was typed."""
    code = re.compile(r"<(pre|code|script)\b.*?</\1>", re.DOTALL)
    shown = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if not file.relative_to(site).as_posix().startswith(SHOWING)
        and re.search(r"\(\([a-z][a-z0-9-]*", code.sub("", file.read_text(encoding="utf-8")))
    }
    assert shown == set()
