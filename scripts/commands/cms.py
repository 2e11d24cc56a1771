"""Opens the web editor over the files of this checkout: forms instead of YAML, saved in the canonical form."""

import sys
from pathlib import Path

from commands.npm import NoPackageError, Package, provide_package
from commands.options import ROOT, Parser
from handbook.diagnostics.report import as_text
from handbook.editing.cms_editor import ENTRY, refuse_other_editor
from handbook.editing.cms_folder import all_shown
from handbook.editing.cms_server import CmsServer
from handbook.editing.refusal import RefusedError
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings

PORT = 8001
EDITOR = Package("Sveltia CMS", ROOT / "requirements" / "cms", Path("@sveltia", "cms", ENTRY), "trình soạn")


def main(arguments: list[str]) -> int:
    """Serve until Ctrl-C; 1 when the handbook's settings cannot be read, 2 when the editor cannot be served."""
    parser = Parser("cms", "Mở trình soạn trong trình duyệt: sửa bản ghi bằng biểu mẫu, lưu là ghi vào tệp.")
    parser.add_port(PORT)
    parser.add_config_file()
    options = parser.read(arguments)
    settings, findings = load_settings(options.config_file)
    if settings is None:
        print(as_text(findings))
        return 1
    try:
        package = provide_package(EDITOR, _say).parent.parent
        refuse_other_editor(package)
        server = CmsServer(options.port, package, lambda: _settings(options.config_file), _say)
    except (NoPackageError, RefusedError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError:
        print(f"Cổng {options.port} đang bận. Chọn cổng khác: --port 0 lấy cổng trống.", file=sys.stderr)
        return 2
    _tell_unreadable(settings)
    _say(f"Trình soạn mở tại {server.address} (Ctrl-C để dừng).")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        _say("Đã dừng. Chạy python3 scripts/check.py để xem còn lỗi nào không.")
    finally:
        server.server_close()
    return 0


def _settings(config_file: Path) -> Settings:
    """Load the settings as they are now: the editor changes some of their files."""
    settings, findings = load_settings(config_file)
    if settings is None:
        raise RefusedError(f"Thiết lập đang có lỗi; chưa ghi gì.\n{as_text(findings)}", "Sửa lỗi ấy trước.")
    return settings


def _tell_unreadable(settings: Settings) -> None:
    _, findings = all_shown(settings)
    if findings:
        _say(as_text(findings))
        _say("Các tệp có lỗi trên chưa mở được trong trình soạn; sửa bằng tay trước.")


def _say(text: str) -> None:
    print(text, flush=True)
