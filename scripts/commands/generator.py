"""Runs MkDocs in this process and hears what it says. The only way in which commands reach MkDocs.

Knows nothing of where the finished folder goes.
"""

import datetime as dt
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from handbook.build.composing import Frame
from handbook.build.preparation import Prepared
from handbook.pages.shell import Shape


class GenerationError(Exception):
    """MkDocs refused to build, or warned where strictness allows no warning; the text holds its own words."""


def generate(
    prepared: Prepared, folder: Path, shapes: frozenset[Shape], elsewhere: frozenset[str]
) -> tuple[Frame, str]:
    """Fill a folder, in which there is no file, with the pages written by hand and the files of the theme.

    Args:
        prepared: The loaded handbook. It is handed on to the hooks, which would otherwise load everything once more.
        folder: Where the files go; whatever is in it is deleted.
        shapes: The shapes of the pages made from data, for which frames are wanted.
        elsewhere: The files of these pages inside docs/, to which links may lead.

    Returns:
        The frames, and the address that the site will have, "" if that is not known.

    Raises:
        GenerationError: MkDocs aborted, or warned.
    """
    # MkDocs takes half a second to import, and most builds that follow a small change need none of it.
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort  # noqa: PLC0415

    settings = prepared.settings
    midnight = dt.datetime.combine(settings.date, dt.time(), dt.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))  # dates the sitemap
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with _heard() as words:
        try:
            config = load_config(str(settings.config_file), site_dir=str(folder), strict=True)
            config.extra["date"] = settings.date.isoformat()
            config.extra["prepared"] = prepared
            config.extra["shapes"] = shapes
            config.extra["elsewhere"] = elsewhere
            build(config)
        except Abort as error:
            raise GenerationError("\n".join(words) or str(error)) from error
    return config.extra["frame"], config.site_url or ""


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collect MkDocs' warnings and errors instead of letting them reach the terminal."""
    listener = _Listener(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    propagates = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield listener.words
    finally:
        logger.propagate = propagates
        logger.removeHandler(listener)


class _Listener(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(record.getMessage())
