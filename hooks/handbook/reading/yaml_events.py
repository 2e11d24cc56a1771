"""The YAML parser's events, from the fast parser where it is built in. It must not know what becomes of them.

Events come one at a time and need no recursion, so a text that nests without end can be refused while it is read.
"""

from collections.abc import Iterator
from typing import Protocol, cast

import yaml

LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""It makes plain values only, and is fast."""


class Mark(Protocol):
    """A point of the text, counted from 0 in characters."""

    line: int
    column: int
    index: int


def events(text: str) -> Iterator[yaml.Event]:
    """The events of a text.

    Raises:
        yaml.MarkedYAMLError: the text is no YAML from here on; the events before this point have been given.
    """
    return yaml.parse(text, Loader=LOADER)


def start(event: yaml.Event) -> Mark:
    """Where an event of a text begins."""
    return cast("Mark", event.start_mark)


def end(event: yaml.Event) -> Mark:
    """Where an event of a text ends."""
    return cast("Mark", event.end_mark)
