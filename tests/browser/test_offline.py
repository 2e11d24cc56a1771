"""The copy on the reader's device: every page, search and tool without a server, one version at a time."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.editions import BASE, KEPT, OFFLINE, Editions, device
from browser.opening import KINDS, SCHEMES
from browser.serving import serving
from handbook.publish import offline

READ_ALL = """async (addresses) => {
  const wrong = [];
  for (const address of addresses) {
    const answer = await fetch(address).catch((error) => ({ status: String(error), text: async () => "" }));
    if (answer.status !== 200 || !(await answer.text()).includes("</html>")) wrong.push([address, answer.status]);
  }
  return wrong;
}"""
LEFT = """() => caches.keys().then(async (names) => {
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return [names, kept.flat().map(({ url }) => url)];
})"""
OFFER = "Cẩm nang vừa có bản mới."


@pytest.fixture
def site(editions: Editions, tmp_path: Path) -> Editions:
    """The same, to be changed."""
    shutil.copytree(editions.root, tmp_path / "served")
    return Editions(tmp_path / "served", editions.port, editions.folder)


@contextmanager
def reading(editions: Editions, browser: Browser, path: str = "") -> Iterator[tuple[Page, str]]:
    """Open a page and wait until the device keeps all of them."""
    with serving(editions.root, BASE, editions.port) as address, device(browser, keeps=True) as page:
        page.goto(address + path)
        page.wait_for_function(KEPT)
        yield page, address


def publish_again(site: Path, old: str, new: str, *, scripts: bool = False) -> None:
    """Change the start page, and with `scripts` the version of scripts, as another build does."""
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8").replace(old, new)
        file.write_text(text, encoding="utf-8")
    if scripts:
        for folder in (site / "assets").glob("*/handbook-*"):
            folder.rename(folder.with_name("handbook-00000000"))
        version = next(part for part in text.split("handbook-")[2:] if part[8] == "/")[:8]
        for file in site.rglob("*.html"):
            file.write_text(file.read_text(encoding="utf-8").replace(version, "00000000"), encoding="utf-8")
    shutil.rmtree(site / "offline")
    offline.publish_offline(site, "23/11/2026")


def test_every_page_of_the_handbook_is_there_without_a_server(browser: Browser, whole_site: Path) -> None:
    """All of them, the search through them, and an address that is none."""
    pages = [file.relative_to(whole_site).as_posix().removesuffix("index.html") for file in whole_site.rglob("*.html")]
    with device(browser, keeps=True) as page:
        with serving(whole_site) as address:
            page.goto(address)
            page.wait_for_function(KEPT, timeout=60_000)
        assert len(pages) > 300
        assert page.evaluate(READ_ALL, [address + path for path in pages if path != "404.html"]) == []
        page.goto(f"{address}bang-kiem/")
        page.locator("[data-md-component=search-query]").click()
        page.locator("[data-md-component=search-query]").press_sequentially("bien ban", delay=20)
        expect(page.locator(".md-search-result__list > li").first).to_be_visible()
        answer = page.goto(f"{address}khong-co/")
        assert answer is not None
        assert answer.status == 404
        expect(page.locator(".md-content h1")).to_have_text("Không có trang này")
        assert "chưa được lưu trên máy" in page.locator("article").inner_text()


def test_pages_come_from_the_network_while_it_answers(site: Editions, browser: Browser) -> None:
    """What was published a moment ago is read at once, with its own scripts; without a network, the copy as it was."""
    with device(browser, keeps=True) as page:
        with serving(site.root, BASE, site.port) as address:
            page.goto(address)
            page.wait_for_function(KEPT)
            publish_again(site.root / BASE, "Sảnh chính", "Sảnh lớn", scripts=True)
            page.goto(address + KINDS["checklist"])
            assert "Sảnh lớn" in page.content()
            page.wait_for_selector(".sh-progress")
            versions = {one.split("handbook-")[1][:8] for one in _addresses(page)}
            assert versions == {"00000000"}
        page.goto(address + KINDS["checklist"])
        assert "Sảnh lớn" not in page.content()
        page.wait_for_selector(".sh-progress")
        assert {one.split("handbook-")[1][:8] for one in _addresses(page)} != {"00000000"}


def _addresses(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll('[src*="/handbook-"], link[href*="/handbook-"]')]
            .map((one) => one.src || one.href)"""
    )
    assert len(found) > 4  # sheets and scripts are joined into few
    return found


