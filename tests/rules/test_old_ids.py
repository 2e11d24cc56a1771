"""Links to old addresses are told with the new one, though the old one still works."""

import pytest

from handbook.addresses.addresses import Addresses
from handbook.library.old_ids import renamed
from handbook.library.target import Target
from handbook.records.references import DocumentReference, Reference
from handbook.rules import old_ids, prose
from libraries import library_of, statement

RECORDS = {"document/rules": {"old_ids": ["law"], "statements": [statement("quorum", old_ids=["half"])]}}


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("[a](noi-quy/law.md)", "Viết “noi-quy/rules.md”."),
        ("[a](noi-quy/law.md#quorum)", "Viết “noi-quy/rules.md#quorum”."),
        ("[a](noi-quy/law.md#half)", "Viết “noi-quy/rules.md#quorum”."),
        ("[a](noi-quy/rules.md#half)", "Viết “noi-quy/rules.md#quorum”."),
    ],
)
def test_a_link_to_an_old_address_is_told_with_the_new_one(link: str, hint: str) -> None:
    """One finding, of this rule alone."""
    library = library_of(RECORDS, {"x.md": link})
    addresses = Addresses(library.settings)

    (finding,) = old_ids.links_use_new_ids(library, addresses)

    assert (finding.code, finding.hint) == ("reference.renamed", hint)
    assert list(prose.prose_is_sound(library, addresses)) == []


@pytest.mark.parametrize("link", ["[a](noi-quy/rules.md#quorum)", "[a](https://vi-du.example/noi-quy/law.md)"])
def test_a_link_to_a_new_address_is_not_told(link: str) -> None:
    """Neither a new id nor another site."""
    library = library_of(RECORDS, {"x.md": link})

    assert list(old_ids.links_use_new_ids(library, Addresses(library.settings))) == []


@pytest.mark.parametrize(
    ("reference", "now"),
    [
        (Reference("", "law"), Target("document", "rules")),
        (Reference("document", "law", "half"), Target("document", "rules", "quorum")),
        (Reference("", "rules", "half"), Target("document", "rules", "quorum")),
        (DocumentReference("", "law"), Target("document", "rules")),
        (Reference("", "law", "third"), None),
        (Reference("source", "law"), None),
        (Reference("", "rules"), None),
        (Reference("", "other"), None),
    ],
)
def test_an_old_id_means_what_it_became(reference: Reference, now: Target | None) -> None:
    """Of a record, of a part, of both at once; never of another kind, and never a living id."""
    assert renamed(library_of(RECORDS), reference) == now


def test_an_old_id_that_could_mean_two_means_none() -> None:
    """Two kinds may have had the same id; who wrote it must say which."""
    library = library_of({"term/a": {"old_ids": ["c"]}, "source/b": {"old_ids": ["c"]}})

    assert renamed(library, Reference("", "c")) is None
    assert renamed(library, Reference("term", "c")) == Target("term", "a")
