"""Builds the site and publishes it as a whole: check, make, verify, switch; the old site stays if any of them fails."""

import argparse
import gc
import sys
import time
from pathlib import Path

from commands.caching import CACHE, cache_of
from commands.counting import Counting
from commands.generator import GenerationError, generate
from commands.options import REPORTS, ROOT, Parser
from handbook.addresses.files import all_offers, file_address
from handbook.build.files import make_files
from handbook.build.inputs import inputs_digest
from handbook.build.memory import Memory
from handbook.build.preparation import prepare
from handbook.build.recollection import recollection_of
from handbook.build.site import MadeSite, make_site, open_workshop
from handbook.build.store import Store
from handbook.build.unchanged import Wanted, remember_standing, standing
from handbook.build.verifying import remembered_reading
from handbook.diagnostics.finding import Finding, is_sound
from handbook.downloads.pdf import PrintingError
from handbook.publish.manifest import files_of
from handbook.publish.offline import publish_offline
from handbook.publish.publishing import NotASiteError, publish, tidy
from handbook.publish.verify import verify
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings
from handbook.text.formats import date, number

FILES = ("now", "later", "none")
STORE = ROOT / ".cache" / "files"


def main(arguments: list[str]) -> int:
    """Build and publish; 0 when done, 1 when something is wrong with the content, 2 when the site has no place."""
    parser = Parser("build", "Dựng trang: kiểm tra, dựng, xem lại, rồi thay trang cũ một lần.")
    parser.add_format()
    parser.add_config_file()
    parser.add_date()
    parser.named.add_argument(
        "--site-dir", type=Path, metavar="THƯ-MỤC", help="nơi đặt trang đã dựng (mặc định: như trong mkdocs.yml)"
    )
    parser.named.add_argument(
        "--files",
        type=_when,
        default="now",
        metavar="LÚC",
        help="tệp để tải: now: làm ngay; later: chỉ nêu tên, để làm khi có người mở; none: không kèm",
    )
    parser.named.add_argument(
        "--cache", type=Path, default=CACHE, metavar="THƯ-MỤC", help="nơi nhớ những gì đã làm (mặc định: .cache/build)"
    )
    parser.named.add_argument("--no-cache", action="store_true", help="làm lại từ đầu, không nhớ gì")
    options = parser.read(arguments)
    started = time.monotonic()
    _step("Kiểm tra dữ liệu và bài viết…")
    settings, findings = load_settings(options.config_file, site_dir=options.site_dir, date=options.date)
    try:
        if settings is not None:
            cache = None if options.no_cache else cache_of(options.cache, settings.config_file)
            findings = build_site(settings, findings, options.files, cache)
    except (GenerationError, PrintingError, NotASiteError) as error:
        print(error, file=sys.stderr)
        print("Không dựng được; trang cũ giữ nguyên.", file=sys.stderr)
        return 2 if isinstance(error, NotASiteError) else 1
    report = REPORTS[options.format](findings)
    if report:
        print(report)
    if settings is None or not is_sound(findings):
        return 1
    pages = sum(name.endswith(".html") for name in files_of(settings.site_dir))
    seconds = number(round(time.monotonic() - started, 1))
    print(f"Xong: {settings.name(settings.site_dir)} có {pages} trang, dựng trong {seconds} giây.", file=sys.stderr)
    return 0


def build_site(settings: Settings, told: list[Finding], when: str, cache: Path | None) -> list[Finding]:
    """Build, verify and publish.

    Args:
        settings: Where everything is.
        told: What reading the settings has found.
        when: One of FILES.
        cache: The folder in which builds of this handbook remember what they made; None to remember nothing.

    Returns:
        All findings; with an error among them nothing is published.

    Raises:
        GenerationError: MkDocs refused to build.
        PrintingError: A file to take away cannot be made.
        NotASiteError: The place of the site is taken by something else.
    """
    commands = sorted(Path(__file__).parent.glob("*.py"))
    with recollection_of(settings, cache) as memory:
        wanted = Wanted(f"build, files {when}", inputs_digest(settings, commands), settings.site_dir)
        findings = standing(memory, wanted)
        if findings is None:
            findings = _build(settings, told, when, memory, cache)
            if is_sound(findings) and inputs_digest(settings, commands) == wanted.inputs:
                remember_standing(memory, wanted, findings)
        else:
            tidy(settings.site_dir, _waiting)
        return findings


def _build(settings: Settings, told: list[Finding], when: str, memory: Memory, cache: Path | None) -> list[Finding]:
    prepared = prepare(settings, memory)
    gc.freeze()  # the library stays to the end: nobody need go through it for garbage
    findings = [*told, *prepared.findings]
    if not is_sound(findings):
        return findings
    wanted = () if when == "none" else all_offers(prepared.library)
    promised = frozenset(file_address(prepared.addresses, file) for file in wanted) if when == "later" else frozenset()
    files = None
    if when != "later":
        files = make_files(prepared.library, prepared.addresses, wanted, Store(STORE), Counting("Làm tệp để tải"))
    workshop = open_workshop(prepared, files.made() if files else None, memory, cache)
    made: list[MadeSite] = []

    def make(folder: Path) -> None:
        _step("Dựng trang…")
        made.append(make_site(folder, workshop, generate, Counting("Làm trang"), cache))
        if files:
            files.place(folder)
        if when != "later":  # a preview is not to be kept by the browser that shows it
            publish_offline(folder, date(settings.date), settings.site_dir)

    def look_through(folder: Path) -> list[Finding]:
        _step("Xem lại trang đã dựng…")
        site = made[-1]
        with remembered_reading(workshop, folder, site.pages) as read:
            return verify(folder, site.address, promised, read)

    return [*findings, *publish(settings.site_dir, make, look_through, _waiting)]


def _when(text: str) -> str:
    if text not in FILES:
        raise argparse.ArgumentTypeError(f"“{text}” không có; chọn {', '.join(FILES)}")
    return text


def _waiting() -> None:
    print("Một lệnh khác đang dựng trang này; chờ lệnh đó xong…", file=sys.stderr)


def _step(text: str) -> None:
    if sys.stderr.isatty():
        print(text, file=sys.stderr)
