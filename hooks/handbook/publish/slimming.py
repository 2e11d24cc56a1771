"""Takes out of a script what only its writers need: whole lines of comment, and the space before each line.

Scripts are sent as they stand, one file each; phones on slow networks should not fetch explanations. Knows too little
of the language to do more, and leaves lines inside a text between backticks alone.
"""


def slimmed(script: str) -> str:
    """Give the same script, shorter."""
    kept: list[str] = []
    quoted = commented = False
    for line in script.splitlines(keepends=True):
        bare = line.lstrip(" \t")
        if quoted:
            kept.append(line)
        elif commented or bare.startswith("/*"):
            commented = not bare.rstrip().endswith("*/")
            continue
        elif bare.strip() and not bare.startswith("//"):
            kept.append(bare)
        else:
            continue
        quoted ^= line.count("`") % 2 == 1
    return "".join(kept)
