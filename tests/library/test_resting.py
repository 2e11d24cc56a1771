"""While much is made that stays, nothing goes through it for garbage; afterwards all is as it was."""

import gc
from contextlib import suppress

import pytest

from handbook.library.resting import collector_resting


@pytest.mark.parametrize("at_work", [True, False])
def test_the_collector_is_left_as_it_was_found(*, at_work: bool) -> None:
    """Whoever had sent it to rest before wants it to go on resting, also after a failure."""
    found = gc.isenabled()
    try:
        gc.enable() if at_work else gc.disable()
        with collector_resting():
            assert not gc.isenabled()
        assert gc.isenabled() == at_work
        with suppress(ValueError), collector_resting():
            raise ValueError("a fault")
        assert gc.isenabled() == at_work
    finally:
        gc.enable() if found else gc.disable()
