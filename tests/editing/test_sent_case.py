"""A case sent without git: the form asks what the model asks, and its answers come back as a draft."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from building import DATE, ROOT
from commands import check, new
from commands.repository import repository_files
from handbook.editing.case_form import (
    ASKED,
    LINES,
    OUTSIDE,
    SOURCE,
    STORY,
    case_from,
    issue_form,
    label,
    plain_template,
    read_answers,
)
from handbook.editing.refusal import RefusedError
from handbook.editing.sent_case import sent_case
from handbook.library.loading import load_library
from handbook.reading.markdown_files import read_markdown_text
from handbook.reading.validation import validate
from handbook.records.case import Case
from handbook.settings.loading import load_settings
from libraries import library_of, settings_of_second
from second_handbooks import copy_of_second

ANSWERS = {
    "title": "Tầng 9 trồng rau trên mái",
    "short_title": "Tầng 9: rau mái",
    "unit": "Tầng 9 nhà Hoa Sen",
    "summary": "Một tầng trồng rau: ai cũng có luống.",
    "branch_types": "Tầng cao",
    "period": "Từ năm 2025",
    "facts": "Số luống: 12\nSố hộ: 8 hộ",
    "practices": "- Chia luống cho từng hộ.\n- Tưới theo lượt: sáng, chiều.",
    "limits": "Mái dột thì phải dừng.",
}


def sent(answers: dict[str, str], story: str = "Đầu tiên là # một chậu.\n\n## Rồi nhiều chậu\n\nNay đủ ăn.") -> str:
    """Give what a repository makes of a form: every question as a heading, "_No response_" where nothing was said."""
    parts = {label(field): answers.get(field, "_No response_") for field in ASKED}
    parts |= dict(zip(OUTSIDE, (story, "Bảng tin sảnh, tháng 5/2026."), strict=True))
    return "\r\n\r\n".join(f"### {title}\r\n\r\n{text}" for title, text in parts.items())


def test_the_form_asks_what_the_model_wants() -> None:
    """Every field that a case must have is a required question, in both forms, under the model's own words."""
    settings = settings_of_second()
    form = yaml.safe_load(issue_form(settings))
    asked = {one["attributes"]["label"]: one["validations"]["required"] for one in form["body"]}
    must = {
        field.title for name, field in Case.model_fields.items() if field.is_required() and name != "schema_version"
    }

    assert {title for title, required in asked.items() if required} == must | set(OUTSIDE)
    assert list(read_answers(plain_template(settings))) == list(asked)
    assert [one["attributes"]["options"] for one in form["body"] if one["type"] == "dropdown"] == [
        [entry.title for entry in settings.vocabulary.branch_types]
    ]


def test_the_files_of_the_repository_are_in_step() -> None:
    """What is committed is what the data says now; python3 scripts/repository.py writes it anew."""
    settings, _ = load_settings(ROOT / "mkdocs.yml")
    assert settings
    library, _ = load_library(settings)
    behind = [name for name, text in repository_files(library).items() if (ROOT / name).read_text("utf-8") != text]

    assert behind == []


def test_a_whole_answer_becomes_a_draft_that_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The draft holds every answer and passes the check; published it would say what was sent."""
    configuration = copy_of_second(tmp_path)
    issue = tmp_path / "phieu.md"
    settings = settings_of_second()
    titles = ", ".join(entry.title for entry in settings.vocabulary.branch_types)
    issue.write_text(sent({**ANSWERS, "branch_types": titles}), encoding="utf-8")

    made = new.main(["case", "--from-issue", str(issue), "--config-file", str(configuration), "--date", DATE])
    told = capsys.readouterr().out
    file = configuration.parent / "du-lieu" / "cases" / "tang-9-rau-mai.md"
    text = file.read_text(encoding="utf-8")
    read, _ = read_markdown_text(text, file.name)
    assert read
    case, misfits = validate(Case, read)

    assert (made, misfits) == (0, [])
    assert "cảnh báo" not in told
    assert check.main(["--config-file", str(configuration), "--date", DATE]) == 0
    assert case
    assert case.draft
    assert [line.text for line in case.practices] == ["Chia luống cho từng hộ.", "Tưới theo lượt: sáng, chiều."]
    assert [(fact.label, fact.text) for fact in case.facts] == [("Số luống", "12"), ("Số hộ", "8 hộ")]
    assert len(case.branch_types) == len(settings.vocabulary.branch_types)
    assert "Đầu tiên là # một chậu.\n\n## Rồi nhiều chậu" in read.body
    assert "# Bảng tin sảnh, tháng 5/2026." in text


@pytest.mark.parametrize("field", [field for field in ANSWERS if Case.model_fields[field].is_required()])
def test_a_missing_answer_is_told_at_its_question(field: str) -> None:
    """The line of the heading is told, and the draft keeps a blank in that place."""
    issue = sent({key: text for key, text in ANSWERS.items() if key != field}).replace("\r", "")
    text, findings = case_from(settings_of_second(), issue, "phieu.md")
    told = [(one.path, one.line) for one in findings if f"“{label(field)}”" in one.message]

    assert told == [("phieu.md", issue.split("\n").index(f"### {label(field)}") + 1)]
    assert "(Điền" in text or field == "branch_types"


@pytest.mark.parametrize("title", [SOURCE, STORY])
def test_a_case_without_source_or_story_is_told(title: str) -> None:
    """Both are asked for beside the fields; the draft waits for the story."""
    issue = sent(ANSWERS).replace("\r", "")
    start = issue.index(f"### {title}\n") + len(f"### {title}\n")
    end = issue.find("\n### ", start)
    text, findings = case_from(settings_of_second(), issue[:start] + (issue[end:] if end > 0 else ""), "p.md")

    assert [one.message for one in findings] == [f"Chưa có câu trả lời cho “{title}”."]
    assert ("(Điền câu chuyện)" in text) == (title == STORY)


def test_a_comma_too_many_is_no_answer() -> None:
    """Between two commas stands nothing that anybody could have meant."""
    known = settings_of_second().vocabulary.branch_types[0]
    _, findings = case_from(settings_of_second(), sent({**ANSWERS, "branch_types": f"{known.title},, "}), "p.md")

    assert findings == []


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    """A picture of the form, or a file that is not there: the words say what to do."""
    (tmp_path / "a.md").write_bytes(b"\xff\xd8")
    for name in ("a.md", "none.md"):
        with pytest.raises(RefusedError, match="Không đọc được"):
            sent_case(library_of({}), tmp_path / name, None)


def test_what_is_not_understood_is_told() -> None:
    """A type of branch that no list has, and a figure without a number, are named."""
    _, findings = case_from(
        settings_of_second(), sent({**ANSWERS, "branch_types": "Tầng hầm", "facts": "Nhiều"}), "p.md"
    )

    assert sorted(one.message for one in findings) == [
        "Không có loại hình “Tầng hầm”.",
        "Số liệu “Nhiều” chưa rõ tên và số.",
    ]


@given(st.dictionaries(st.sampled_from(["title", "unit", "summary", "facts", *LINES]), st.text(max_size=120)))
def test_nothing_that_is_sent_breaks_the_draft(answers: dict[str, str]) -> None:
    """Whatever people write, a file comes of it that can be read; no answer becomes a key or a heading of its own."""
    text, _ = case_from(settings_of_second(), sent({**ANSWERS, **answers}), "p.md")
    read, _ = read_markdown_text(text, "p.md")

    assert read
    assert set(read.values) <= {"schema_version", "draft", *ASKED}
