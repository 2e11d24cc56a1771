"""A handbook whose pages hold tools: a copy of the second one, with pages and records that the tests of tools need."""

from pathlib import Path

from building import ROOT

MONTHLY = """\
schema_version: 1
title: Cuộc họp ban quản trị mỗi tháng
short_title: Họp ban quản trị
summary: Ban quản trị bàn việc tháng sau.
purpose: Bàn việc tháng sau.
rhythm: {text: Mỗi tháng một lần.}
recurrence: {every_months: 1, day: 3, on_day_off: first-week}
deadlines:
  - {id: send-papers, text: "Gửi giấy; ai cũng đọc, kể cả người vắng.", side: before, days: 2, roles: [clerk]}
  - {id: post-minutes, text: Dán biên bản., side: after, days: 3, counted_in: working-day, place: block-b}
shares:
  - {text: Cần 80% số người., of: attendance, at_least: 80, statements: [noi-quy-2025#quorum]}
  - {text: Việc nhà cần hơn một nửa., of: vote, fraction: more-than-half}
  - {text: Việc lớn cần hai phần ba., of: vote, fraction: two-thirds}
steps:
  - {id: opening, phase: meet, text: Điểm danh., minutes: 5}
  - {id: talking, phase: meet, text: Bàn việc., minutes: 20}
  - {id: closing, phase: meet, text: Chốt việc., minutes: 5}
shortest_duration: 30
checklists: [hop-cu-dan]
forms: [giay-bao]
"""
OTHER_TABLE = """\
schema_version: 1
title: Bảng thi đua của khu phố
short_title: Thi đua khu phố
summary: Khu phố chấm thêm việc giữ sạch và đóng góp.
document: noi-quy-2025
standing: current
criteria:
  - {id: clean, number: "1", text: Giữ hành lang sạch., points: 30}
  - {id: green, number: "2", text: Trồng cây., points: 20}
total: 50
bands:
  - {title: Khá, at_least: 40}
  - {title: Thường, at_least: 0, below: 40}
"""
PAGE = """\
---
title: {title}
description: Trang của một công cụ.
tool: {tool}
---

Công cụ đặt dưới câu này. Không có mã chạy thì làm bằng tay theo các dòng dưới.

## Làm bằng tay

Đếm ngày trên lịch treo tường, ghi vào giấy báo họp.
"""
HOME = "---\ntemplate: home.html\ntool: planner\n"
PAGES = {
    "planner": "Buổi họp của tôi",
    "calculators": "Tính tỷ lệ",
    "data": "Dữ liệu trên máy này",
    "compare": "So hai bảng",
}
"""The title of each tool's page; it stands at `cong-cu/<tool>/`."""


def with_tool_pages(config_file: Path) -> Path:
    """Add to a copy of the second handbook what tools need; gives its configuration file."""
    root = config_file.parent
    (root / "du-lieu" / "meetings" / "hop-thang.yml").write_text(MONTHLY, encoding="utf-8")
    (root / "du-lieu" / "criteria" / "khu-pho.yml").write_text(OTHER_TABLE, encoding="utf-8")
    for tool, title in PAGES.items():
        page = root / "bai-viet" / "cong-cu" / f"{tool}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(PAGE.format(title=title, tool=tool), encoding="utf-8")
    navigation = "".join(f"  - {title}: cong-cu/{tool}.md\n" for tool, title in PAGES.items())
    text = config_file.read_text(encoding="utf-8").replace("../..", ROOT.as_posix()).rstrip("\n")
    config_file.write_text(f"{text}\n{navigation}", encoding="utf-8")
    start = root / "bai-viet" / "index.md"
    start.write_text(start.read_text(encoding="utf-8").replace("---\n", HOME, 1), encoding="utf-8")
    return config_file
