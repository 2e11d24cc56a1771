"""Values that are pickled by the thousand, and read back quickly. It must not know what they say."""

from typing import Any


class QuicklyPickled:
    """A frozen dataclass that is made again by a call when it is read back: in a third of the time."""

    __slots__ = ()
    __match_args__: tuple[str, ...]

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """Give what makes it again: its class, and its fields in their order."""
        return self.__class__, tuple([getattr(self, name) for name in self.__match_args__])
