"""Which fields of a record hold something: who explains a field finds an example without opening all records."""

from typing import Any

from handbook.reading.fields import Model

Keys = tuple[str, ...]
"""The keys that lead to a field, from the record on, through lists."""


def is_absent(value: object) -> bool:
    """Tell whether a value is as good as none: a flag that is not set, an empty text or list."""
    return value is None or value is False or value in ("", ())


def filled_fields(record: Model) -> tuple[Keys, ...]:
    """Give the fields that hold a value of their own, in the order of their keys, each once."""
    found: set[Keys] = set()
    _walk(record, (), found)
    return tuple(sorted(found))


def _walk(value: Any, keys: Keys, found: set[Keys]) -> None:
    """Add what is found: records are many, so it must be quick."""
    if isinstance(value, Model):
        for name, child in value.__dict__.items():
            if child or not is_absent(child):
                _walk(child, (*keys, name), found)
    elif isinstance(value, tuple):
        for one in value:
            _walk(one, keys, found)
    elif not is_absent(value):
        found.add(keys)
