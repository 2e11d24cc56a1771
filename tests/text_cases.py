"""For the rules over what texts are written with: records that trip them, and records that just pass."""

from handbook.rules import letters
from rule_cases import Case

TEXT_CASES: dict[str, Case] = {
    "a letter that no font has": (
        letters.letters_can_be_printed,
        "text.letter",
        {"source/a": {"note": "Xong thì đánh ☑."}},
        {"source/a": {"note": "Xong thì đánh □ hoặc * … “Ặ” – 5 m² ≥ ½."}},
    ),
    "a letter in a story": (
        letters.letters_can_be_printed,
        "text.letter",
        {"case/a": {"body": "\nViết `漢字` ở đây.\n"}},
        {"case/a": {"body": "\nViết `Hán tự` ở đây.\n"}},
    ),
}
