"""Code and comments in Markdown, where nothing is a link, a heading or a reference. It must not know what is sought."""

import re

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})(?P<rest>[^\n]*)")
_SPAN_OR_COMMENT = re.compile(
    r"<!--.*?(?:-->|\Z)|(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL
)
_VISIBLE = re.compile(r"[^\n]")


def blank_code(markdown: str) -> str:
    """The text with fenced blocks, code spans and comments replaced by spaces; the rest keeps its place."""
    if "`" not in markdown and "~~~" not in markdown and "<!--" not in markdown:
        return markdown
    without_fences = _blank_fences(markdown)
    return _SPAN_OR_COMMENT.sub(lambda found: _VISIBLE.sub(" ", found.group()), without_fences)


def _blank_fences(markdown: str) -> str:
    lines = markdown.split("\n")
    opened = ""
    for number, line in enumerate(lines):
        fence = _FENCE.fullmatch(line)
        if opened:
            if fence and fence["fence"].startswith(opened) and not fence["rest"].strip():
                opened = ""
            lines[number] = " " * len(line)
        elif fence and "`" not in fence["rest"]:
            opened = fence["fence"]
            lines[number] = " " * len(line)
    return "\n".join(lines)
