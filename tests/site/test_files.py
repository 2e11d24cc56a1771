"""Files to take away in a real site: where pages say, as big as they say, made anew only when something changed."""

import datetime as dt
import re
import shutil
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import DATE, SECOND, build, run_command
from handbook.addresses.files import FileId, Format, all_offers, file_address
from handbook.build.files import make_files
from handbook.build.keys import file_keys, generator_digest
from handbook.build.preparation import Prepared, prepare
from handbook.build.store import Store
from handbook.downloads.writing import Desk
from handbook.library.outside_links import outside_uses
from handbook.publish.manifest import manifest
from handbook.publish.page import read_page
from handbook.settings.loading import load_settings
from handbook.views.offers import Made, extent
from printed_addresses import files_within, printed_addresses
from second_handbooks import copy_of_second

DAY = dt.date.fromisoformat(DATE)
_LINK = re.compile(r'<a class="sh-file" href="([^"]+)" download="([^"]+)">.*?</a>', re.DOTALL)
_EXTENT = re.compile(r'<span class="sh-file__extent">([^<]+)</span>')


def _prepared(config: Path) -> Prepared:
    loaded, findings = load_settings(config, date=DAY)
    assert loaded is not None, findings
    return prepare(loaded)


def _silent(_done: int, _of: int) -> None:
    return None


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second handbook's site, with its files."""
    site = tmp_path_factory.mktemp("second") / "site"
    done = build(SECOND / "mkdocs.yml", site, files="now")
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def test_pages_say_what_is_there(second: Path) -> None:
    """Every file that a page names is there and as big as the page says; every file that is made is named."""
    named = set()
    for page in second.rglob("*.html"):
        base = "/" + page.relative_to(second).as_posix().removesuffix("index.html")
        for link in _LINK.finditer(page.read_text(encoding="utf-8")):
            address = urljoin(base, unquote(unescape(link[1]))).removeprefix("/")
            size = (second / address).stat().st_size
            told = _EXTENT.search(link[0])
            assert told is not None
            assert told[1].endswith(extent(Made(size)))
            named.add(address)
    prepared = _prepared(SECOND / "mkdocs.yml")
    assert named == {file_address(prepared.addresses, file) for file in all_offers(prepared.library)}


def test_every_printed_address_leads_somewhere(second: Path) -> None:
    """Links and QR codes of every file lead to a page of the site, and to a place that it has, or out as records do."""
    prepared = _prepared(SECOND / "mkdocs.yml")
    root = str(prepared.settings.deployment.address)
    made = (file for file in sorted(second.rglob("*")) if file.suffix in {".pdf", ".docx", ".xlsx", ".ics", ".zip"})
    names: dict[bytes, str] = {}
    for file in made:
        for name, content in files_within(file.name, file.read_bytes()):
            names.setdefault(content, name)  # packs hold what stands beside them as well
    found = {name: set(printed_addresses(name, content)) for content, name in names.items()}
    outside = outside_uses(prepared.library)

    lost = {
        (name, address)
        for name, told in found.items()
        for _, address in told
        if not _is_served(second, root, address) and address not in outside
    }
    assert lost == set()
    kinds = {(Path(name).suffix, what) for name, told in found.items() for what, _ in told}
    coded = {(suffix, "code") for suffix in (".pdf", ".docx", ".xlsx")}
    assert kinds == coded | {(suffix, "link") for suffix in (".pdf", ".docx", ".xlsx", ".ics")}


def _is_served(site: Path, root: str, address: str) -> bool:
    """Say whether the site has the page of an address, and the page the anchor."""
    path, _, anchor = address.removeprefix(root).partition("#")
    page = site / unquote(path) / "index.html"
    if not address.startswith(root) or not page.is_file():
        return False
    return not anchor or unquote(anchor) in read_page(page.read_text(encoding="utf-8")).ids


def test_the_list_of_files_names_them_all(second: Path) -> None:
    """The page of all files names every file of every record."""
    page = (second / "mang-ve/index.html").read_text(encoding="utf-8")
    prepared = _prepared(SECOND / "mkdocs.yml")
    named = {urljoin("/mang-ve/", unescape(link[1])).removeprefix("/") for link in _LINK.finditer(page)}
    assert named == {file_address(prepared.addresses, file) for file in all_offers(prepared.library)}


def test_two_builds_give_the_same_bytes(second: Path, tmp_path: Path) -> None:
    """A folder elsewhere, another time zone and another hash seed change no byte of the site or of its files."""
    config = copy_of_second(tmp_path / "elsewhere" / "with a longer name")
    link = tmp_path / "tests"
    link.mkdir()
    config_text = config.read_text(encoding="utf-8").replace("../../", f"{SECOND.parents[1].as_posix()}/")
    config.write_text(config_text, encoding="utf-8")
    site = tmp_path / "site"
    done = build(config, site, files="now", TZ="Asia/Ho_Chi_Minh", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stdout + done.stderr
    files = {name for name in manifest(second) if not name.endswith((".html", ".xml", ".gz"))}
    assert {name: digest for name, digest in manifest(site).items() if name in files} == {
        name: digest for name, digest in manifest(second).items() if name in files
    }


def test_without_files_pages_name_none(tmp_path: Path) -> None:
    """A build without files has no link to any, and the page of all files says so."""
    done = build(SECOND / "mkdocs.yml", tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "site").rglob("*.html")]
    assert not any(_LINK.search(page) for page in pages)
    assert "không kèm tệp để tải" in (tmp_path / "site/mang-ve/index.html").read_text(encoding="utf-8")


