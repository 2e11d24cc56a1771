"""The version that a site's scripts and styles bear in their addresses, so that pages and scripts of two never meet.

A page asks for what it was published with, and gets that or nothing; browsers may keep it for good.
"""

import hashlib
from collections.abc import Mapping

SCRIPTS, STYLES = "assets/javascripts/handbook/", "assets/stylesheets/handbook/"
"""Where the theme keeps its own; Material's files bear a version already."""
LENGTH = 8


def has_version(path: str) -> bool:
    """Tell whether a file is one of those that bear the version."""
    return path.startswith((SCRIPTS, STYLES))


def version_of(files: Mapping[str, bytes]) -> str:
    """Digest what files hold, by their paths; the same files give the same version."""
    digest = hashlib.sha256()
    for path, content in sorted(files.items()):
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:LENGTH]


def versioned(path: str, version: str) -> str:
    """Give the path under which a file, or a folder with its last slash, is published."""
    for folder in (SCRIPTS, STYLES):
        if path.startswith(folder):
            return f"{folder.removesuffix('/')}-{version}/{path.removeprefix(folder)}"
    return path
