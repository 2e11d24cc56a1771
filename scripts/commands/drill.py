"""The drill: changes that a new Material may bring, made for real in a copy of it, must each be noticed.

Knows what changes from `drill.toml`, and nothing of why Material would change.
"""

import re
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from commands.options import ROOT
from commands.running import run_quietly

TABLE = Path(__file__).with_suffix(".toml")
PACKAGE, LIBRARY = "material", "mkdocs-material"
ICONS = Path("templates", ".icons")
BUILT = ROOT / "tests" / "second_handbook" / "mkdocs.yml"
"""A small handbook with a page of every shape."""
LAST_LINES = 12


class NoSuchPlaceError(Exception):
    """What should change is not there any more: Material has changed in another way, and the table has to follow."""


@dataclass(frozen=True, slots=True)
class Drill:
    """One change, what must notice it, and where our side stands; see the head of `drill.toml`."""

    what: str
    file: str
    mend: str
    before: str = ""
    after: str = ""
    rename: str = ""
    told: str = ""
    test: str = ""

    @property
    def noticed_by(self) -> str:
        """Name what must notice it, in Vietnamese."""
        return self.test or f"dựng trang: “{self.told}”"


def all_drills() -> list[Drill]:
    """Read the table."""
    return [Drill(**one) for one in tomllib.loads(TABLE.read_text(encoding="utf-8"))["change"]]


def run(drills: Iterable[Drill], say: Callable[[str], None]) -> bool:
    """Make each change, tell for each what notices it and where to mend, and whether all were noticed."""
    missed = []
    for drill in drills:
        try:
            said = unnoticed(drill)
            told = f"KHÔNG AI BÁO; lệnh in ra:\n{said}" if said else ""
        except NoSuchPlaceError as error:
            told = str(error)
        missed += [drill.what] if told else []
        say(f"{drill.what}\n  → {told or drill.noticed_by}\n  → sửa ở: {drill.mend}")
    say(f"{len(missed)} thay đổi không ai báo." if missed else "Thay đổi nào cũng có nơi báo.")
    return not missed


def unnoticed(drill: Drill) -> str:
    """Make a change in a copy of Material; give what was said last if what must notice it does not, else ""."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder).resolve()
        _copy_changed(drill, place)
        environment = {"PYTHONPATH": str(place), "PYTHONUTF8": "1"}
        if drill.test:
            done = run_quietly([sys.executable, "-m", "pytest", "-q", drill.test], ROOT, environment)
            noticed = done.code == 1
        else:
            named = ["--config-file", str(BUILT), "--site-dir", str(place / "site"), "--files", "none", "--no-cache"]
            done = run_quietly([sys.executable, str(ROOT / "scripts" / "build.py"), *named], ROOT, environment)
            noticed = done.code == 1 and drill.told in done.words
        return "" if noticed else f"{done.last(LAST_LINES)}\n(mã {done.code})"


def _copy_changed(drill: Drill, place: Path) -> None:
    """Copy Material to where Python looks first, under a version of its own so that nothing remembered is taken."""
    installed = distribution(LIBRARY)
    source = Path(str(installed.locate_file(PACKAGE)))
    copy = place / PACKAGE
    left_out = source / ICONS.parent
    shutil.copytree(source, copy, ignore=lambda at, _: {ICONS.name, "__pycache__"} if Path(at) == left_out else set())
    (copy / ICONS).symlink_to(source / ICONS)
    about = place / f"{LIBRARY.replace('-', '_')}-0.dist-info"
    about.mkdir()
    for name in ("METADATA", "entry_points.txt"):
        text = installed.read_text(name) or ""
        (about / name).write_text(re.sub(r"(?m)^(Version: .*)$", rf"\1+{place.name}", text), encoding="utf-8")
    _change(drill, copy / "templates")


def _change(drill: Drill, templates: Path) -> None:
    files = sorted(templates.glob(drill.file))
    if drill.rename and files:
        files[0].rename(templates / drill.rename)
        return
    changed = 0
    for file in files:
        text, times = re.subn(drill.before, lambda _: drill.after, file.read_text(encoding="utf-8"))
        file.write_text(text, encoding="utf-8", newline="\n")
        changed += times
    if not changed:
        raise NoSuchPlaceError(f"Material không còn “{drill.before}” trong {drill.file}; sửa {TABLE.name}.")
