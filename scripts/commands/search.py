"""Searches the built site as its readers do, and prints the ranking: the same scripts, the same index."""

import sys
from pathlib import Path

from commands.options import Parser
from commands.searching import NoIndexError, index_folder, search
from handbook.settings.loading import load_settings
from handbook.text.formats import number


def main(arguments: list[str]) -> int:
    """Search; 0 when something was found, 1 when nothing was, 2 when there is no site to search in."""
    parser = Parser("search", "Tìm trong trang đã dựng, đúng như người đọc tìm; in thứ tự các trang.")
    parser.given.add_argument("question", metavar="CÂU-HỎI", help="từ cần tìm, ví dụ “bien ban” hay “hd 42”")
    parser.add_config_file()
    parser.named.add_argument(
        "--site-dir", type=Path, metavar="THƯ-MỤC", help="trang đã dựng (mặc định: như trong mkdocs.yml)"
    )
    options = parser.read(arguments)
    settings, _ = load_settings(options.config_file, site_dir=options.site_dir, date=None)
    site = options.site_dir or (settings.site_dir if settings else None)
    if site is None:
        print("Không đọc được cấu hình; chạy python3 scripts/check.py để xem lỗi.", file=sys.stderr)
        return 2
    try:
        [answer] = search(index_folder(site), [options.question])
    except NoIndexError as error:
        print(error, file=sys.stderr)
        return 2
    for place, found in enumerate(answer.pages, start=1):
        warned = f", {found.status.lower()}" if found.status else ""
        print(
            f"{place:2}. {found.title} ({found.label}{warned})\n    /{found.address}  {number(round(found.score, 1))}"
        )
    if not answer.pages:
        print("Không thấy trang nào." + (f" Từ gần giống: {', '.join(answer.words)}." if answer.words else ""))
    return int(not answer.pages)
