"""A new editor follows the guide to the letter: every step of it is made, in a real browser and real terminals.

With `--update-golden` the pictures of the guide are taken anew; look at each that changed.
"""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from browser.opening import KINDS
from browser.repository import DATA, Running, answer, git, make_repository, run, running
from browser.walking import GUIDES, LARGEST_PICTURE, PICTURES, SIZE, Walk, steps_of, walking

PATIENCE = 60_000
"""Milliseconds; how fast a page is built is not what is tested."""
WIDE, TALL = 960, 3000
"""Points: a window in which the web editor has its column of kinds, and one that shows a whole form."""
WALKED = ("sua-con-so.md", "sua-bang-bieu-mau.md", "them-bang-tieu-chi.md")
"""The guides of which a test here makes the steps."""
DOCUMENT = Path(DATA, "documents", "noi-quy-2025.yml")


def test_a_wrong_number(browser: Browser, tmp_path: Path, *, update_golden: bool) -> None:
    """From the number on a page to its line, a typo and what is said of it, the mended page, the one changed line."""
    root = make_repository(tmp_path)
    with walking(browser, "sua-con-so.md", keeps_pictures=update_golden) as walk:
        (serve,) = walk.step("Mở trang xem thử")
        with running(root, serve) as terminal:
            _correct(root, walk, terminal)

        (commands,) = walk.step("Kiểm tất cả")
        assert [run(root, command) for command in commands.splitlines()] == ["", ""]

        compare, difference, review = walk.step("Xem lại thay đổi")
        assert _changed_lines(run(root, compare)) == difference.splitlines()
        assert git(root, "status", "--short") == f" M {DOCUMENT.as_posix()}\n"
        assert "từ 07 ngày thành 10 ngày" in run(root, review)


def test_a_wrong_number_in_a_form(browser: Browser, tmp_path: Path, *, update_golden: bool) -> None:
    """Without opening a file: chosen by its name, changed in a form, kept in the same one line."""
    root = make_repository(tmp_path)
    with walking(browser, "sua-bang-bieu-mau.md", keeps_pictures=update_golden) as walk:
        page = walk.page
        page.set_viewport_size({"width": WIDE, "height": SIZE[1]})
        (command,) = walk.step("Mở trình soạn")
        with running(root, command) as terminal:
            page.goto(terminal.wait_for(r"http://127\.0\.0\.1:\d+/"))

            walk.step("Chọn bản ghi")
            page.get_by_role("treeitem", name="Nội quy").click(timeout=PATIENCE)
            record = page.get_by_role("gridcell", name="Nội quy nhà Hoa Sen năm 2025", exact=True)
            expect(record).to_be_visible()
            walk.picture()
            record.click()

            walk.step("Tới con số")
            page.set_viewport_size({"width": SIZE[0], "height": TALL})  # for scrolling, which a hand does by itself
            statements = page.get_by_role("group", name="Các điều")
            statements.get_by_role("button", name="Mở rộng tất cả").first.click(timeout=PATIENCE)
            words = statements.get_by_role("group", name="Nội dung").first
            expect(words.get_by_role("textbox")).to_have_value("Báo họp trước ít nhất {value}.")
            figure = statements.get_by_role("group", name="Con số").first
            figure.get_by_role("button", name="Mở rộng").click()

            right, told = walk.step("Sửa rồi lưu")
            figure.get_by_label("Số", exact=True).fill(right)
            walk.picture(words, figure)
            page.get_by_role("button", name="Lưu", exact=True).click()
            terminal.wait_for(re.escape(told))

        compare, difference = walk.step("Xem lại thay đổi")
        assert _changed_lines(run(root, compare)) == difference.splitlines()
        assert run(root, "python3 scripts/check.py") == ""


def test_a_local_table(browser: Browser, tmp_path: Path, *, update_golden: bool) -> None:
    """A table of a place of its own: asked for in a terminal, filled in, mended, looked at, ready to be sent."""
    root = make_repository(tmp_path)
    with walking(browser, "them-bang-tieu-chi.md", keeps_pictures=update_golden) as walk:
        command, dialogue, name = walk.step("Tạo bản nháp")
        file = root / name
        assert f"Đã tạo {name} (bản nháp, chưa đăng)." in answer(root, command, dialogue)
        assert "(Điền tên ngắn)" in file.read_text(encoding="utf-8")

        (table,) = walk.step("Điền bảng")
        file.write_text(f"{table}\n", encoding="utf-8")

        check, told = walk.step("Kiểm, đọc lời báo")
        assert run(root, check) == f"{told}\n(1)"

        wrong, right, check_again = walk.step("Sửa chỗ sai")
        _put(file, wrong, right)
        assert run(root, check_again) == ""

        draft, serve = walk.step("Cho lên trang, xem thử")
        _put(file, draft, "")
        with running(root, serve) as terminal:
            _look_at_the_table(walk, terminal, file)

        format_files, status, changed = walk.step("Viết gọn, xem lại")
        assert run(root, format_files) == ""
        assert run(root, status).splitlines() == [changed]