def test_a_newer_version_is_offered_and_taken_when_the_reader_says_so(site: Editions, browser: Browser) -> None:
    """Nothing changes by itself; then the page is loaded anew, and the old copy is gone."""
    with reading(site, browser) as (page, address):
        [before], _ = page.evaluate(LEFT)
        publish_again(site.root / BASE, "Sảnh chính", "Sảnh lớn")
        page.goto(f"{address}gioi-thieu/")
        expect(page.get_by_text(OFFER)).to_be_visible()
        assert page.get_by_text(OFFER).get_attribute("role") == "status"
        page.evaluate("globalThis.isSameDocument = true")
        page.get_by_role("button", name="Tải lại").focus()
        page.keyboard.press("Enter")
        page.wait_for_function("() => globalThis.isSameDocument === undefined && document.readyState === 'complete'")
        page.wait_for_function(
            f"async () => (await caches.keys()).length === 1 && (await caches.keys())[0] !== {before!r}"
        )
        expect(page.get_by_text(OFFER)).to_have_count(0)
    with reading(site, browser, OFFLINE) as (page, _):
        expect(page.locator("[data-sh-tool=offline]")).to_contain_text("Đã lưu bản ngày 23/11/2026")


def test_a_reader_in_another_tab_is_told(site: Editions, browser: Browser) -> None:
    """A tab that did not ask stays as it is, with what is written in it."""
    with reading(site, browser, KINDS["checklist"]) as (page, address):
        page.reload()
        publish_again(site.root / BASE, "Sảnh chính", "Sảnh lớn")
        other = page.context.new_page()
        other.goto(address)
        other.get_by_role("button", name="Tải lại").click()
        expect(page.get_by_text(OFFER)).to_be_visible()
        page.wait_for_selector(".sh-progress")


def test_nothing_typed_is_in_the_copy(editions: Editions, browser: Browser) -> None:
    """Neither a query in an address nor what a tool keeps."""
    with reading(editions, browser) as (page, address):
        page.goto(f"{address}?q=bimat")
        page.goto(f"{address}cong-cu/data/?ten=bimat")
        page.get_by_label("Chi bộ", exact=True).fill("bimat")
        page.goto(f"{address}{KINDS['form']}?bimat#bimat")
        _, addresses = page.evaluate(LEFT)

        assert len(addresses) > 50
        assert not [one for one in addresses if "bimat" in one or "?" in one]
        found = page.evaluate(
            """() => caches.keys().then((names) => caches.open(names[0])).then(async (cache) => {
              const texts = await Promise.all((await cache.matchAll()).map((answer) => answer.text()));
              return texts.filter((text) => text.includes("bimat")).length;
            })"""
        )
        assert found == 0


