"""What hostile files are made of: signs of YAML and Markdown, what nests without end, odd values and names."""

from typing import Any

_BETWEEN = "¦"

TOKENS: tuple[str, ...] = (
    *"a¦b: ¦- ¦? ¦: ¦, ¦[¦]¦{¦}¦&a ¦*a¦<<: ¦!!python/object ¦!t ¦| ¦>-\n¦'¦\"¦#¦ #¦%YAML 1.1\n¦---\n".split(_BETWEEN),
    *"...\n¦\n¦\n  ¦\n    ¦\t¦@¦`¦~¦null¦yes¦1e999¦0x1F¦2026-13-45¦12:30¦-0¦.nan¦ă¦e\u0301¦\u200b".split(_BETWEEN),
    *"\ufeff¦\u2028¦\U0001f600¦title: ¦id: ¦statements:¦schema_version: 1\n¦((¦))¦((a b))¦((#¦\\".split(_BETWEEN),
    *("\r", "\r\n", "\0"),
)
"""Signs of YAML and of our own texts, and what they should never hold."""
MARKS: tuple[str, ...] = (
    *"[¦]¦(¦)¦![¦](¦<¦>¦<!--¦-->¦*¦_¦`¦```\n¦~~~\n¦    ¦> ¦- ¦1. ¦# ¦|¦| - |\n¦\n¦\n\n¦!!! note\n".split(_BETWEEN),
    *'??? "a"\n¦((¦))¦{¦}¦{: #a }¦&#0;¦\\¦:¦[^1]¦[a]: b\n¦===\n¦---\n¦<div markdown>¦</div>¦^^'.split(_BETWEEN),
    *"==¦~¦$$¦http://¦a¦ế ".split(_BETWEEN),
)
"""Signs of Markdown."""
DEEP: tuple[tuple[str, str], ...] = (
    *(
        ("[", "]"),
        ("{a: ", "}"),
        ("- ", ""),
        ("? ", ""),
        ("- - ", ""),
        ("&a [", "]"),
        ("'", "'"),
        ('"', '"'),
        (" ", ""),
    ),
    *(("(", ")"), ("((", "))"), ("*", "*"), ("_", "_"), ("> ", ""), ("[", "](a)"), ("![", "](a)"), ("`", "`")),
    *(("<div>", "</div>"), ("<", ">"), ("<!--", ""), ("[a](", ")"), ("!!! note\n    ", ""), ("**", "")),
    *(("| a ", "|"), ("\\", ""), ("a\n", ""), ("\n\n> ", "")),
)
"""What may be put into itself without end: what stands before, and after."""
LONG: tuple[str, ...] = ("a", "a ", "ế", "- ", "[", "a: ", "((a)) ", "https://a/", "\t", "1", "'", "#", "\\")
"""What may stand on one line without end."""
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 10**17, 10**400, -(10**4000), 0.1, 1e308, -1e-308, float("nan"), float("inf")),
    *("", " ", "x", "a" * 100_000, "ế" * 300, "e\u0301", "\u200b", "\ud800", "\0", "\u202e", "1" * 5000, "2026-02-30"),
    *("((", "((a", "((a b))" * 50, "((:))", "((#))", "((term:))", "((a#b c))", "(" * 5000, "[" * 5000, "*" * 5000),
    *(
        "https://",
        "https://[",
        "https://[::1]:99999/",
        "http://a:b:c",
        "javascript:1",
        "//a",
        "../../..",
        "/",
        "a" * 81,
    ),
    *("<b>", "&#0;", "{{ 1/0 }}", "{% if %}", "${a}", "%s%n", "index.md", "nan", "12:30", "x\ny", "[^1]: a", "|a|b|"),
)
"""Values that nobody expects anywhere."""
KEYS: tuple[str, ...] = ("", "id", "title", "text", "schema_version", "at", "statement", "value", "a b", "ế", "0")
NAMES: tuple[str, ...] = (
    *"Viết Hoa¦a b¦..¦.ẩn¦-x¦con¦nul¦a\nb¦a\tb¦a\x1bb¦a\u202eb¦e\u0301¦ế¦%2e¦a#b¦a?b¦a:b¦'¦\"¦<b>".split(_BETWEEN),
    *"((a))¦$(a)¦`a`¦{{a}}¦1¦😀¦a.b¦~¦index".split(_BETWEEN),
    *("a\rb", "a" * 81, "a" * 240),
)
NAMES_IN_BYTES = (b"\xff\xfe", b"a\xe1\xbb", b"\xed\xa0\x80", b"a\x80", b"\xc0\xaf")
"""Names that are no UTF-8."""
