"""LibreOffice reads the files we write and gives them in another format; one profile and one start a call.

It starts slowly: give many files in one call.
"""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
<value>{mode}</value></prop></item>
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse">\
<value>true</value></prop></item>
</oor:items>
"""
ALWAYS, NEVER = 0, 1
"""Whether spreadsheets are calculated anew when they are opened, or shown with the values they carry."""


def convert(files: Sequence[Path], to: str, folder: Path, *, recalculate: bool = False) -> list[Path]:
    """Give each file in another format, in the same order, written into `folder` (made when missing).

    Args:
        files: What to convert; their names without suffix must differ.
        to: The format, as soffice names it: "pdf", "xlsx", "docx" …
        folder: Where the results go, under the same names; not where the files are.
        recalculate: Whether a spreadsheet's formulas are calculated anew, instead of trusting the values it carries.

    Raises:
        RuntimeError: LibreOffice failed or left a file out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    results = [folder / f"{file.stem}.{to.partition(':')[0]}" for file in files]
    if len(set(results)) < len(results) or set(results) & set(files):
        raise ValueError("each result needs a name of its own")
    for result in results:
        result.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as home:
        user = Path(home) / "user"
        user.mkdir()
        mode = ALWAYS if recalculate else NEVER
        (user / "registrymodifications.xcu").write_text(PROFILE.format(mode=mode), encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation={Path(home).as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", to, "--outdir", str(folder), *map(str, files)]
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    missing = [result.name for result in results if not result.is_file()]
    if run.returncode or missing:
        raise RuntimeError(f"soffice gave {run.returncode}, without {missing}: {run.stdout}{run.stderr}")
    return results
