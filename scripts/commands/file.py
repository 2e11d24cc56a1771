"""Makes one file to take away, without building the site: what the preview does when somebody opens one."""

import sys
from difflib import get_close_matches
from pathlib import Path

from commands.caching import STORE
from commands.options import REPORTS, Parser
from handbook.addresses.files import all_offers, file_address
from handbook.build.files import make_files
from handbook.build.preparation import prepare
from handbook.build.store import Store
from handbook.diagnostics.finding import is_sound
from handbook.downloads.pdf import PrintingError
from handbook.settings.loading import load_settings


def main(arguments: list[str]) -> int:
    """Make it; 0 when done, 1 when the data is wrong or there is no such file."""
    parser = Parser("file", "Làm một tệp để tải, không dựng cả trang.")
    parser.given.add_argument(
        "address", metavar="ĐỊA-CHỈ", help="địa chỉ của tệp trong trang, như khi mở bằng trình duyệt"
    )
    parser.named.add_argument("--output", type=Path, metavar="TỆP", help="nơi ghi (mặc định: tên tệp, ở thư mục này)")
    parser.add_config_file()
    parser.add_date()
    options = parser.read(arguments)
    settings, findings = load_settings(options.config_file, site_dir=None, date=options.date)
    prepared = prepare(settings) if settings else None
    findings = [*findings, *(prepared.findings if prepared else ())]
    if prepared is None or not is_sound(findings):
        print(REPORTS["text"](findings))
        return 1
    library, addresses = prepared.library, prepared.addresses
    by_address = {file_address(addresses, file): file for file in all_offers(library)}
    wanted = by_address.get(options.address)
    if wanted is None:
        close = get_close_matches(options.address, list(by_address), n=1)
        hint = f" Có phải là “{close[0]}”?" if close else ""
        print(f"Không có tệp “{options.address}”.{hint}", file=sys.stderr)
        return 1
    try:
        made = make_files(library, addresses, [wanted], Store(STORE), lambda _done, _of: None)
    except PrintingError as error:
        print(error, file=sys.stderr)
        return 1
    output = options.output or Path(Path(options.address).name)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(made.content(wanted))
    print(f"Đã ghi {output}.", file=sys.stderr)
    return 0
