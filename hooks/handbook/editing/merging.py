"""New values are put into a file's tree so that its comments stay with what they speak of. Knows no migration."""

import operator
from collections.abc import Mapping as Values
from collections.abc import Sequence
from typing import Any

from handbook.editing.nodes import Child, Document, Listing, Mapping, Node, Single, plain


def with_values(document: Document, values: Values[str, Any]) -> Document:
    """Give the file with these values.

    A key whose value went to another key is taken as renamed. The comments of what is gone stand before what follows.
    """
    return Document(document.head, _mapping(document.root, values))


def _node(old: Node | None, value: Any) -> Node:
    if old is not None and plain(old) == value:
        return old
    if isinstance(value, Values):
        return _mapping(old if isinstance(old, Mapping) else Mapping(()), value)
    if isinstance(value, list | tuple):
        return _listing(old if isinstance(old, Listing) else Listing(()), value)
    return Single(value)


def _mapping(old: Mapping, values: Values[str, Any]) -> Mapping:
    gone = [child for child in old.children if child.key not in values]
    children = []
    for key, value in values.items():
        before = old.child(key)
        if before is None:
            before = next((child for child in gone if plain(child.value) == value), None)
            gone = [child for child in gone if child is not before]
        children.append(_child(before, key, value))
    return Mapping(tuple(children), (*_remarks(gone), *old.after))


def _listing(old: Listing, values: Sequence[Any]) -> Listing:
    befores = _befores(old.children, values)
    left = [child for child in old.children if not any(child is before for before in befores)]
    children = [_child(before, "", value) for before, value in zip(befores, values, strict=True)]
    return Listing(tuple(children), (*_remarks(left), *old.after))


def _befores(children: Sequence[Child], values: Sequence[Any]) -> list[Child | None]:
    """Give what each value of a list was: the same value, else the one of the same id, else, in order, what is left.

    What is left is taken in order only where as many values are left: else nobody knows which of them is new.
    """
    found: list[Child | None] = [None] * len(values)
    left = list(children)
    for is_same in (operator.eq, _same_id):
        for index, value in enumerate(values):
            before = next((child for child in left if is_same(plain(child.value), value)), None)
            if found[index] is None and before is not None:
                found[index] = before
                left = [child for child in left if child is not before]
    changed = [index for index, before in enumerate(found) if before is None]
    if len(changed) == len(left):
        for index, before in zip(changed, left, strict=True):
            found[index] = before
    return found


def _child(before: Child | None, key: str, value: Any) -> Child:
    if before is None:
        return Child(_node(None, value), key)
    return Child(_node(before.value, value), key, before.above, before.beside)


def _same_id(one: object, other: object) -> bool:
    both = isinstance(one, Values) and isinstance(other, Values)
    return both and "id" in one and one["id"] == other.get("id")  # type: ignore[index, operator, attr-defined]


def _remarks(gone: Sequence[Child]) -> tuple[str, ...]:
    """Give the comments of what is gone, those inside it too."""
    found: list[str] = []
    for child in gone:
        found += [*child.above, *((child.beside,) if child.beside else ())]
        if not isinstance(child.value, Single):
            found += [*_remarks(child.value.children), *child.value.after]
    return tuple(remark for remark in found if remark)
