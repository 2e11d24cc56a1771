"""What a library tells when asked with a function: each answer is found once, and is all that is read of the library.

Who only needs the name of a record, or the order of a list, depends on that name or order, not on all that was read to
find it. It must not know what is asked.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar, cast

from handbook.library.target import Target

Key = TypeVar("Key", bound=Target | str)
Value = TypeVar("Value")


class Answers:
    """The answers found so far."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[Callable[..., Any], Target | str], Any] = {}

    def of(self, library: Any, tell: Callable[[Any, Key], Value], key: Key) -> Value:
        """Give the answer of a function about one thing."""
        asked = (tell, key)
        if asked not in self._known:
            self._known[asked] = tell(library, key)
        return cast("Value", self._known[asked])


def named_function(tell: Callable[..., Any]) -> str:
    """Name a function of a module, so that another run can find it."""
    return f"{tell.__module__}:{tell.__name__}"


def function_named(name: str) -> Callable[..., Any]:
    """Find a function by its name.

    Raises:
        AttributeError: Its module has no such function.
        ImportError: There is no such module.
    """
    module, _, function = name.partition(":")
    return cast("Callable[..., Any]", getattr(import_module(module), function))
