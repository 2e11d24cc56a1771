"""A new site from its making to its place: made in a fresh folder, verified, switched in; or nothing changes at all.

Knows neither how pages are made nor what is verified: both are given. One process publishes a site at a time.
"""

from collections.abc import Callable
from pathlib import Path

from handbook.diagnostics import Finding, Severity
from handbook.publish.lock import held
from handbook.publish.switch import begin, clear, has_leftovers, recover, switch

LOCK = "lock"
# What every site has at its top: a folder without them is somebody's own, and not ours to replace.
MARKS = ("index.html", "sitemap.xml")


class NotASiteError(Exception):
    """The place for the site is taken by something else; the text says so in Vietnamese."""


def publish(
    site_dir: Path,
    make: Callable[[Path], None],
    verify: Callable[[Path], list[Finding]],
    waiting: Callable[[], None],
) -> list[Finding]:
    """Make a new site and put it in the place of the old one, which stays untouched unless all goes well.

    Args:
        site_dir: Where the site stands; a symbolic link is followed and stays.
        make: Fills the folder that it is given, in which there are no files; whatever it raises goes through.
        verify: Reads the finished folder and tells what is wrong with it.
        waiting: Called once if another process is publishing this site and has to end first.

    Returns:
        What `verify` found. Any error among it has kept the old site in place; warnings alone do not.

    Raises:
        NotASiteError: `site_dir` holds something that is no site.
        OSError: A folder cannot be made, renamed or deleted.
    """
    site = site_dir.resolve()
    work = work_folder(site)
    _refuse_others(site)
    with held(work / LOCK, waiting):
        recover(site, work)
        try:
            fresh = begin(work)
            make(fresh)
            findings = verify(fresh)
            if all(finding.severity is not Severity.ERROR for finding in findings):
                switch(site, work)
        finally:
            clear(work)
    return findings


def tidy(site_dir: Path, waiting: Callable[[], None]) -> None:
    """Clear what a killed build has left beside a site that need not be made anew.

    Raises:
        OSError: A folder cannot be renamed or deleted.
    """
    site = site_dir.resolve()
    work = work_folder(site)
    if has_leftovers(work):
        with held(work / LOCK, waiting):
            recover(site, work)


def work_folder(site: Path) -> Path:
    """Return the folder beside the site in which the next one is made: on the same disk, so that it can be renamed."""
    return site.parent / f".{site.name}-work"


def _refuse_others(site: Path) -> None:
    if not site.exists() or (site.is_dir() and not any(site.iterdir())):
        return
    if not all((site / mark).is_file() for mark in MARKS):
        raise NotASiteError(
            f"{site} đang chứa thứ khác, không phải trang đã dựng; để nguyên.\n"
            "    Cách sửa: chọn thư mục khác bằng --site-dir, hoặc tự dời những gì đang ở đó."
        )
