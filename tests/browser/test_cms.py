"""The web editor as an editor uses it, in a real browser: the real package over a copy of the handbook on disk."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from building import copy_of_the_handbook
from commands.cms import EDITOR
from editing.cms_handbooks import loaded
from handbook.editing.cms_editor import refuse_other_editor
from handbook.editing.cms_server import CmsServer
from handbook.editing.files import DataFile, data_files
from handbook.editing.formatting import format_file
from handbook.reading.markdown_files import read_markdown
from handbook.reading.yaml_files import read_yaml
from handbook.records.kinds import KINDS
from handbook.settings.settings import Settings
from second_handbooks import copy_of_second

PACKAGE = EDITOR.path.parent.parent
MARK = " (đã xem)"
MARKDOWN = """
!!! note "Lưu ý"
    Giữ yên lặng\\_sau 22 giờ.

- [ ] Việc *một*
* Việc __hai__[^1]

| Cột | Số |
| :-- | --: |
| a | 1 |

=== "Thẻ"

    ((noi-quy-2025)) <span>x</span>

[^1]: Chú thích.
"""
"""What other editors rewrite."""
PATIENCE = 30_000
"""Milliseconds; how fast the web editor is, is not what is tested."""


@dataclass(slots=True)
class Opened:
    """The web editor in a browser, over a handbook on disk."""

    page: Page
    settings: Settings
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, file: DataFile) -> Locator:
        """Open the form of a file; gives the field that the file is called by, or its first box."""
        name = self.settings.name(file.path)
        place = f"{file.kind}/entries/{file.path.stem}"
        if not file.kind:
            group = "pages" if file.path.suffix == ".md" else "single"
            place = f"{group}/entries/{re.sub(r'[/.]', '_', name)}"
        self.page.evaluate("place => { location.hash = `#/collections/${place}` }", place)
        title = values_of(file, name).get("title")
        if title is None:
            expect(self.page.get_by_role("button", name="Lưu", exact=True)).to_be_visible(timeout=PATIENCE)
            self.unfold()
            return self.page.locator("textarea:visible").first
        box = self.page.get_by_role("textbox", name="Tên" if file.kind else "Tên trang", exact=True).first
        expect(box).to_have_value(title, timeout=PATIENCE)
        return box

    def unfold(self) -> None:
        """Open every folded part of the form, and what is folded inside."""
        unfolding = self.page.get_by_role("button", name="Mở rộng tất cả", disabled=False)
        while unfolding.count():
            unfolding.first.click()

    def save(self) -> int:
        """Press the button; gives the answer's status. A form that is kept closes."""
        button = self.page.get_by_role("button", name="Lưu", exact=True)
        with self.page.expect_response(lambda answer: answer.request.method == "PUT", timeout=PATIENCE) as answered:
            button.click()
        if answered.value.ok:
            self.page.wait_for_url(re.compile(r"#/collections/\w+$"), timeout=PATIENCE)
            expect(button).to_have_count(0, timeout=PATIENCE)
        return answered.value.status

    def change(self, file: DataFile, old: str, new: str) -> None:
        """Open a file, put one text for another at the end of what it is called, and save."""
        box = self.open(file)
        text = box.input_value().removesuffix(old) + new
        box.fill(text)
        expect(self.page.get_by_role("button", name="Lưu", exact=True)).to_be_enabled()
        expect(box).to_have_value(text)
        assert self.save() == 200


def values_of(file: DataFile, name: str) -> dict[str, str]:
    """Give what a file says."""
    read, findings = (read_markdown if name.endswith(".md") else read_yaml)(file.path, name)
    assert read is not None, findings
    return dict(read.values)


def canonical(config_file: Path) -> Path:
    """Bring every file of a handbook into its canonical form, as the command does; gives the configuration file."""
    settings = loaded(config_file)
    for file in data_files(settings):
        text, _ = format_file(file.path.read_bytes(), settings.name(file.path), file.model)
        assert text is not None
        file.path.write_text(text, encoding="utf-8")
    return config_file