def _look_at_the_table(walk: Walk, terminal: Running, file: Path) -> None:
    """Find the new table in the list, as a reader does, and open it."""
    page = walk.page
    title = "Bảng chấm thi đua của tòa B"
    _go(page, terminal, KINDS["criteria"].partition("/")[0] + "/")
    listed = page.get_by_role("article").get_by_role("link", name="tòa B").first
    listed.click()
    page.wait_for_url(f"**/{file.stem}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    expect(page.get_by_role("article")).to_contain_text("Lối thoát hiểm thông thoáng.")
    walk.picture()


def _correct(root: Path, walk: Walk, terminal: Running) -> None:
    """Make the steps of the guide during which the preview runs."""
    page = walk.page
    _go(page, terminal, KINDS["form"])
    sentence = page.get_by_text("Dán trước ít nhất")
    expect(sentence).to_contain_text("07 ngày")
    _bring_up(page, "Dán trước ít nhất")
    walk.picture()

    place, part = walk.step("Tìm dòng giữ con số")
    page.get_by_role("button", name="Sửa, góp ý từng chỗ").press("Enter")
    link = page.get_by_role("link", name="Sửa số").first
    assert (link.get_attribute("href") or "").endswith(f"/{place}")
    assert (root / DOCUMENT).read_text(encoding="utf-8").splitlines()[int(place.partition("#dong-")[2]) - 1] == (
        f"  - id: {part.partition('#')[2]}"
    )
    _bring_up(page, "Dán trước ít nhất")
    link.focus()
    walk.picture()
    page.locator(".sh-figure").first.click()
    page.wait_for_url(f"**/{part}")
    _go(page, terminal, KINDS["form"])
    _bring_up(page, "Dán trước ít nhất")

    right, typo = walk.step("Sửa tệp, gõ nhầm một lần")
    _put(root / DOCUMENT, right, typo)

    (told,) = walk.step("Đọc lời báo")
    terminal.wait_for("Chưa dựng được; trang trước vẫn xem được")
    assert told in terminal.said
    news = page.get_by_role("status").get_by_role("region", name="Kết quả dựng trang")
    expect(news).to_be_visible(timeout=PATIENCE)
    for words in told.replace(": ", "\n", 1).splitlines():  # in the browser the place stands apart, without a colon
        expect(news).to_contain_text(words.strip())
    expect(sentence).to_contain_text("07 ngày")
    walk.picture()
    page.reload()
    expect(sentence).to_contain_text("07 ngày")

    (mended,) = walk.step("Sửa lại cho đúng")
    _put(root / DOCUMENT, typo, mended)
    expect(sentence).to_contain_text("10 ngày", timeout=PATIENCE)
    expect(news).to_have_count(0)
    _bring_up(page, "Dán trước ít nhất")
    walk.picture()


def _go(page: Page, terminal: Running, path: str) -> None:
    """Open a page of the preview, once it is built, at the address that the terminal tells."""
    page.goto(terminal.wait_for(r"http://127\.0\.0\.1:\d+/") + path)
    expect(page.locator(".md-content h1")).to_be_visible(timeout=PATIENCE)


def _bring_up(page: Page, words: str) -> None:
    """Scroll until words stand in the upper half of the window, below the page's head."""
    page.get_by_text(words).first.evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 200)")


def _changed_lines(difference: str) -> list[str]:
    """Give the lines that git says are gone or new, without those that name the files."""
    return [line for line in difference.splitlines() if line[:1] in {"+", "-"} and line[:3] not in {"+++", "---"}]


def _put(file: Path, old: str, new: str) -> None:
    """Put one line for another that stands there once, none for "", and save."""
    text = file.read_text(encoding="utf-8")
    assert text.count(f"{old}\n") == 1
    file.write_text(text.replace(f"{old}\n", f"{new}\n" if new else ""), encoding="utf-8")


def test_every_picture_is_of_a_step() -> None:
    """Those that guides show are there, small, and there are no others."""
    shown = {step.picture for guide in WALKED for step in steps_of(GUIDES / guide) if step.picture}
    kept = {f"{PICTURES}/{picture.name}": picture.stat().st_size for picture in (GUIDES / PICTURES).iterdir()}

    assert kept.keys() == shown
    assert {name for name, size in kept.items() if size > LARGEST_PICTURE} == set()


def test_every_guide_with_steps_is_walked() -> None:
    """A page that counts steps has a test that makes them."""
    assert {guide.name for guide in GUIDES.glob("*.md") if steps_of(guide)} == set(WALKED)
