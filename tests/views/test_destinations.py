"""Links of the changes and of the journey lead somewhere, or whoever made them hears of it."""

import pytest

from handbook.addresses.addresses import Addresses
from handbook.records.destination import Destination
from handbook.views.destinations import destination_link
from libraries import library_of


def test_a_link_to_nothing_is_never_made() -> None:
    """A checked library has none; one that was not checked stops here and not on a reader's page."""
    library = library_of({})

    with pytest.raises(LookupError, match="leads nowhere"):
        destination_link(library, Addresses(library.settings), Destination("", "nothing"))
