"""The form in which people without git send a model branch: its questions come from the model, its answers go back.

The same questions stand in the repository's form and in its plain template; whoever sends either gets a draft. What is
missing is told, and left as a blank that the check finds once the draft is to be published.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding, Severity
from handbook.editing.nodes import Single
from handbook.editing.values import write_single
from handbook.records.blanks import text_blank
from handbook.records.case import Case
from handbook.records.shared import SCHEMA_VERSION
from handbook.settings.settings import Settings

TEXTS = ("title", "short_title", "unit", "area", "summary")
TYPES = "branch_types"
PERIOD = "period"
FACTS = "facts"
LINES = ("practices", "results", "lessons", "limits")
ASKED = (*TEXTS, TYPES, PERIOD, FACTS, *LINES)
STORY, SOURCE = "Câu chuyện", "Nguồn"
OUTSIDE = {
    STORY: "Kể lại đầu đuôi; không nêu tên người.",
    SOURCE: "Bài báo, báo cáo, trang mạng đã đăng; ai xác nhận được. Người biên tập sẽ tìm đọc.",
}
ABOUT = "Kể một cách làm để nơi khác học theo. Không cần biết lập trình."
_HINTS = {
    FACTS: "Mỗi dòng một số liệu: tên, dấu hai chấm, rồi số như nguồn ghi. Ví dụ: Số đảng viên: 32.",
    **dict.fromkeys(LINES, "Mỗi dòng một ý."),
}
NO_ANSWER = frozenset({"", "_No response_", "_Không trả lời_"})
_HEADING = re.compile(r"^#{2,3} (?P<label>.+?)\s*$")
_MARK = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?")
_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered under a heading, and the line of that heading."""

    text: str
    line: int

    def lines(self) -> list[str]:
        """Give each line without the mark of a list."""
        return [plain for line in self.text.split("\n") if (plain := _MARK.sub("", line).strip())]


def label(field: str) -> str:
    """Give the question that asks for a field."""
    return Case.model_fields[field].title or field


def _help(field: str) -> str:
    told = "Chọn một hay nhiều loại hình." if field == TYPES else Case.model_fields[field].description or ""
    return " ".join(part for part in (told, _HINTS.get(field, "")) if part)


def issue_form(settings: Settings) -> str:
    """Give the form of a repository that knows forms, as YAML."""
    body: list[dict[str, object]] = []
    for field in ASKED:
        attributes: dict[str, object] = {"label": label(field), "description": _help(field)}
        control = "input" if field in {*TEXTS, PERIOD} and field != "summary" else "textarea"
        if field == TYPES:
            control = "dropdown"
            attributes |= {
                "multiple": True,
                "options": [entry.title for entry in settings.vocabulary.branch_types],
            }
        body.append(
            _question(control, field.replace("_", "-"), attributes, required=Case.model_fields[field].is_required())
        )
    for number, (title, told) in enumerate(OUTSIDE.items()):
        attributes = {"label": title, "description": told}
        body.append(_question("textarea", f"beside-{number}", attributes, required=True))
    kind = settings.kind("case")
    form = {"name": f"Gửi: {kind.title}", "description": ABOUT, "title": f"{kind.title}: ", "body": body}
    return yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=1000)


def _question(kind: str, name: str, attributes: dict[str, object], *, required: bool) -> dict[str, object]:
    return {"type": kind, "id": name, "attributes": attributes, "validations": {"required": required}}


def plain_template(settings: Settings) -> str:
    """Give the same questions as Markdown, for a repository that knows templates only."""
    types = "; ".join(entry.title for entry in settings.vocabulary.branch_types)
    parts = [f"<!-- {ABOUT} Viết câu trả lời dưới mỗi đề mục; không biết thì để trống. -->"]
    for field in ASKED:
        told = f"{_help(field)} Hiện có: {types}." if field == TYPES else _help(field)
        parts.append(f"### {label(field)}\n\n<!-- {told} -->")
    parts += [f"### {title}\n\n<!-- {told} -->" for title, told in OUTSIDE.items()]
    return "\n\n".join(parts) + "\n"


