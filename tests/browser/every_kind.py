"""A handbook that has a page of every kind: the tools' pages, all reports, a long list, old addresses, rich prose."""

from pathlib import Path

from browser.opening import KINDS
from browser.tool_pages import PAGE, with_tool_pages
from handbook.records.kinds import KINDS as RECORDS
from second_handbooks import copy_of_second

MORE_CASES = 70
"""Besides the cases of the second handbook: together they fill more than two pages."""
OVERDUE = "2027-05-21T08:00:00+07:00"
"""A moment at which the page about the handbook is overdue."""

PAGES = {
    **KINDS,
    "superseded document": "noi-quy/noi-quy-2021/",
    "list of terms": "tu-ngu/",
    "long list": "chuyen/",
    "long list, second page": "chuyen/2/",
    "downloads": "mang-ve/",
    "comparison of criteria": "so-sanh/thi-dua-viec/",
    "comparison of problems": "so-sanh/cho-vuong/",
    "comparison of topics": "so-sanh/de-tai/",
    "review": "so-sua/kiem-lai/",
    "codes": "so-sua/ma-loi/",
    "fields": "so-sua/cac-truong/",
    "fields of a kind": "so-sua/cac-truong/criteria/",
    "all that prose can hold": "hop/moi-thu/",
    "moved record": "viec/hop-cu/",
    "moved page": "ve-nha/",
}
"""One page of each kind; pages with tools stand among the states of the tools."""
MOVED = ("moved record", "moved page")
"""They lead on at once, unless nothing on them may run or be asked for."""

PROSE = """\
---
title: Mọi thứ trong một trang
description: Trang để thử mọi thứ mà bài viết có thể có.
---

Báo trước ít nhất ((noi-quy-2025#notice-lead)). Hỏi ((ban-quan-tri)).

!!! note "Nên biết"
    Lời dặn thường.

!!! warning "Coi chừng"
    Lời dặn mạnh, có `mã ngắn`.

!!! danger "Đừng"
    Lời dặn mạnh nhất.

## Bảng rộng

| Việc | Ai làm | Khi nào | Ở đâu | Bằng gì | Kết quả | Người kiểm | Ghi thêm |
| --- | --- | --- | --- | --- | ---: | --- | --- |
| Quét hành lang | Tổ trưởng | Sáng thứ Bảy | Tầng mười hai | Chổi, xô | 40 điểm | Trưởng tầng | Không có |
| Sơn tường | Thợ | Quý bốn | Tầng mười ba | Sơn trắng | 30 điểm | Ban quản trị | Hẹn trước |

## Mã dài

```
python3 scripts/build.py --config-file mkdocs.yml --site-dir trang --files none --date 2026-11-22 --cache /tmp/nho
```

1. Một.
2. Hai.
    - Hai một, xem [họp cư dân](hoi-nghi.md).

### Mục nhỏ

Hết.
"""


def every_kind(folder: Path) -> Path:
    """Write such a handbook into a folder; gives its configuration file."""
    config = with_tool_pages(copy_of_second(folder))
    data, pages = config.parent / "du-lieu", config.parent / "bai-viet"
    (pages / "cong-cu" / "offline.md").write_text(
        PAGE.format(title="Đọc khi không có mạng", tool="offline"), encoding="utf-8"
    )
    (pages / "hop" / "moi-thu.md").write_text(PROSE, encoding="utf-8")
    _lengthen(data / "cases")
    reports = [
        ("review", "kiem-lai"),
        ("codes", "ma-loi"),
        ("fields", "cac-truong"),
        *((f"fields-{kind.id}", f"cac-truong/{kind.id}") for kind in RECORDS),
    ]
    with (data / "vocabulary" / "reports.yml").open("a", encoding="utf-8") as file:
        for name, slug in reports:
            file.write(f"  - {{id: {name}, slug: so-sua/{slug}, title: Trang {name}, lead: Để thử.}}\n")
    _put(pages / "gioi-thieu.md", "title:", "reviewed_on: 2026-11-20\nreview_every: 6\nold_paths: [ve-nha.md]\ntitle:")
    _put(data / "terms" / "ban-quan-tri.yml", "title:", "reviewed_on: 2026-01-20\nreview_every: 6\ntitle:")
    _put(data / "checklists" / "hop-cu-dan.yml", "title:", "old_ids: [hop-cu]\ntitle:")
    _put(
        config,
        "    - navigation.indexes",
        "    - navigation.indexes\n    - navigation.tabs\n    - navigation.top\n    - search.highlight\n"
        "    - search.suggest\n    - toc.follow",
    )
    _put(config, "  - admonition\n", "  - admonition\n  - pymdownx.superfences\n")
    with config.open("a", encoding="utf-8") as file:
        file.write("  - Đọc khi không có mạng: cong-cu/offline.md\n  - Mọi thứ: hop/moi-thu.md\n")
        file.writelines(f"  - Trang {name}: so-sua/{slug}.md\n" for name, slug in reports if "/" not in slug)
    return config


def _lengthen(cases: Path) -> None:
    pattern = (cases / "tang-12.md").read_text(encoding="utf-8")
    for number in range(MORE_CASES):
        told = pattern.replace("title: Tầng", f"title: Nhà {number:02} tầng").replace(
            "branch_types: [high-floor]", f"branch_types: [{('high-floor', 'shop-floor')[number % 2]}]"
        )
        (cases / f"nha-{number:02}.md").write_text(told, encoding="utf-8")


def _put(file: Path, words: str, others: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert words in text
    file.write_text(text.replace(words, others, 1), encoding="utf-8")
