"""One table of addresses: the page a target stands on, its anchor, links between pages, and where a line is edited."""

import posixpath
from dataclasses import dataclass, field

from handbook.library.target import PAGE, REPORT, Target
from handbook.records.destination import PAGE_SUFFIX
from handbook.settings.settings import Settings

INDEX = "index.md"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one deployment."""

    settings: Settings
    _known: dict[Target, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The addresses of pages that were asked for."""

    def page_file(self, target: Target) -> str:
        """Give the page's file inside docs/, as MkDocs would have it: `van-ban/hd-42.md`.

        A further page of a long index or report stands below the first one: `dien-hinh/2.md`. Ids and slugs begin with
        a letter, so no record or report can stand there.
        """
        if target.kind == PAGE:
            return target.id
        if target.page:
            first = address_of_file(self.page_file(Target(target.kind, target.id)))
            return f"{first}{target.page}{PAGE_SUFFIX}"
        if target.kind == REPORT:
            return next(f"{entry.slug}.md" for entry in self.settings.vocabulary.reports if entry.id == target.id)
        slug = self.settings.kind(target.kind).slug
        return f"{slug}/{target.id}.md" if target.id else f"{slug}/{INDEX}"

    def page_address(self, target: Target) -> str:
        """Give the page's address from the root of the site, ending in a slash: `van-ban/hd-42/`; "" is the start."""
        page = Target(target.kind, target.id, page=target.page) if target.part else target
        found = self._known.get(page)
        if found is None:
            found = self._known[page] = address_of_file(self.page_file(page))
        return found

    def link(self, target: Target, start: str) -> str:
        """Give the link to a target from the page with address `start`."""
        there = self.page_address(target)
        anchor = f"#{target.part}" if target.part else ""
        if there == start and anchor:
            return anchor
        return f"{_relative(there, start)}{anchor}"

    def link_to_download(self, address: str, start: str) -> str:
        """Give the link to a file that stands at `address` from the page with address `start`."""
        return posixpath.relpath(f"/{address}", f"/{start}")

    def link_to_file(self, target: Target, start_file: str) -> str:
        """Give the link to a target's file from another file inside docs/, for Markdown that MkDocs checks."""
        relative = posixpath.relpath(self.page_file(target), posixpath.dirname(start_file) or ".")
        return f"{relative}#{target.part}" if target.part else relative

    def public(self, target: Target) -> str | None:
        """Give the full public address, where the deployment has one."""
        root = self.settings.deployment.address
        if root is None:
            return None
        anchor = f"#{target.part}" if target.part else ""
        return f"{root.rstrip('/')}/{self.page_address(target)}{anchor}"

    def edit(self, file: str, line: int) -> str | None:
        """Give the address where a line of a file is edited, where the deployment has a repository."""
        repository = self.settings.deployment.repository
        return repository.edit(file, line) if repository else None


def _relative(there: str, start: str) -> str:
    """Lead from one page's address to another's; both are "" or end in a slash."""
    up, shared = "", start
    while not there.startswith(shared):
        up += "../"
        shared = shared[: shared.rfind("/", 0, -1) + 1]
    return up + there[len(shared) :] or "./"


def where(addresses: Addresses, target: Target) -> str:
    """Name a page in a message: its full public address, or the one from the root of the site."""
    return addresses.public(target) or f"/{addresses.page_address(target)}"


def address_of_file(file: str) -> str:
    """Give the address of a page's file: `a/b.md` → `a/b/`, `a/index.md` → `a/`, `index.md` → ``."""
    stem = file.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        stem = stem.removesuffix("index").rstrip("/")
    return f"{stem}/" if stem else ""
