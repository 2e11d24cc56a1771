"""Where the builder leaves the latest state and the connections wait for the next. Knows nothing of HTTP or files."""

from threading import Condition

from handbook.preview.outcome import Outcome, State


class Stage:
    """The latest state, shared between threads."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._state = State()
        self._closed = False

    @property
    def state(self) -> State:
        """The latest state."""
        with self._changed:
            return self._state

    @property
    def is_closed(self) -> bool:
        """Whether the preview is ending and connections should, too."""
        with self._changed:
            return self._closed

    def show(self, outcome: Outcome) -> None:
        """Take in what came of a build and wake all who wait."""
        with self._changed:
            self._state = self._state.after(outcome)
            self._changed.notify_all()

    def close(self) -> None:
        """Send all who wait home."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, known: State, seconds: float) -> State:
        """Return the latest state as soon as it is not `known` any more, or after some seconds, or when closing."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state != known, seconds)
            return self._state
