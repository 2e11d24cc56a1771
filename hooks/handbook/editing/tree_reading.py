"""A YAML text becomes a tree that keeps its comments where they belong. It must not know what is wrong in the text.

A comment on a line of its own belongs to what follows it; if it is indented as deep as a list or mapping that has just
ended, it belongs to the end of that. Only texts that were read without a finding come here.
"""

import re

import yaml

from handbook.editing.nodes import Child, Document, Listing, Mapping, Node, Single
from handbook.editing.remarks import Remark, find_remarks
from handbook.reading.scalars import resolve
from handbook.reading.yaml_events import end, events, start

_BLOCK_TEXT = frozenset({"|", ">"})
_DASH = re.compile(r"^ *-(?=[ \n])", re.MULTILINE)
_OUTSIDE = -1


def read_tree(text: str) -> Document:
    """Read the tree of a text whose values are a mapping."""
    return _Reader(text).read()


class _Reader:
    """Goes through the events of one text, taking comments along."""

    __slots__ = ("_events", "_next_event", "_next_remark", "_reached", "_remarks", "_text")

    def __init__(self, text: str) -> None:
        self._events = [event for event in events(text) if not isinstance(event, (yaml.StreamStartEvent))]
        values = [_span(text, event) for event in self._events if isinstance(event, yaml.ScalarEvent)]
        self._remarks = list(find_remarks(text, values))
        self._text = text
        self._reached = 0
        self._next_event = 0
        self._next_remark = 0

    def read(self) -> Document:
        self._next_event = 1  # the document's start
        first = self._events[2]
        head = self._above(start(first).index) if isinstance(first, yaml.ScalarEvent) else ()
        root = self._node(_OUTSIDE)
        if not isinstance(root, Mapping):
            raise TypeError("only mappings have a tree")
        rest = tuple(remark.text for remark in self._remarks[self._next_remark :] if remark.text)
        return Document(head, Mapping(root.children, root.after + rest))

    def _node(self, outer: int) -> Node:
        """Read the next value; `outer` is the column of the collection that it stands in."""
        event = self._take()
        if isinstance(event, yaml.ScalarEvent):
            self._reached = end(event).index
            return _single(event)
        flow = isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style)
        column = start(event).column
        children = []
        while not isinstance(self._peek(), yaml.CollectionEndEvent):
            key = self._take() if isinstance(event, yaml.MappingStartEvent) else None
            children.append(self._child(key, column, flow=flow))
        closing = self._take()
        if flow:
            self._reached = end(closing).index
        after = self._above(start(closing).index) if flow else self._after(column, outer)
        kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Listing
        return kind(tuple(children), after)

    def _child(self, key: yaml.Event | None, column: int, *, flow: bool) -> Child:
        event = self._peek()
        above = self._above(start(key).index if key is not None else self._item(event, column))
        beside = self._beside(key, start(event).index) if key is not None else ""
        closed = isinstance(event, yaml.ScalarEvent) or bool(getattr(event, "flow_style", False))
        if closed:
            above += self._above(start(event).index)
        node = self._node(column)
        last = self._events[self._next_event - 1]
        later = self._beside(last, start(self._peek()).index if flow else len(self._text)) if closed else ""
        if beside and later:
            above += (beside,)
        return Child(node, key.value if isinstance(key, yaml.ScalarEvent) else "", above, later or beside)

    def _item(self, event: yaml.Event, column: int) -> int:
        """Find where a list's next value begins: at its dash, as comments behind the dash are the value's own."""
        index = start(event).index
        is_block = isinstance(event, yaml.CollectionStartEvent) and not event.flow_style
        dash = self._text.rfind(f"\n{' ' * column}-", 0, index) if is_block else -1
        return index if dash < 0 else dash + 1

    def _above(self, index: int) -> tuple[str, ...]:
        """Take the remarks before an index."""
        taken: list[str] = []
        while (remark := self._remark()) is not None and remark.index < index:
            if remark.text or not taken or taken[-1]:
                taken.append(remark.text)
            self._next_remark += 1
        return tuple(taken)

    def _beside(self, event: yaml.Event, limit: int) -> str:
        """Take the comment at the end of the line on which a value ends, if it stands before an index."""
        line = start(event).line if _is_block_text(event) else end(event).line
        remark = self._remark()
        if remark is None or remark.alone or remark.line != line or remark.index >= limit:
            return ""
        self._next_remark += 1
        return remark.text

    def _after(self, column: int, outer: int) -> tuple[str, ...]:
        """Take the comments that stand as deep as a collection that has ended."""
        limit = self._where_values_go_on()
        taken = self._next_remark
        for number, remark in enumerate(self._remarks[self._next_remark :], self._next_remark + 1):
            if remark.index >= limit or column <= outer:
                break
            if remark.text and remark.column < column:
                break
            if remark.text:
                taken = number
        found = self._remarks[self._next_remark : taken]
        self._next_remark = taken
        return tuple(remark.text for remark in found)

    def _where_values_go_on(self) -> int:
        """Find the next value, or its dash, behind the comments that stand here."""
        begun = (yaml.ScalarEvent, yaml.CollectionStartEvent)
        values = (start(event).index for event in self._events[self._next_event :] if isinstance(event, begun))
        value = next(values, len(self._text))
        dash = _DASH.search(self._text, self._reached, value)
        return dash.start() if dash else value

    def _remark(self) -> Remark | None:
        return self._remarks[self._next_remark] if self._next_remark < len(self._remarks) else None

    def _peek(self) -> yaml.Event:
        return self._events[self._next_event]

    def _take(self) -> yaml.Event:
        self._next_event += 1
        return self._events[self._next_event - 1]


def _single(event: yaml.ScalarEvent) -> Single:
    text: str = event.value
    if event.style:
        return Single(text.strip())
    value, _ = resolve(text)
    return Single(value, "" if isinstance(value, str) else text)


def _is_block_text(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in _BLOCK_TEXT


def _span(text: str, event: yaml.ScalarEvent) -> tuple[int, int]:
    """Where a value hides what looks like a comment: not in the first line of a block text, nor in what follows it."""
    first, last = start(event).index, end(event).index
    content = text[first:last].rstrip()
    if _is_block_text(event):
        return first + len(content.partition("\n")[0]), first + len(content)
    return first, first + len(content)
