"""The files by which the repository works with people and machines: they call what is there, and are in step."""

import dataclasses
import re
from collections.abc import Iterator

import pytest
import yaml

from building import ROOT, run_command
from handbook.editing.code_owners import HEAD, code_owners
from handbook.settings.vocabulary import OwnerEntry
from libraries import library_of, settings_of_second

WORKFLOWS = (*sorted((ROOT / ".github" / "workflows").glob("*.yml")), ROOT / ".gitlab-ci.yml")
_COMMAND = re.compile(r"python3 scripts/(?P<name>[a-z]+)\.py(?P<arguments>[^|\n`]*)")


def _commands() -> Iterator[tuple[str, str]]:
    texts = [file.read_text(encoding="utf-8") for file in (*WORKFLOWS, ROOT / ".github" / "pull_request_template.md")]
    found = {(one["name"], one["arguments"].strip()) for text in texts for one in _COMMAND.finditer(text)}
    yield from sorted(found)


@pytest.mark.parametrize(("name", "arguments"), list(_commands()))
def test_what_is_called_is_there(name: str, arguments: str) -> None:
    """Every command that a workflow or template names exists and knows each option that it is given."""
    told = run_command(name, "--help")
    options = [word for word in arguments.split() if word.startswith("--")]

    assert told.returncode == 0
    assert [option for option in options if option not in told.stdout] == []


def test_workflows_can_be_read() -> None:
    """Each is YAML with jobs that run something, and none may write but the one that is started by hand."""
    for file in WORKFLOWS[:-1]:
        workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert all("runs-on" in job and job["steps"] for job in workflow["jobs"].values()), file
        assert workflow["permissions"]["contents"] == "write" or file.name != "format.yml"
        assert workflow["permissions"]["contents"] == "read" or workflow[True] == "workflow_dispatch"


def test_both_templates_say_the_same() -> None:
    """A request asks the same on either kind of repository."""
    other = ROOT / ".gitlab" / "merge_request_templates" / "Default.md"

    assert other.read_text("utf-8") == (ROOT / ".github" / "pull_request_template.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("owners", "lines"),
    [
        ({"a": "board", "b": "board"}, ["/terms/* @board"]),
        ({"a": "board", "b": "clerk"}, ["/terms/a.yml @board"]),
        ({"a": "board", "b": None}, ["/terms/a.yml @board"]),
        ({"a": None, "b": "clerk"}, []),
    ],
)
def test_owners_review_their_section(owners: dict[str, str | None], lines: list[str]) -> None:
    """One owner takes a folder in one line, several a line a file; who has no account is asked of nobody."""
    settings = settings_of_second()
    known = (OwnerEntry(id="board", title="Ban", account="@board"), OwnerEntry(id="clerk", title="Thư ký"))
    vocabulary = settings.vocabulary.model_copy(update={"owners": known})
    records = {f"term/{one}": {"owner": owner} if owner else {} for one, owner in owners.items()}
    library = library_of(records, settings=dataclasses.replace(settings, vocabulary=vocabulary))

    assert code_owners(library) == HEAD + "".join(f"{line}\n" for line in lines)
