"""What a reader sees of time that has passed: an overdue page on a site nobody builds anew, and old addresses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.conftest import served
from browser.marking import checklist, reader, tick, ticked
from browser.opening import KINDS, opened
from building import ROOT
from second_handbooks import copy_of_second

ABOUT = "gioi-thieu/"


@pytest.fixture(scope="module")
def aging(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a second handbook with a rhythm of reading and with old names."""
    folder = tmp_path_factory.mktemp("aging")
    configuration = copy_of_second(folder)
    configuration.write_text(
        configuration.read_text(encoding="utf-8").replace("../../", f"{ROOT.as_posix()}/"), encoding="utf-8"
    )
    data, pages = configuration.parent / "du-lieu", configuration.parent / "bai-viet"
    _put(pages / "gioi-thieu.md", "title:", "reviewed_on: 2026-11-20\nreview_every: 6\nold_paths: [ve-nha.md]\ntitle:")
    _put(data / "terms" / "ban-quan-tri.yml", "title:", "reviewed_on: 2026-01-20\nreview_every: 6\ntitle:")
    _put(data / "checklists" / "hop-cu-dan.yml", "title:", "old_ids: [hop-cu]\ntitle:")
    _put(
        data / "checklists" / "hop-cu-dan.yml",
        "      - id: notice\n",
        "      - id: notice\n        old_ids: [to-giay]\n",
    )
    _put(data / "criteria" / "thi-dua-tang.yml", "title:", "old_ids: [thi-dua]\ntitle:")
    _put(data / "criteria" / "thi-dua-tang.yml", "{id: floor, ", "{id: floor, old_ids: [san], ")
    with served(configuration, folder, "cu-dan/") as found:
        yield found


def _put(file: Path, words: str, others: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert words in text
    file.write_text(text.replace(words, others, 1), encoding="utf-8")


@pytest.mark.parametrize(("now", "told"), [("2027-05-20T12:00:00+07:00", False), ("2027-05-21T00:30:00+07:00", True)])
def test_an_old_site_says_that_a_page_is_overdue(browser: Browser, aging: str, now: str, told: bool) -> None:  # noqa: FBT001
    """The reader's own day decides: on the last day nothing is said, right after midnight of the next it is."""
    with opened(browser, 360) as page:
        page.clock.set_fixed_time(now)
        page.goto(aging + ABOUT)
        page.wait_for_function("() => document.body.hasAttribute('data-md-color-scheme')")
        seen = page.get_by_text("quá hạn kiểm lại từ 20/05/2027").is_visible()

    assert seen is told


def test_what_was_overdue_when_built_is_said_without_scripts(browser: Browser, aging: str) -> None:
    """A record's page tells it under its head."""
    with opened(browser, 360, scripts=False) as page:
        page.goto(aging + "tu-ngu/ban-quan-tri/")
        seen = page.get_by_text("quá hạn kiểm lại từ 20/07/2026").is_visible()

    assert seen


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("viec/hop-cu/#notice", "viec/hop-cu-dan/#notice"),
        ("viec/hop-cu/#to-giay", "viec/hop-cu-dan/#to-giay"),
        ("viec/hop-cu/", "viec/hop-cu-dan/"),
        ("ve-nha/#gioi-thieu", "gioi-thieu/#gioi-thieu"),
    ],
)
def test_an_old_address_leads_to_the_same_part(browser: Browser, aging: str, old: str, new: str) -> None:
    """With scripts the anchor goes along, an anchor that was renamed too, and it is on the page."""
    with opened(browser, 360) as page:
        page.goto(aging + old)
        page.wait_for_url(aging + new)
        anchor = new.partition("#")[2]
        there = not anchor or anchor == "gioi-thieu" or page.locator(f"#{anchor}").count() == 1

    assert there


def test_an_old_address_leads_on_without_scripts(browser: Browser, aging: str) -> None:
    """The redirect needs no script."""
    with opened(browser, 360, scripts=False) as page:
        page.goto(aging + "viec/hop-cu/")
        page.wait_for_url(aging + "viec/hop-cu-dan/")


RENAME = """pairs => {
  for (const [name, text] of Object.entries(localStorage)) {
    const renamed = (words) => pairs.reduce((so, [now, old]) => so.replaceAll(now, old), words);
    localStorage.removeItem(name);
    localStorage.setItem(renamed(name), renamed(text));
  }
}"""
"""Makes what is kept on a device what an edition kept that still had the old ids."""


def test_marks_made_under_old_ids_are_still_there(browser: Browser, aging: str) -> None:
    """Of a checklist and an item that both were renamed since; they are kept once, under the present ids."""
    with reader(browser) as device:
        page = checklist(device, aging)
        tick(page, "notice", "count")
        page.evaluate(RENAME, [["hop-cu-dan", "hop-cu"], ["notice", "to-giay"]])
        names = page.evaluate("Object.keys(localStorage)")
        page.close()

        page = checklist(device, aging)

        assert [name for name in names if "checklist/hop-cu" in name]
        assert not [name for name in names if "hop-cu-dan" in name]
        assert ticked(page) == ["notice", "count"]
        tick(page, "tour")
        page.reload()
        page.wait_for_selector(".sh-progress")
        assert ticked(page) == ["notice", "count", "tour"]
        assert not page.evaluate("Object.keys(localStorage).filter((name) => name.includes('checklist/hop-cu|'))")


def test_scores_made_under_old_ids_are_still_there(browser: Browser, aging: str) -> None:
    """Of a table and a criterion that both were renamed since."""
    with reader(browser) as device:
        for _ in range(2):
            page = device.new_page()
            page.goto(aging + KINDS["criteria"])
            page.wait_for_selector(".sh-total__words")
            field = page.get_by_label("Điểm mục 1.1")
            if not field.input_value():
                field.fill("31,5")
                page.evaluate(RENAME, [["score/thi-dua-tang", "score/thi-dua"], ['"floor"', '"san"']])
                kept = page.evaluate("JSON.stringify(localStorage)")
                assert "score/thi-dua-tang" not in kept
                assert "san" in kept
                assert "floor" not in kept
            found = field.input_value()
            page.close()

    assert found == "31,5"
