"""Word files of forms that ask for less, or for more, than fits a usual sheet."""

from downloads.word_samples import COPIES, LEFT, RIGHT, VOTE, body, form, paragraphs, word, word_of
from handbook.library.target import Target
from libraries import TYPOGRAPHY, library_of


def test_an_official_paper_needs_no_frame() -> None:
    """What the form does not ask for and the typography does not set leaves no gap."""
    bare = form(LEFT, RIGHT, COPIES, parts=[{"id": "a", "title": "Phần", "fields": [LEFT, RIGHT, COPIES]}])
    made = library_of({"form/paper": bare, TYPOGRAPHY: {"body_size": 14}})

    told = [line for line in paragraphs(body(word(made, Target("form", "paper")))) if line]

    assert told[0] == "BIÊN BẢN"
    assert "NGƯỜI GHI" in told
    assert any(line.startswith("Nơi nhận") for line in told)


def test_numbers_share_a_line_while_there_is_room() -> None:
    """More than fit go on the next line; options that are too long stand one below the other."""
    numbers = [{"id": f"n{one}", "label": f"Số {one}", "kind": "number"} for one in range(7)]
    options = [f"Một lựa chọn dài đến mức không thể đứng cạnh lựa chọn khác trên cùng một dòng {one}" for one in "ab"]
    told = paragraphs(body(word_of(form(body=[*numbers, {**VOTE, "options": options}], look="working"))))

    beside = [sum(f"Số {one}:" in line for one in range(7)) for line in told]
    assert sum(beside) == 7
    assert 1 < max(beside) < 7
    assert [sum(option in line for option in options) for line in told if any(one in line for one in options)] == [1, 1]
