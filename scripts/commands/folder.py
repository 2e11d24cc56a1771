"""Makes the edition for a stick: builds the site aside, and puts it into a ZIP that opens without a server."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from commands.building import ChangedMeanwhileError, build_site
from commands.generator import GenerationError
from commands.options import REPORTS, Parser
from handbook.build.unchanged import Wanted
from handbook.diagnostics.finding import is_sound
from handbook.downloads.pdf import PrintingError
from handbook.publish.folder import write_folder_zip
from handbook.settings.day import commit_date
from handbook.settings.loading import load_settings
from handbook.text.formats import date, number
from handbook.text.slug import slug

MEGABYTE = 1_000_000


def main(arguments: list[str]) -> int:
    """Make it; 0 when done, 1 when something is wrong with the content, 2 when it cannot be written."""
    parser = Parser("folder", "Làm bản mở từ thư mục hay USB, không cần mạng: một tệp ZIP.")
    parser.add_config_file()
    parser.add_date()
    parser.named.add_argument("--output", type=Path, metavar="TỆP", help="nơi ghi tệp ZIP (mặc định: tên cẩm nang)")
    parser.named.add_argument("--no-files", action="store_true", help="không kèm các tệp để tải; tệp ZIP nhỏ hơn nhiều")
    options = parser.read(arguments)
    with TemporaryDirectory() as aside:
        wanted = Wanted("folder", options.date or commit_date(options.config_file.parent), time.time(), "")
        settings, findings = load_settings(options.config_file, site_dir=Path(aside) / "site", date=wanted.date)
        try:
            if settings is not None:
                when = "none" if options.no_files else "now"
                findings = build_site(settings, findings, when, wanted, None).findings
        except (GenerationError, PrintingError, ChangedMeanwhileError) as error:
            print(error, file=sys.stderr)
            return 1
        if findings:
            print(REPORTS["text"](findings))
        if settings is None or not is_sound(findings):
            return 1
        name = settings.deployment.name
        output = options.output or Path(f"{slug(name)}.zip")
        try:
            count = write_folder_zip(settings.site_dir, output, name, date(settings.date))
        except OSError as error:
            print(f"Không ghi được {output}: {error.strerror}. Chọn nơi khác bằng --output.", file=sys.stderr)
            return 2
    size = number(round(output.stat().st_size / MEGABYTE, 1))
    print(f"Đã ghi {output}: {count} tệp, {size} MB.", file=sys.stderr)
    return 0
