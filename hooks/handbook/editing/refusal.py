"""Why an edit is not made. It must not know which edit."""


class RefusedError(Exception):
    """The edit would be wrong; the text says why and what to do, in Vietnamese, and nothing has been written."""

    def __init__(self, why: str, remedy: str = "") -> None:
        super().__init__(f"{why}\n    Cách sửa: {remedy}" if remedy else why)
