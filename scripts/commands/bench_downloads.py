"""The cost of files to take away: a checklist's PDF beside WeasyPrint's, and all files of a thousand checklists."""

import dataclasses
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from commands.debian import provide
from commands.options import ROOT
from commands.timing import cost_of, middle_ratio, own_cpu
from handbook.addresses.addresses import Addresses
from handbook.addresses.files import offers
from handbook.build.files import make_files
from handbook.build.preparation import Prepared, prepare
from handbook.build.store import Store
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.rendering import environment
from handbook.pages.tree import render_page
from handbook.settings.loading import load_settings
from handbook.text.formats import number
from handbook.views.viewing import view_of

PEER = ROOT / ".cache" / "bench" / "weasyprint"
PEER_PACKAGE = "weasyprint==70.0"
PEER_LIBRARIES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
SHEETS = 20
MANY = 1000


def measure_downloads(rounds: int) -> str:
    """Measure and give a table in Markdown."""
    prepared = prepared_handbook()
    peer = _peer_python()
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_pages(prepared, folder)
        for _ in range(rounds):
            ours.append(_per_sheet([sys.executable, "-X", "utf8", str(Path(__file__).with_name("bench_sheets.py"))]))
            theirs.append(_per_sheet([str(peer), str(Path(__file__).with_name("bench_weasyprint.py")), str(folder)]))
    files, wall, cpu, megabytes = _thousand(prepared)
    ratio = number(round(middle_ratio(ours, theirs), 3))
    many = f"mọi tệp của {number(MANY)} bảng kiểm ({number(files)} tệp, {number(megabytes)} MB)"
    return "\n".join(
        (
            "| việc | ở đây | WeasyPrint | tỷ lệ |",
            "| --- | --: | --: | --: |",
            f"| một bảng kiểm ra PDF, CPU | {_ms(median(ours))} | {_ms(median(theirs))} | {ratio} |",
            f"| {many} | {number(round(wall))} s đồng hồ, {number(round(cpu))} s CPU | | |",
        )
    )


def checklists(library: Library, count: int) -> Library:
    """Give a library of so many checklists: the handbook's own again and again, each with an id and a title apart."""
    own = list(library.of_kind("checklist"))
    copies = []
    for index in range(count):
        entry = own[index % len(own)]
        record = entry.record.model_copy(update={"title": f"{entry.record.title} {index}"})
        copies.append(dataclasses.replace(entry, id=f"{entry.id}-{index}", record=record))
    return dataclasses.replace(library, entries=library.entries.with_entries(*copies))


def prepared_handbook() -> Prepared:
    """Load this handbook.

    Raises:
        RuntimeError: Its configuration cannot be read.
    """
    settings, _ = load_settings(ROOT / "mkdocs.yml", site_dir=None, date=None)
    if settings is None:
        raise RuntimeError("mkdocs.yml cannot be read; run scripts/check.py")
    return prepare(settings)


def _per_sheet(command: list[str]) -> float:
    """Give the CPU seconds of one more sheet: what many cost beyond what starting costs."""
    none, many = (cost_of([*command, str(count)]).cpu for count in (0, SHEETS))
    return (many - none) / SHEETS


def _thousand(prepared: Prepared) -> tuple[int, float, float, int]:
    library = checklists(prepared.library, MANY)
    own = {entry.target for entry in prepared.library.of_kind("checklist")}
    added = (entry.target for entry in library.of_kind("checklist") if entry.target not in own)
    wanted = [file for target in added for file in offers(library, target)]
    with tempfile.TemporaryDirectory() as folder:
        started, used = time.perf_counter(), own_cpu()
        files = make_files(library, Addresses(library.settings), wanted, Store(Path(folder)), lambda _done, _of: None)
        wall, cpu = time.perf_counter() - started, own_cpu() - used
        size = sum(made.size for made in files.made().values())
    return len(wanted), wall, cpu, round(size / 1024 / 1024)


def _write_pages(prepared: Prepared, folder: Path) -> None:
    """Write the checklists' pages as HTML with the handbook's own styles: the same sheet, for whom prints HTML."""
    library, addresses = prepared.library, prepared.addresses
    styles = sorted((ROOT / "theme" / "assets" / "stylesheets" / "handbook").glob("*.css"))
    links = "".join(f'<link rel="stylesheet" href="{file.as_uri()}">' for file in styles)
    templates = environment()
    for index, entry in enumerate(library.of_kind("checklist")):
        page = render_page(library, addresses, view_of(library, addresses, Target(entry.kind, entry.id)), templates)
        html = f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{index}</title>{links}'
        (folder / f"{index:03}.html").write_text(
            f'{html}<body class="md-typeset"><article>{page.html}</article></body></html>', encoding="utf-8"
        )


def _peer_python() -> Path:
    """Install WeasyPrint into a folder of its own, with the system's libraries that it needs."""
    python = PEER / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEER)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", PEER_PACKAGE], check=True)
    provide({"pango-view": ("pango1.0-tools", *PEER_LIBRARIES)}, print)
    return python


def _ms(seconds: float) -> str:
    return f"{number(round(seconds * 1000))} ms"