def read_answers(text: str) -> dict[str, Answer]:
    """Give the answers by their questions; only known questions are headings, so that a story may have its own."""
    known = {*(label(field) for field in ASKED), *OUTSIDE}
    seen = "".join(one if one.isprintable() or one == "\n" else " " for one in text.replace("\r\n", "\n"))
    kept = _REMARK.sub(lambda found: "\n" * found[0].count("\n"), seen)
    found: dict[str, tuple[int, list[str]]] = {}
    current: list[str] = []
    for number, line in enumerate(kept.split("\n"), 1):
        heading = _HEADING.match(line)
        if heading and heading["label"] in known and heading["label"] not in found:
            current = []
            found[heading["label"]] = (number, current)
        else:
            current.append(line)
    answers = {title: Answer("\n".join(lines).strip(), line) for title, (line, lines) in found.items()}
    return {title: Answer("", one.line) if one.text in NO_ANSWER else one for title, one in answers.items()}


def case_from(settings: Settings, text: str, name: str) -> tuple[str, list[Finding]]:
    """Turn a sent form into the text of a draft, with what is missing or not understood.

    Args:
        settings: They know the types of branch.
        text: The body of the issue.
        name: The name of its file as shown to people.
    """
    writer = _Writer(settings, read_answers(text), name, [])
    lines = [f"schema_version: {SCHEMA_VERSION}", "draft: true", *writer.fields()]
    source, story = (writer.answers.get(title, Answer("", 1)).text for title in (SOURCE, STORY))
    remarks = [f"# {line}" for line in ("Nguồn người gửi nêu:", *source.split("\n"))] if source else []
    for title, one in ((SOURCE, source), (STORY, story)):
        if not one:
            writer.missing(title)
    body = story or text_blank("câu chuyện")
    return "\n".join(["---", *remarks, *lines, "---", "", body, ""]), writer.findings


@dataclass(frozen=True, slots=True)
class _Writer:
    settings: Settings
    answers: Mapping[str, Answer]
    name: str
    findings: list[Finding]

    def fields(self) -> Iterator[str]:
        """Write every field that was asked for, in the order of the model."""
        for field, info in Case.model_fields.items():
            if field not in ASKED:
                continue
            answer = self.answers.get(label(field), Answer("", 1))
            if not answer.text and info.is_required():
                self.missing(label(field))
            if answer.text or info.is_required():
                yield from self._field(field, answer)

    def missing(self, title: str) -> None:
        line = self.answers[title].line if title in self.answers else 1
        self._tell(line, f"Chưa có câu trả lời cho “{title}”.", "Hỏi lại người gửi, hoặc điền vào bản ghi.")

    def _tell(self, line: int, message: str, hint: str) -> None:
        self.findings.append(Finding(self.name, line, 1, Code.VALUE_BLANK, message, hint, Severity.WARNING))

    def _field(self, field: str, answer: Answer) -> Iterator[str]:
        if field == TYPES:
            yield f"{field}: [{', '.join(self._types(answer))}]"
        elif field in LINES:
            yield f"{field}:"
            yield from (f"  - text: {_written(line)}" for line in answer.lines() or [text_blank(label(field))])
        elif field == FACTS:
            yield f"{field}:"
            for line in answer.lines():
                title, colon, told = line.partition(":")
                if not colon or not told.strip():
                    self._tell(answer.line, f"Số liệu “{line}” chưa rõ tên và số.", "Viết: tên, dấu hai chấm, rồi số.")
                yield f"  - label: {_written(title.strip())}"
                yield f"    text: {_written(told.strip() or text_blank('số liệu'))}"
        else:
            words = " ".join(answer.text.split())
            yield f"{field}: {_written(words or text_blank(label(field)))}"

    def _types(self, answer: Answer) -> list[str]:
        known = {
            name.casefold(): entry.id
            for entry in self.settings.vocabulary.branch_types
            for name in (entry.title, entry.id)
        }
        found = []
        for line in answer.lines():
            names = [line] if line.casefold() in known else [one.strip() for one in re.split(r"[,;]", line)]
            for one in names:
                if one.casefold() in known:
                    found.append(known[one.casefold()])
                elif one:
                    self._tell(answer.line, f"Không có loại hình “{one}”.", "Chọn lại trong danh sách loại hình.")
        return list(dict.fromkeys(found)) or list(known.values())[:1]


def _written(text: str) -> str:
    return write_single(Single(text), "")
