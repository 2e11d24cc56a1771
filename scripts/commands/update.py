"""Raises the pins, shows what that changes in the site, then runs everything; or drills a change of the theme."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from commands import drill
from commands.options import ROOT, Parser
from commands.pins import Change, changes, pinned_by_hand, read_pins
from commands.raising import FOLDER, RefusedPinsError, raised
from commands.site_difference import compare_sites, told
from commands.uv import NoCompilerError, provide_uv

BUILT = Path(".cache", "update-sites")
TAKE_BACK = "Lấy lại bản cũ: git restore requirements (lệnh chạy sau đó tự cài lại)."


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Raise; 0 when all is well, 1 when the site or a test is not, 2 when no newer pins can be made."""
    parser = Parser("update", "Nâng các bản ghim, cho xem trang dựng ra khác gì, rồi chạy mọi bài thử.")
    parser.named.add_argument("--only", nargs="+", default=[], metavar="TÊN", help="chỉ nâng những gói này")
    parser.named.add_argument("--show", action="store_true", help="chỉ kể gói nào có bản mới hơn, không đổi gì")
    parser.named.add_argument(
        "--drill", action="store_true", help="thử từng thay đổi của giao diện Material: bài thử nào báo, sửa ở đâu"
    )
    options = parser.read(arguments)
    if options.drill:
        return int(not drill.run(drill.all_drills(), _say))
    try:
        if not options.show:
            _expect_clean(root)
        uv = provide_uv(root, _say)
        with tempfile.TemporaryDirectory() as folder:
            newest = raised(root, Path(folder, "newest"), uv, options.only, lift=not options.only)
            if options.show:
                return _show(changes(read_pins(root / FOLDER), read_pins(newest)), _by_hand(root))
            fresh = newest if options.only else raised(root, Path(folder, "fresh"), uv, ())
            _tell_held(changes(read_pins(fresh), read_pins(newest)), _by_hand(root))
            return _raise(root, fresh)
    except (NoCompilerError, RefusedPinsError) as error:
        print(error, file=sys.stderr)
        return 2


def _show(found: Iterable[Change], held: Iterable[str]) -> int:
    lines = [f"{one.line()}{' – ghim tay: --only ' + one.name if one.name in held else ''}" for one in found]
    _say("\n".join(lines) or "Không có bản nào mới hơn.")
    return 0


def _tell_held(found: Iterable[Change], held: Iterable[str]) -> None:
    """Name what is newer and stays, because a person has pinned it."""
    for one in found:
        if one.name in held:
            _say(f"Ghim tay, để nguyên: {one.name} {one.before}, đã có {one.after} (nâng bằng --only {one.name}).")


def _raise(root: Path, fresh: Path) -> int:
    found = changes(read_pins(root / FOLDER), read_pins(fresh))
    if not found:
        _say("Không có bản nào mới hơn; không đổi gì.")
        return 0
    _say("Dựng trang bằng bản đang ghim để so…")
    before, after = root / BUILT / "before", root / BUILT / "after"
    if not _builds(root, before):
        _say("Trang chưa dựng được từ trước khi nâng; chưa đổi gì. Sửa lỗi trên rồi chạy lại.")
        return 1
    shutil.copytree(fresh, root / FOLDER, dirs_exist_ok=True)
    _say(f"── Đã nâng {len(found)} gói\n" + "\n".join(one.line() for one in found))
    if not _builds(root, after):
        _say(f"Bản mới không dựng được trang (báo như trên).\n{TAKE_BACK}")
        return 1
    _say("── Trang dựng ra\n" + "\n".join(told(compare_sites(before, after))))
    if _run(root, "test", "--long").returncode:
        _say(f"Có bài thử chưa đạt với bản mới; các tệp ghim mới còn trong {FOLDER}.\n{TAKE_BACK}")
        return 1
    _say(f"Đạt tất cả. Đọc lại git diff {FOLDER} rồi ghi vào git.")
    return 0


def _expect_clean(root: Path) -> None:
    """Refuse where taking back would take away somebody's own changes."""
    command = ["git", "status", "--porcelain", "--", FOLDER]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    if done.stdout.strip():
        raise RefusedPinsError(
            f"Thư mục {FOLDER} có thay đổi chưa ghi vào git; nâng lên thì không lấy lại được.\n"
            f"    Cách sửa: ghi vào git, hoặc bỏ bằng git restore {FOLDER}, rồi chạy lại."
        )


def _by_hand(root: Path) -> set[str]:
    return {name for file in (root / FOLDER).glob("*.in") for name in pinned_by_hand(file.read_text(encoding="utf-8"))}


def _builds(root: Path, site: Path) -> bool:
    shutil.rmtree(site, ignore_errors=True)
    return _run(root, "build", "--site-dir", str(site), "--no-cache").returncode == 0


def _run(root: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    sys.stdout.flush()
    command = [sys.executable, str(root / "scripts" / f"{script}.py"), *arguments]
    return subprocess.run(command, cwd=root, check=False)


def _say(text: str) -> None:
    print(text, flush=True)
