"""An index knows by what to list a record without opening it."""

import pytest

from handbook.library.listing import LOCAL, Listing, listing_of
from libraries import DAY, Fields, library_of


@pytest.mark.parametrize(
    ("name", "fields", "listing"),
    [
        ("term/a", {"title": "Từ"}, Listing("Từ", "Từ")),
        ("form/a", {"title": "Mẫu giấy mời", "short_title": "Giấy mời"}, Listing("Mẫu giấy mời", "Giấy mời")),
        (
            "document/a",
            {"number": "12-HD", "status": "in_force", "issued_on": DAY},
            Listing("Bản ghi a", "12-HD", ("in_force",), DAY.isoformat()),
        ),
        (
            "document/a",
            {"number": "12-HD", "status": "in_force", "issued_on": None, "issued_note": "Chưa rõ.", "place": "block-b"},
            Listing("Bản ghi a", "12-HD", (LOCAL,)),
        ),
        ("source/a", {"nature": "press"}, Listing("Bản ghi a", "Bản ghi a", ("press",))),
        (
            "case/a",
            {"branch_types": ["shop-floor", "high-floor"]},
            Listing("Bản ghi a", "Tên ngắn", ("shop-floor", "high-floor")),
        ),
        ("topic/a", {"branch_types": ["high-floor"]}, Listing("Bản ghi a", "Tên ngắn", ("high-floor",))),
    ],
    ids=["term", "short-title", "document", "local-document", "source", "case", "topic"],
)
def test_by_what_a_record_is_looked_for(name: str, fields: Fields, listing: Listing) -> None:
    """Its title, what it is called in few words, what decides its group, and when it was issued."""
    [entry] = library_of({name: fields}).entries.values()

    assert listing_of(entry) == listing
