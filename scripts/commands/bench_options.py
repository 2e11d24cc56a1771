"""The command line of one subject of `bench.py`. Knows none of them."""

from commands.options import Parser


def subject_parser(subject: str, description: str) -> Parser:
    """Give a parser that calls itself by the command and its subject."""
    parser = Parser("bench", description)
    parser.prog = f"{parser.prog} {subject}"
    return parser
