"""Whom the repository asks to review a change: the owners that records and pages name, as a CODEOWNERS file."""

import posixpath
from collections import defaultdict

from handbook.library.library import Library

HEAD = "# Ai được mời xem lại thay đổi ở đâu. Sinh từ “owner” bằng: python3 scripts/repository.py\n"


def code_owners(library: Library) -> str:
    """Give the file: a folder with one owner takes one line, other files a line each; who has no account, none."""
    accounts = {owner.id: owner.account for owner in library.settings.vocabulary.owners if owner.account}
    heads = [(entry.file.name, entry.record.owner) for entry in library.entries.values()]
    heads += [(page.file.name, page.meta.owner) for page in library.pages.values()]
    folders: dict[str, dict[str, str]] = defaultdict(dict)
    for file, owner in heads:
        folders[posixpath.dirname(file)][file] = accounts.get(owner, "") if owner else ""
    lines = []
    for folder, files in sorted(folders.items()):
        found = set(files.values())
        if len(found) == 1:
            lines += [f"/{folder}/* {account}\n" for account in found if account]
        else:
            lines += [f"/{file} {account}\n" for file, account in sorted(files.items()) if account]
    return HEAD + "".join(lines)
