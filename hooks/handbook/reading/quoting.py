"""How messages show a piece of a file, and how it would be written in quotes. It must not know why it is shown."""

_LONGEST = 60


def shown(text: str) -> str:
    """The text in Vietnamese quotation marks, on one line and cut when it is long."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[: _LONGEST - 1].rstrip()}…”"


def quoted(text: str) -> str:
    """The text as a quoted YAML value on one line."""
    line = " ".join(text.split())
    if '"' not in line and "\\" not in line:
        return f'"{line}"'
    return "'" + line.replace("'", "''") + "'"
