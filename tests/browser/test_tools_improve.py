"""A plan for the next meeting, made from what lost points over several months, in Chromium."""

from pathlib import Path

from playwright.sync_api import Browser

from browser.printing import Printed
from browser.test_tools_score import fill_in, sheet


def test_a_plan_is_made_from_several_months_and_prints_on_one_page(
    browser: Browser, second_address: str, tmp_path: Path
) -> None:
    """What lost most over the months comes first, with the page's own advice; what is chosen stays."""
    with sheet(browser, second_address, width=1366) as page:
        fill_in(page, "39")
        page.get_by_label("20 điểm: Có hộ vắng.").check()
        page.get_by_role("button", name="Tháng trước").click()
        fill_in(page, "20")
        page.get_by_role("button", name="Lập kế hoạch cải thiện").click()
        plan = page.locator(".sh-improve")
        plan.wait_for()
        assert plan.locator("h3").all_inner_texts() == ["1.1. Sàn sạch.", "2. Dự họp đủ."]
        assert plan.locator(".sh-meta").all_inner_texts()[1:] == [
            "10/2026 thiếu 20; 11/2026 thiếu 1 (tối đa 40).",
            "11/2026 thiếu 20 (tối đa 40).",
        ]
        plan.get_by_label("Hỏi lại hộ vắng kỳ trước.").check()
        plan.get_by_label("Ai làm (ghi chức vụ)").last.fill("Trưởng tầng")
        page.reload()
        page.get_by_role("button", name="Lập kế hoạch cải thiện").click()
        plan.wait_for()
        assert plan.get_by_label("Hỏi lại hộ vắng kỳ trước.").is_checked()
        assert plan.get_by_label("Ai làm (ghi chức vụ)").last.input_value() == "Trưởng tầng"
        page.evaluate("document.documentElement.dataset.shPrint = 'plan'")
        file = tmp_path / "plan.pdf"
        page.pdf(path=file, format="A4")  # like printing, it takes the attribute away when it is done
        told = Printed(file)
        assert told.pages == 1
        for words in ("Kế hoạch cải thiện cho kỳ sau", "Hỏi lại hộ vắng kỳ trước.", "Dự họp đủ."):
            assert words in told.text(1)
        assert "Bảng chấm thi đua" not in told.text(1)