def test_the_page_of_the_copy_tells_and_takes_it_away(editions: Editions, browser: Browser) -> None:
    """By keyboard: which day's copy and how much; taken away it does not come back by itself, only when asked for."""
    with reading(editions, browser, OFFLINE) as (page, address):
        place = page.locator("[data-sh-tool=offline]")
        expect(place).to_contain_text("Đã lưu bản ngày 22/11/2026")
        expect(page.get_by_role("button", name="Lưu cả cẩm nang ngay")).to_be_hidden()
        page.get_by_role("button", name="Xóa bản đã lưu").focus()
        page.keyboard.press("Enter")
        expect(place).to_contain_text("Máy này không lưu bản nào.")
        page.evaluate("() => fetch(document.querySelector('link[rel=stylesheet]').href).then((one) => one.text())")
        assert page.evaluate(LEFT) == [[], []]  # what the open page loads afterwards is not kept either
        page.goto(address)
        page.goto(address + OFFLINE)
        expect(place).to_contain_text("Máy này không lưu bản nào.")
        assert page.evaluate(LEFT) == [[], []]
        page.get_by_role("button", name="Lưu cả cẩm nang ngay").press("Enter")
        expect(place).to_contain_text("Đã lưu bản ngày 22/11/2026")
        expect(page.get_by_role("button", name="Xóa bản đã lưu")).to_be_focused()


def test_what_does_not_fit_is_kept_when_it_was_opened(site: Editions, browser: Browser) -> None:
    """A handbook too large for a phone: an opened page is there without a server, another one is told to be missing."""
    _shrink(site.root / BASE)
    with device(browser, keeps=True) as page:
        with serving(site.root, BASE, site.port) as address:
            page.goto(address + OFFLINE)
            page.wait_for_function(KEPT)
            page.reload()
            expect(page.locator("[data-sh-tool=offline]")).to_contain_text("Trang khác được lưu sau khi mở.")
            page.goto(address + KINDS["term"])
            page.wait_for_load_state("networkidle")
        page.goto(address + KINDS["term"])
        expect(page.locator(".md-content h1")).to_contain_text("Ban quản trị")
        page.goto(address + KINDS["case"])
        expect(page.locator(".md-content h1")).to_have_text("Không có trang này")


def _shrink(site: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(offline, "MOST_BYTES", 0)
        shutil.rmtree(site / "offline")
        offline.publish_offline(site, "22/11/2026")


def test_a_failed_fetch_leaves_the_old_copy(site: Editions, browser: Browser) -> None:
    """A pack that is missing or damaged: the version that is whole stays in use, and nothing is offered."""
    with device(browser, keeps=True) as page:
        with serving(site.root, BASE, site.port) as address:
            page.goto(address)
            page.wait_for_function(KEPT)
            publish_again(site.root / BASE, "Sảnh chính", "Sảnh lớn")
            for pack in (site.root / BASE / "offline").iterdir():
                pack.write_bytes(b"half")
            page.goto(f"{address}gioi-thieu/")
            page.evaluate(_SETTLED)
            expect(page.get_by_text(OFFER)).to_have_count(0)
        page.goto(address + KINDS["case"])
        expect(page.locator(".md-content h1")).to_contain_text("Tòa B")


_SETTLED = """() => navigator.serviceWorker.getRegistration().then(async (registration) => {
  await registration.update().catch(() => {});
  const fresh = registration.installing;
  if (fresh) await new Promise((resolve) => fresh.addEventListener("statechange", resolve));
})"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_no_violation_while_a_newer_version_is_offered(
    site: Editions, browser: Browser, axe: str, scheme: str
) -> None:
    """On the page of the copy, with the line at the foot of the screen; what has focus is never under the line."""
    with device(browser, keeps=True, width=360) as page, serving(site.root, BASE, site.port) as address:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(address + OFFLINE)
        page.wait_for_function(KEPT)
        publish_again(site.root / BASE, "Sảnh chính", "Sảnh lớn")
        page.reload()
        page.get_by_text(OFFER).wait_for()
        expect(page.locator("[data-sh-tool=offline]")).to_contain_text("Đã lưu bản ngày")
        assert violations(page, axe) == []
        line = page.locator(".sh-newer").bounding_box()
        assert line is not None
        for link in page.locator("article a[href], footer a[href]").all():
            link.focus()
            box = link.bounding_box()
            assert box is None or box["y"] + box["height"] <= line["y"] + 1
        page.get_by_role("button", name="Để sau").press("Enter")
        expect(page.get_by_text(OFFER)).to_have_count(0)
