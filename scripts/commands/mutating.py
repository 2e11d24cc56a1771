"""Small faults, one at a time: mutmut writes every function many times over, and the name of a fault switches it on.

Only how faults are made and where they stand in a file; it must not know which tests judge them. What mutmut leaves as
it is: what stands outside functions, and functions with a decorator other than @staticmethod and @classmethod.
"""

import ast
import difflib
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents

_ORIGINAL = "orig"
Watch = Callable[[], AbstractContextManager[None]]
"""Looks on while a module is read."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A function with one small fault."""

    key: str
    """What mutmut calls it; it counts the faults of a function."""
    function: str
    """The function's name with its class and module."""
    was: str
    """The lines that were changed, without their indentation."""
    becomes: str
    again: int
    """How many changes of the same words stand before it in the function."""
    watched: frozenset[tuple[str, int]]
    """The places of the statement that was changed: no test that passes none of them can notice."""

    @property
    def identity(self) -> tuple[str, str, str, int]:
        """What names it for as long as the changed lines stay as they are."""
        return self.function, self.was, self.becomes, self.again


@dataclass(frozen=True, slots=True)
class Mutated:
    """A module's code with all its faults, and what they are."""

    code: str
    mutants: tuple[Mutant, ...]


def mutated(file: Path, module: str) -> Mutated:
    """Write all faults into a module's code."""
    made = mutate_file_contents(str(file), file.read_text(encoding="utf-8"))
    return Mutated(made.code, tuple(_mutants(made, str(file), module)))


class Importing(MetaPathFinder):
    """Reads modules with all their faults, each of them switched off, under the eyes of whoever wants to know."""

    def __init__(
        self, modules: dict[str, tuple[Path, Mutated]], watch: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._modules = modules
        self._watch = watch

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Give a module with faults in it, or leave it to others."""
        del path, target
        if fullname not in self._modules:
            return None
        if fullname in sys.modules:
            raise ImportError(f"{fullname} was read before its faults were made")
        file, made = self._modules[fullname]
        return spec_from_file_location(fullname, file, loader=_Loader(fullname, str(file), made.code, self._watch))


class _Loader(SourceFileLoader):
    def __init__(self, name: str, file: str, code: str, watch: Watch) -> None:
        super().__init__(name, file)
        self._code = code
        self._watch = watch

    def exec_module(self, module: ModuleType) -> None:
        with self._watch():
            super().exec_module(module)

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._code, self.get_filename(fullname), "exec", dont_inherit=True)


def _mutants(made: MutatedFile, file: str, module: str) -> Iterator[Mutant]:
    lines = made.code.splitlines()
    headers = _headers(ast.parse(made.code))
    seen: Counter[tuple[str, str, str]] = Counter()
    for name in made.mutant_names:
        mangled, _, number = name.partition("__mutmut_")
        spans = [made.line_span_by_function_name[f"{mangled}__mutmut_{one}"] for one in (_ORIGINAL, number)]
        original, changed = (
            [line.replace(f"__mutmut_{one}", "", 1) for line in lines[span.start - 1 : span.end]]
            for span, one in zip(spans, (_ORIGINAL, number), strict=True)
        )
        first = spans[0].start
        touched, was, becomes = _difference(original, changed)
        words = (f"{module}.{mangled.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}", was, becomes)
        watched = {place for line in touched for place in _statement(headers, first + line, first, len(original))}
        yield Mutant(f"{module}.{name}", *words, seen[words], frozenset((file, place) for place in watched))
        seen[words] += 1


def _difference(original: list[str], changed: list[str]) -> tuple[set[int], str, str]:
    """Give the numbers of the lines that differ, what they were and what they have become."""
    touched: set[int] = set()
    was: list[str] = []
    becomes: list[str] = []
    for kind, start, end, other_start, other_end in difflib.SequenceMatcher(
        None, original, changed, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            touched |= set(range(start, end)) or {max(start - 1, 0)}
            was += [line.strip() for line in original[start:end]]
            becomes += [line.strip() for line in changed[other_start:other_end]]
    return touched, "\n".join(was), "\n".join(becomes)


def _headers(tree: ast.Module) -> list[range]:
    """Give the lines of each statement; of one that holds others, those before the first."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            end = node.end_lineno or node.lineno
            found.append(range(node.lineno, max(body[0].lineno, node.lineno + 1) if body else end + 1))
    return found


def _statement(headers: list[range], line: int, first: int, length: int) -> range:
    """Give the lines of the statement that a line belongs to; of its function where it is the head or a branch."""
    holding = [header for header in headers if line in header]
    return min(holding, key=len) if holding and line != first else range(first, first + length)
