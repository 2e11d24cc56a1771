"""Faults as slips of the hand make them: one character, one line or one key of a record, changed at random."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

LETTERS = "aeghintuăđơưếộ0159 .,:;#-\"'|>&*!?%@`[]{}()\\/_\t\u0301\u00a0"
_KEY = re.compile(r"^(?P<before> *(?:- )?)(?P<key>[a-z_]+)(?P<after>:(?: .*)?)$")


@dataclass(frozen=True, slots=True)
class Mutation:
    """A faulty text: what was done to it, and the lines, counted from 1, on which it may be told."""

    what: str
    text: str
    first: int
    last: int

    def near(self, line: int) -> bool:
        """Tell whether a line is the changed one or at most one away."""
        return self.first - 1 <= line <= self.last + 1


def mutated(text: str, chance: random.Random) -> Mutation:
    """Change a text in one way; it is not the same afterwards."""
    while True:
        one = chance.choice(WAYS)(text, chance)
        if one.text != text:
            return one


def _character(text: str, chance: random.Random) -> Mutation:
    at = chance.randrange(len(text))
    line = text.count("\n", 0, at) + 1
    letter = chance.choice(LETTERS)
    way = chance.choice(("take", "put", "replace", "swap"))
    if way == "take":
        changed = text[:at] + text[at + 1 :]
    elif way == "put":
        changed = text[:at] + letter + text[at:]
    elif way == "replace":
        changed = text[:at] + letter + text[at + 1 :]
    else:
        changed = text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
    return Mutation(f"{way} character {at} {letter!r}", changed, line, line + (text[at] == "\n"))


def _line(text: str, chance: random.Random) -> Mutation:
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    line = lines[at]
    changes: dict[str, tuple[str, ...]] = {
        "take": (),
        "double": (line, line),
        "empty": ("\n",),
        "indent": (f" {line}",),
        "outdent": (line.removeprefix(" "),),
        "comment": (f"# {line}",),
        "halve": (line[: len(line) // 2].rstrip() + "\n",),
        "swap": (*lines[at + 1 : at + 2], line),
    }
    way = chance.choice(tuple(changes))
    taken = 2 if way == "swap" else 1
    text = "".join((*lines[:at], *changes[way], *lines[at + taken :]))
    return Mutation(f"{way} line {at + 1}", text, at + 1, at + max(len(changes[way]), 1))


def _key(text: str, chance: random.Random) -> Mutation:
    lines = text.splitlines()
    keyed = [(at, found) for at, line in enumerate(lines) if (found := _KEY.match(line))]
    at, found = chance.choice(keyed)
    before, key, after = found["before"], found["key"], found["after"]
    letter = chance.randrange(len(key))
    other = chance.choice(keyed)[1]["key"]
    changes = {
        "misspell": f"{before}{key[:letter]}{key[letter + 1 :]}{after}",
        "rename": f"{before}{other}{after}",
        "capital": f"{before}{key.capitalize()}{after}",
        "no colon": f"{before}{key}{after.removeprefix(':')}",
        "no value": f"{before}{key}:",
        "no space": f"{before}{key}:{after[2:]}",
        "list": f"{before}{key}: [{after[2:]}]",
        "number": f"{before}{key}: 12",
        "date": f"{before}{key}: 2026-13-45",
        "flag": f"{before}{key}: yes",
    }
    way = chance.choice(tuple(changes))
    lines[at] = changes[way]
    return Mutation(f"{way} key {key!r} line {at + 1}", "\n".join(lines) + "\n", at + 1, at + 1)


WAYS: tuple[Callable[[str, random.Random], Mutation], ...] = (_character, _line, _key)
