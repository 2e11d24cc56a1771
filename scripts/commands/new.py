"""Makes a new record: a draft that passes the check, with blanks for what only a person can know."""

import datetime as dt
import sys
from pathlib import Path

from commands.asking import Wanted, ask
from commands.options import Parser
from commands.schemas import refresh_ids
from handbook.diagnostics.finding import Finding
from handbook.diagnostics.report import as_text
from handbook.editing.new_record import new_record
from handbook.editing.refusal import RefusedError
from handbook.editing.sent_case import CASE, sent_case
from handbook.editing.trial import write
from handbook.library.loading import load_library
from handbook.records.kinds import KINDS
from handbook.settings.loading import load_settings


def main(arguments: list[str]) -> int:
    """Make a record; 0 when it is there, 1 when it is refused."""
    parser = Parser("new", "Tạo một bản ghi mới: bản nháp có sẵn chỗ trống để điền.")
    kinds = ", ".join(kind.id for kind in KINDS)
    parser.given.add_argument("kind", nargs="?", metavar="LOẠI", help=f"một trong: {kinds}; thiếu thì lệnh hỏi")
    parser.given.add_argument("id", nargs="?", metavar="ID", help="id, cũng là tên tệp, ví dụ hop-thang; thiếu thì hỏi")
    parser.named.add_argument(
        "--from-issue", type=Path, metavar="TỆP", help="tạo bản ghi case từ lời của một phiếu đã gửi, chép vào tệp này"
    )
    parser.add_config_file()
    parser.add_date()
    options = parser.read(arguments)
    if options.from_issue is not None and options.kind != CASE:
        parser.error(f"--from-issue chỉ dùng với loại {CASE}.")
    if options.id is None and options.from_issue is None and not sys.stdin.isatty():
        parser.error("Cho biết loại bản ghi và id, ví dụ: term hop-thang")
    today = options.date or dt.datetime.now(tz=dt.UTC).date()
    settings, findings = load_settings(options.config_file, date=options.date)
    if settings is None:
        print(as_text(findings))
        return 1
    library, _ = load_library(settings)
    told: list[Finding] = []
    try:
        if options.from_issue is not None:
            file, text, told = sent_case(library, options.from_issue, options.id)
            wanted = Wanted(CASE, file.stem)
        else:
            wanted = Wanted(options.kind, options.id) if options.id else ask(library, input, options.kind)
            file, text = new_record(library, wanted.kind, wanted.id, today, wanted.title)
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nĐã dừng, chưa tạo gì.", file=sys.stderr)
        return 1
    file.parent.mkdir(parents=True, exist_ok=True)
    write({file: text})
    refresh_ids(settings)
    if told:
        print(as_text(told))
    print(
        f"Đã tạo {settings.name(file)} (bản nháp, chưa đăng).\n"
        "Việc tiếp theo:\n"
        "  1. Mở tệp, điền các chỗ “(Điền …)” và “dien-id-…”.\n"
        "  2. Chạy python3 scripts/check.py; không in gì là không có lỗi.\n"
        "  3. Xong thì xóa dòng “draft: true”, rồi xem trang bằng python3 scripts/serve.py."
    )
    if wanted.kind not in {entry.id for entry in settings.vocabulary.kinds}:
        kinds = settings.name(settings.data_dir / "vocabulary" / "kinds.yml")
        print(f"Loại “{wanted.kind}” chưa có tên và địa chỉ: thêm một mục vào {kinds}.")
    return 0
