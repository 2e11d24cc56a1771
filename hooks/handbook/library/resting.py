"""Lets the garbage collector rest while much is made that stays. It must not know what is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """Going through thousands of records for garbage again and again takes as long as reading them."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
