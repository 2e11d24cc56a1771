"""Every code that a check may tell: what it means, how to mend it, a bad and a good example."""

from itertools import groupby

from handbook.diagnostics.codes import Code
from handbook.diagnostics.explanations import Example, Explanation, group_title, load_examples, load_explanations
from handbook.settings.vocabulary import ReportEntry
from handbook.text.formats import number
from handbook.views.blocks import Block, Fact, Facts, Sample, Section, View
from handbook.views.inline import words
from handbook.views.report_page import report_page

TOLD_LABEL = "Lệnh kiểm in ra"
BAD_LABEL = "Viết sai ({file})"
GOOD_LABEL = "Viết đúng ({file})"


def codes_view(report: ReportEntry) -> View:
    """Explain every code, grouped by where the fault lies."""
    explanations, examples = load_explanations(), load_examples()
    blocks = [
        Section(
            f"nhom-{group[0].anchor}",
            title,
            tuple(_section(code, explanations[code], examples.get(code)) for code in group),
        )
        for title, members in groupby(Code, key=group_title)
        if (group := tuple(members))
    ]
    return report_page(report, blocks, (words(f"{number(len(Code))} mã"),))


def _section(code: Code, explanation: Explanation, example: Example | None) -> Section:
    facts = Facts((Fact("Nghĩa", (words(explanation.meaning),)), Fact("Cách sửa", (words(explanation.mend),))))
    blocks: tuple[Block, ...] = (facts,)
    if example is not None:
        samples = (
            (BAD_LABEL.format(file=example.file), example.bad),
            (TOLD_LABEL, example.told),
            (GOOD_LABEL.format(file=example.file), example.good),
        )
        blocks += tuple(Sample(label, text) for label, text in samples if text)
    return Section(code.anchor, f"{code.title} ({code.value})", blocks)
