"""Where made files are kept between builds: each under the digest of all it was made from.

Whatever is damaged, foreign or half written counts as absent. Several builds may use one store at once.
"""

import contextlib
import hashlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from handbook.downloads.written import Written

UNUSED_DAYS = 30
SECONDS_OF_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of made files."""

    folder: Path

    def find(self, key: str) -> Written | None:
        """Give what was made under a key, if it is there whole."""
        content_file, facts_file = self._files(key)
        try:
            content = content_file.read_bytes()
            facts = json.loads(facts_file.read_text(encoding="utf-8"))
            own_key, digest, pages = facts["key"], facts["digest"], facts["pages"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        is_whole = own_key == key and digest == hashlib.sha256(content).hexdigest()
        if not is_whole or not (pages is None or isinstance(pages, int)):
            return None
        with contextlib.suppress(OSError):  # a store that cannot be written can still be read
            os.utime(facts_file)
        return Written(content, pages)

    def keep(self, key: str, written: Written) -> None:
        """Keep what was made under a key.

        Raises:
            OSError: The folder cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        content_file, facts_file = self._files(key)
        facts = {"key": key, "digest": hashlib.sha256(written.content).hexdigest(), "pages": written.pages}
        _replace(content_file, written.content)
        _replace(facts_file, json.dumps(facts).encode())

    def clear_unused(self) -> None:
        """Delete what no build has asked for in a month."""
        oldest = time.time() - UNUSED_DAYS * SECONDS_OF_A_DAY
        for facts_file in (*self.folder.glob("*.json"), *self.folder.glob("*.fresh")):
            with contextlib.suppress(OSError):  # another build has just deleted it
                if facts_file.stat().st_mtime < oldest:
                    facts_file.unlink()
                    facts_file.with_suffix("").unlink()

    def _files(self, key: str) -> tuple[Path, Path]:
        return self.folder / key, self.folder / f"{key}.json"


def _replace(file: Path, content: bytes) -> None:
    """Write beside the place and rename, so that nobody reads half a file."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}.fresh")
    fresh.write_bytes(content)
    fresh.replace(file)