@contextmanager
def editing(browser: Browser, config_file: Path) -> Iterator[Opened]:
    """Open the web editor over a handbook."""
    refuse_other_editor(PACKAGE)
    server = CmsServer(0, PACKAGE, lambda: loaded(config_file), lambda _: None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-US", timezone_id="Asia/Ho_Chi_Minh"
    )
    opened = Opened(context.new_page(), loaded(config_file))
    opened.page.on("request", lambda request: opened.requests.append(request.url))
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.page.on(
        "console", lambda said: opened.complaints.append(said.text) if said.type in {"error", "warning"} else None
    )
    opened.page.goto(server.address)
    expect(opened.page.get_by_role("button", name="Tạo bài viết mới").first).to_be_visible(timeout=PATIENCE)
    yield opened
    context.close()
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def second(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """The web editor over a copy of the second handbook, which has one or two records of each kind."""
    config_file = copy_of_second(tmp_path_factory.mktemp("cms"))
    page = config_file.parent / "bai-viet" / "hop" / "hoi-nghi.md"
    page.write_text(page.read_text(encoding="utf-8") + MARKDOWN, encoding="utf-8")
    with editing(browser, canonical(config_file)) as opened:
        yield opened


def one_of(settings: Settings, kind: str) -> DataFile:
    """Give the last record of a kind."""
    return [file for file in data_files(settings) if file.kind == kind][-1]


def changes_one_line(opened: Opened, file: DataFile) -> None:
    """Change what a file is called and back: one line differs, in canonical form, then nothing does."""
    before = file.path.read_text(encoding="utf-8")

    opened.change(file, "", MARK)

    changed = file.path.read_text(encoding="utf-8")
    pairs = [(old, new) for old, new in zip(before.split("\n"), changed.split("\n"), strict=True) if old != new]
    assert len(pairs) == 1
    assert MARK in pairs[0][1]
    assert format_file(changed.encode(), opened.settings.name(file.path), file.model) == (changed, [])

    opened.change(file, MARK, "")

    assert file.path.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_an_unchanged_record_of_every_kind_leaves_no_difference(second: Opened, kind: str) -> None:
    """Opened, changed and saved, one line differs; changed back and saved, the file is the same to the byte."""
    changes_one_line(second, one_of(second.settings, kind))


@pytest.mark.parametrize("name", ["changes.yml", "journey.yml", "vocabulary/roles.yml", "handbook.yml"])
def test_files_that_are_no_records_are_kept_whole_too(second: Opened, name: str) -> None:
    """Settings, closed lists and single files."""
    changes_one_line(second, next(file for file in data_files(second.settings) if file.path.as_posix().endswith(name)))


def test_a_page_keeps_its_markdown(second: Opened) -> None:
    """Of a page written by hand only the changed line differs, whatever stands in its body."""
    changes_one_line(second, next(file for file in data_files(second.settings) if file.path.name == "hoi-nghi.md"))


def test_deep_inside_a_record(browser: Browser, tmp_path: Path) -> None:
    """A choice and a sentence of one item, beside comments: those two lines differ, nothing is lost."""
    config_file = canonical(copy_of_second(tmp_path))
    file = one_of(loaded(config_file), "checklist")
    text = file.path.read_text(encoding="utf-8").replace(
        "    items:\n", "    # Ghi chú của người biên tập.\n    items:\n"
    )
    file.path.write_text(text, encoding="utf-8")
    with editing(browser, config_file) as opened:
        opened.open(file)
        opened.page.get_by_role("button", name="Mở rộng tất cả").first.click()
        opened.page.get_by_role("button", name="Mở rộng tất cả").nth(1).click()
        work = opened.page.get_by_role("textbox", name="Việc", exact=True).first
        work.fill(work.input_value() + MARK)
        opened.page.get_by_role("radio", name="Nên làm").first.click()
        assert opened.save() == 200

    lines = file.path.read_text(encoding="utf-8").split("\n")
    changed = [(old, new) for old, new in zip(text.split("\n"), lines, strict=True) if old != new]
    assert [new.split(":")[0].strip(" -") for _, new in changed] == ["text", "duty"]


def test_a_new_record_is_a_draft_on_disk(second: Opened) -> None:
    """Made from a form: its id is proposed from its title, and it is not published before somebody says so."""
    page = second.page
    page.evaluate("location.hash = '#/collections/term/new'")
    page.get_by_role("textbox", name="Tên", exact=True).fill("Đường thoát hiểm")
    page.get_by_role("textbox", name="Nghĩa", exact=True).fill("Lối ra khi có cháy.")
    page.get_by_role("radio", name="Id", exact=True).or_(
        page.get_by_role("button", name="Id", exact=True)
    ).first.click()
    expect(page.get_by_text("duong-thoat-hiem")).to_be_visible()
    assert second.save() == 200

    file = second.settings.data_dir / "terms" / "duong-thoat-hiem.yml"
    assert file.read_text(encoding="utf-8") == (
        "schema_version: 1\ndraft: true\ntitle: Đường thoát hiểm\nmeaning: Lối ra khi có cháy.\n"
    )


def test_a_file_that_changed_on_disk_is_not_overwritten(second: Opened) -> None:
    """The person is told in Vietnamese, over whatever the web editor shows, and the file stays."""
    file = one_of(second.settings, "problem")
    box = second.open(file)
    theirs = file.path.read_text(encoding="utf-8") + "# Của người khác.\n"
    file.path.write_text(theirs, encoding="utf-8")
    box.fill(box.input_value() + MARK)

    assert second.save() == 409

    expect(second.page.get_by_role("alert").filter(has_text="đã đổi từ lúc mở")).to_be_visible()
    assert file.path.read_text(encoding="utf-8") == theirs


def test_nothing_leaves_this_machine(browser: Browser, tmp_path: Path) -> None:
    """Not when it opens, not when it saves: every address asked for is this machine's; the words are Vietnamese."""
    with editing(browser, canonical(copy_of_second(tmp_path))) as opened:
        changes_one_line(opened, one_of(opened.settings, "term"))

        outside = [url for url in opened.requests if not re.match(r"(blob:)?http://127\.0\.0\.1:\d+/|data:|blob:", url)]
        assert len(opened.requests) > 10
        assert outside == []
        assert opened.complaints == []
        assert opened.page.evaluate("document.documentElement.lang") == "vi"
        expect(opened.page.get_by_role("button", name="Tạo bài viết mới")).to_be_visible()


@pytest.mark.long
def test_every_file_of_this_handbook_is_kept_whole(browser: Browser, tmp_path: Path) -> None:
    """Every record, list and page of the real handbook: what was changed differs, and nothing else; a few also back."""
    with editing(browser, copy_of_the_handbook(tmp_path)) as opened:
        for number, file in enumerate(data_files(opened.settings)):
            if number % 20 == 0:
                changes_one_line(opened, file)
                continue
            before = file.path.read_text(encoding="utf-8")
            opened.change(file, "", MARK)
            changed = file.path.read_text(encoding="utf-8")
            assert changed.count(MARK) == before.count(MARK) + 1
            assert changed.replace(MARK, "") == before, file.path
