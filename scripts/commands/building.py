"""The work of a build: check, make, verify, switch. What is told of it, and where, is not known here.

It loads the whole generator, so a command imports it only when there is something to do.
"""

import argparse
import gc
import sys
from collections.abc import Callable
from pathlib import Path

from commands.caching import STORE
from commands.counting import Counting, step, waiting
from commands.generator import GenerationError, generate
from handbook.addresses.files import all_offers, file_address
from handbook.build.files import make_files
from handbook.build.inputs import files_read
from handbook.build.looking import Look, look_at
from handbook.build.memory import Memory
from handbook.build.parallel import WorkerLostError
from handbook.build.preparation import prepare
from handbook.build.recollection import recollection_of
from handbook.build.site import MadeSite, make_site, open_workshop
from handbook.build.store import Store
from handbook.build.unchanged import Standing, Wanted, remember_standing
from handbook.build.verifying import remembered_reading
from handbook.diagnostics.finding import Finding, is_sound
from handbook.diagnostics.system import told as told_by_system
from handbook.downloads.pdf import PrintingError
from handbook.library.record_files import ChangedSinceError
from handbook.publish.manifest import files_of
from handbook.publish.offline import publish_offline
from handbook.publish.publishing import NotASiteError, publish
from handbook.publish.verify import verify
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings
from handbook.text.formats import date

CHANGED_MEANWHILE = (
    "Có tệp bị sửa trong lúc dựng, nên trang vừa dựng có thể nửa cũ nửa mới; bỏ trang ấy.\n"
    "    Cách sửa: sửa xong thì chạy lại lệnh này."
)
MADE_BETWEEN_CLEANINGS = 10_000
"""So many more objects are made than given back before the collector looks for those that nobody can reach: a page has
hardly any, and to look for them as often as Python does by itself takes a twentieth of a build."""


class ChangedMeanwhileError(Exception):
    """A file that the site is made from changed while it was read; the text says so in Vietnamese."""


def built(options: argparse.Namespace, wanted: Wanted, cache: Path | None) -> Standing | int:
    """Build as the options of the command say.

    Args:
        options: Of the command.
        wanted: What is asked for.
        cache: The folder in which builds of this handbook remember what they made; None to remember nothing.

    Returns:
        What is to be told; the exit code where the build failed, which people have been told.
    """
    step("Kiểm tra dữ liệu và bài viết…")
    settings, findings = load_settings(options.config_file, site_dir=options.site_dir, date=wanted.date)
    if settings is None:
        return Standing(findings, ())
    try:
        return build_site(settings, findings, options.files, wanted, cache)
    except (GenerationError, PrintingError, ChangedMeanwhileError, NotASiteError) as error:
        _say_failed(str(error))
        return 2 if isinstance(error, NotASiteError) else 1
    except WorkerLostError:
        _say_failed(
            "Một tiến trình con bị dừng giữa chừng, thường vì máy hết bộ nhớ.\n    Cách sửa: chạy lại lệnh này."
        )
        return 2
    except OSError as error:
        _say_failed(told_by_system(error))
        return 2


def build_site(settings: Settings, told: list[Finding], when: str, wanted: Wanted, cache: Path | None) -> Standing:
    """Build, verify and publish; remember what was told if it was sound.

    Args:
        settings: Where everything is.
        told: What reading the settings has found.
        when: The files to take away: now, later or none.
        wanted: What the command was asked for.
        cache: The folder in which builds of this handbook remember what they made; None to remember nothing.

    Returns:
        All findings; with an error among them nothing is published.

    Raises:
        GenerationError: MkDocs refused to build.
        PrintingError: A file to take away cannot be made.
        ChangedMeanwhileError: A file that the site is made from changed while it was read.
        NotASiteError: The place of the site is taken by something else.
        WorkerLostError: A process that makes files was killed.
        OSError: Something cannot be read or written.
    """
    read = files_read(settings)
    before = look_at(read)
    try:
        with recollection_of(settings, cache) as memory:
            findings = _build(settings, told, when, memory, cache, lambda: _refuse_changes(settings, wanted, before))
    except ChangedSinceError as error:
        raise ChangedMeanwhileError(CHANGED_MEANWHILE) from error
    if not is_sound(findings):
        return Standing(findings, read)
    pages = sum(name.endswith(".html") for name in files_of(settings.site_dir))
    made = Standing(findings, read, settings.site_dir, pages)
    remember_standing(cache, wanted, made, before)
    return made


def _build(
    settings: Settings,
    told: list[Finding],
    when: str,
    memory: Memory,
    cache: Path | None,
    refuse_changes: Callable[[], None],
) -> list[Finding]:
    prepared = prepare(settings, memory)
    gc.freeze()  # the library stays to the end: nobody need go through it for garbage
    gc.set_threshold(MADE_BETWEEN_CLEANINGS)
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
        step("Dựng trang…")
        made.append(make_site(folder, workshop, generate, Counting("Làm trang"), cache))
        if files:
            files.place(folder)
        if when != "later":  # a preview is not to be kept by the browser that shows it
            publish_offline(folder, date(settings.date), settings.site_dir)

    def look_through(folder: Path) -> list[Finding]:
        refuse_changes()
        step("Xem lại trang đã dựng…")
        site = made[-1]
        with remembered_reading(workshop, folder, site.pages) as read:
            return verify(folder, site.address, promised, read)

    return [*findings, *publish(settings.site_dir, make, look_through, waiting)]


def _refuse_changes(settings: Settings, wanted: Wanted, before: Look) -> None:
    """Refuse a site that may be half of what stood in the files before, and half of what stands there now."""
    again: Settings | None = settings
    if before.has_changed_since(wanted.begun):  # perhaps after the settings were read
        again, _ = load_settings(settings.config_file, site_dir=settings.site_dir, date=settings.date)
    if again != settings or look_at(files_read(settings)).digest != before.digest:
        raise ChangedMeanwhileError(CHANGED_MEANWHILE)


def _say_failed(why: str) -> None:
    print(f"{why}\nKhông dựng được; trang cũ giữ nguyên.", file=sys.stderr)