def test_files_for_later_are_named_without_their_size(tmp_path: Path) -> None:
    """A preview names all files; they are not there yet and have no size."""
    done = build(SECOND / "mkdocs.yml", tmp_path / "site", files="later")
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "site/mang-ve/index.html").read_text(encoding="utf-8")
    assert _LINK.search(page)
    assert not _EXTENT.search(page)
    assert not list((tmp_path / "site").rglob("*.pdf"))


def test_one_file_is_made_without_the_site(tmp_path: Path) -> None:
    """A single file can be made by its address; a wrong address names the nearest."""
    output = tmp_path / "tep" / "viec.pdf"
    arguments = ("--config-file", SECOND / "mkdocs.yml", "--date", DATE)
    done = run_command("file", *arguments, "--output", output, "viec/hop-cu-dan/viec-hop-cu-dan.pdf")
    assert done.returncode == 0, done.stderr
    assert output.read_bytes().startswith(b"%PDF-")
    done = run_command("file", *arguments, "viec/hop-cu-dan/viec-hop-cu-dan.pd")
    assert done.returncode == 1
    assert "Có phải là “viec/hop-cu-dan/viec-hop-cu-dan.pdf”?" in done.stderr


def test_only_what_changed_is_made_anew(tmp_path: Path) -> None:
    """After an edit of one topic its files and those of pages that name it are made; the others come from the store."""
    config = copy_of_second(tmp_path)
    store = Store(tmp_path / "store")
    prepared = _prepared(config)
    wanted = all_offers(prepared.library)
    make_files(prepared.library, prepared.addresses, wanted, store, _silent)
    told: list[int] = []
    make_files(prepared.library, prepared.addresses, wanted, store, lambda done, _of: told.append(done))
    assert told == []
    topic = config.parent / "du-lieu/topics/cay-xanh.yml"
    topic.write_text(topic.read_text(encoding="utf-8").replace("Cây", "Cái cây", 1), encoding="utf-8")
    after = _prepared(config)
    made = make_files(after.library, after.addresses, wanted, store, lambda done, _of: told.append(done))
    keys = [file_keys(one.library, one.addresses, wanted, generator_digest()) for one in (prepared, after)]
    anew = {file for file in wanted if keys[0][file] != keys[1][file]}
    changed = {file for file in wanted if _differs(prepared, after, file)}
    assert changed
    assert changed <= anew
    assert len(told) == len(anew)
    assert not {file.target.kind for file in anew} & {"checklist", "form", "criteria", "meeting"}
    assert all(made.content(file) == Desk(after.library, after.addresses).write(file).content for file in changed)


def test_the_calendar_of_all_meetings_follows_each(tmp_path: Path) -> None:
    """A meeting is held more often: both its own calendar and that of the handbook are made anew."""
    config = copy_of_second(tmp_path)
    before = _prepared(config)
    meeting = config.parent / "du-lieu/meetings/hop-nha.yml"
    text = meeting.read_text(encoding="utf-8")
    assert text.count("every_months: 3") == 1
    meeting.write_text(text.replace("every_months: 3", "every_months: 2"), encoding="utf-8")
    after = _prepared(config)
    calendars = [one for one in all_offers(before.library) if one.format is Format.CALENDAR]
    keys = [file_keys(one.library, one.addresses, calendars, generator_digest()) for one in (before, after)]

    changed = {one for one in calendars if _differs(before, after, one)}
    assert {one.target.kind for one in changed} == {"meeting", "report"}
    assert changed == {one for one in calendars if keys[0][one] != keys[1][one]}


def _differs(before: Prepared, after: Prepared, file: FileId) -> bool:
    contents = [Desk(one.library, one.addresses).write(file).content for one in (before, after)]
    return contents[0] != contents[1]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_file_that_changes_changes_its_key(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever digit is edited in whatever data file: no file changes under an unchanged key."""
    folder = tmp_path / "tests" / "second"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SECOND, folder)
    before = _prepared(folder / "mkdocs.yml")
    files = sorted(file for file in folder.rglob("*.yml") if any(c.isdigit() for c in file.read_text("utf-8")))
    file = data.draw(st.sampled_from(files))
    text = file.read_text(encoding="utf-8")
    place = data.draw(st.sampled_from([index for index, character in enumerate(text) if character.isdigit()]))
    digit = data.draw(st.sampled_from("123456789"))
    file.write_text(text[:place] + digit + text[place + 1 :], encoding="utf-8")
    loaded, _ = load_settings(folder / "mkdocs.yml", date=DAY)
    if loaded is None:
        return
    after = prepare(loaded)
    if after.findings:
        return
    common = [one for one in _printable(before) if one in set(_printable(after))]
    keys = [file_keys(one.library, one.addresses, common, generator_digest()) for one in (before, after)]
    for one in common:
        if keys[0][one] == keys[1][one]:
            assert not _differs(before, after, one), one


def _printable(prepared: Prepared) -> Iterable[FileId]:
    """Give the files that are quick to make; packs and large prints are made from the same pages."""
    left_out = {Format.LARGE_PDF, Format.PACK, Format.BUNDLE}
    return (file for file in all_offers(prepared.library) if file.format not in left_out)
