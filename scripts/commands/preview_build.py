"""One build of the whole site for the preview, which may be stopped at any moment.

It is a process of its own, so that changed generator code counts at once.
"""

import subprocess
import tempfile
from collections.abc import Sequence
from typing import Self

from handbook.preview.outcome import Outcome, read_remarks


class PreviewBuild:
    """A build that is at work; whoever leaves it before its end stops it, and the last good site stays."""

    def __init__(self, command: Sequence[str]) -> None:
        """Begin.

        Args:
            command: What builds, and reports as JSON.
        """
        # Files, not pipes: nobody reads while it works, and a report may be long.
        self._report = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the build is left
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - the same
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self._report, stderr=self._words)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not self.is_over():
            self._process.terminate()
            self._process.wait()
        self._report.close()
        self._words.close()

    def is_over(self) -> bool:
        """Tell whether it has ended."""
        return self._process.poll() is not None

    def outcome(self) -> Outcome:
        """Tell what came of it, once it has ended."""
        is_good = self._process.wait() == 0
        self._report.seek(0)
        self._words.seek(0)
        report, words = (file.read().decode("utf-8", "replace") for file in (self._report, self._words))
        try:
            remarks = read_remarks(report) if report.strip() else ()
        except ValueError:
            return Outcome(is_good=is_good, words=f"{report}{words}")
        return Outcome(is_good=is_good, remarks=remarks, words="" if is_good else words.strip())
