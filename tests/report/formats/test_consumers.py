"""Each report read by those it is for: readers of SARIF and JUnit, and the forms that forges ask for.

GitLab and reviewdog publish theirs as JSON Schemas; what these demand stands here in our words.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite
from sarif.loader import load_sarif_file, load_sarif_files
from sarif.operations.summary_op import generate_summary

from factcheck.readers import read_text
from factcheck.report.formats import Style, reporter
from factcheck.report.formats.issue import issues
from factcheck.report.outcome import Report
from factcheck.rules import RULES
from factcheck.rules.online import page

BOTH = pytest.mark.parametrize("name", ["report", "hostile_report"])
POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "properties": {"start": POSITION, "end": POSITION},
    "additionalProperties": False,
}
TEXT = {"type": "string", "minLength": 1}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": TEXT, "url": TEXT}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": TEXT,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value", "url"]},
                    "location": {"type": "object", "required": ["path"], "properties": {"path": TEXT, "range": RANGE}},
                    "suggestions": {
                        "type": "array",
                        "items": {"type": "object", "properties": {"range": RANGE, "text": {"type": "string"}}},
                    },
                },
            },
        },
    },
}
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": TEXT,
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                },
            },
        },
    },
}
# What the runner of GitHub Actions takes for a command.
COMMAND = re.compile(r"::(error|warning) ((?:[a-zA-Z]+=[^,:\r\n]*,)*[a-zA-Z]+=[^,:\r\n]*)::(.*)")


def rendered(form: str, name: str, request: pytest.FixtureRequest) -> str:
    report: Report = request.getfixturevalue(name)
    return reporter(form)(report, Style())


@BOTH
def test_reviewdog(name: str, request: pytest.FixtureRequest) -> None:
    log = json.loads(rendered("rdjson", name, request))
    Draft202012Validator(RDJSON).validate(log)
    assert [one["code"]["url"] for one in log["diagnostics"]] == [
        page(RULES[one["code"]["value"]]) for one in log["diagnostics"]
    ]


@BOTH
def test_gitlab(name: str, request: pytest.FixtureRequest) -> None:
    log: list[dict[str, Any]] = json.loads(rendered("gitlab", name, request))
    Draft202012Validator(GITLAB).validate(log)
    assert len({issue["fingerprint"] for issue in log}) == len(log)
    assert all(page(RULES[issue["check_name"][:5]]) in issue["content"]["body"] for issue in log)


@BOTH
def test_junit(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path = tmp_path / "report.xml"
    path.write_text(rendered("junit", name, request), encoding="utf-8")
    read = JUnitXml.fromfile(str(path))
    cases = [case for suite in read if isinstance(suite, TestSuite) for case in suite if isinstance(case, TestCase)]
    results = [result for case in cases for result in case.result]
    expected = {"report": (4, 2, 2), "hostile_report": (1, 1, 0)}[name]
    assert (read.tests, read.failures, read.skipped) == expected
    assert len([result for result in results if isinstance(result, Failure)]) == expected[1]
    assert len([result for result in results if isinstance(result, Skipped)]) == expected[2]
    assert all("docs/rules.md#" in (result.text or "") for result in results if isinstance(result, Failure))


def test_junit_names_a_draft_without_findings(tmp_path: Path) -> None:
    path = tmp_path / "report.xml"
    path.write_text(
        reporter("junit")(
            Report((), (), False, {name: read_text("", ".md", name) for name in ("a.md", "b.md")}), Style()
        ),
        encoding="utf-8",
    )
    read = JUnitXml.fromfile(str(path))
    assert [(suite.name, suite.tests, suite.failures) for suite in read if isinstance(suite, TestSuite)] == [
        ("a.md", 1, 0),
        ("b.md", 1, 0),
    ]


@BOTH
def test_sarif_tools(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path = tmp_path / "report.sarif"
    path.write_text(rendered("sarif", name, request), encoding="utf-8")
    read = load_sarif_file(str(path))
    expected = len(list(issues(request.getfixturevalue(name))))
    assert read.get_result_count() == expected
    assert {record["Code"][:5] for record in read.get_records()} <= RULES.keys()
    (run,) = json.loads(path.read_text(encoding="utf-8"))["runs"]
    assert [rule["helpUri"] for rule in run["tool"]["driver"]["rules"]] == [page(rule) for rule in RULES.values()]


@BOTH
def test_github(name: str, request: pytest.FixtureRequest) -> None:
    lines = rendered("github", name, request).splitlines()
    assert lines
    for line in lines:
        command = COMMAND.fullmatch(line)
        assert command, line
        assert command[3].endswith(page(RULES[dict(p.split("=", 1) for p in command[2].split(","))["title"][:5]]))


@BOTH
def test_json_lines_are_the_findings_of_the_json(name: str, request: pytest.FixtureRequest) -> None:
    lines = rendered("jsonl", name, request).splitlines()
    whole = json.loads(rendered("json", name, request))
    assert whole["version"] == 1
    assert [json.loads(line) for line in lines] == whole["findings"]


def test_concise(report: Report) -> None:
    assert reporter("concise")(report, Style()).splitlines()[:3] == [
        "draft.md:3:13: FC101 The draft says 61 percent; the source says 67 percent.",
        "draft.md:4:2: FC201 The draft says We will <b>never</b> leave.",
        "draft.md:3:81: FC102 The draft says 1911.",
    ]


def test_markdown(report: Report) -> None:
    lines = reporter("markdown")(report, Style()).splitlines()
    assert lines[0] == "### draft.md"
    assert lines[4] == (
        f"| 3 | [FC101]({page(RULES['FC101'])}) figure-differs | The draft says 61 percent; the source says 67 percent."
        " | The &lt;Harbour&gt; Report: Turnout was 67 percent in the north. |"
    )


@pytest.mark.parametrize("form", ["concise", "markdown", "full"])
def test_what_is_hostile_stays_on_its_line_and_is_shown(form: str, hostile_report: Report) -> None:
    text = reporter(form)(hostile_report, Style())
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", text)
    assert not re.search("(?m)^::", text)
    if form == "markdown":
        assert "<script" not in text


def test_a_column_of_reviewdog_counts_bytes(report: Report) -> None:
    import dataclasses

    drafts = {path: read_text(text.replace("Turnout", "Türnout"), ".md") for path, text in report.texts.items()}
    log = json.loads(reporter("rdjson")(dataclasses.replace(report, drafts=drafts), Style()))
    assert log["diagnostics"][0]["location"]["range"] == {
        "start": {"line": 3, "column": 14},
        "end": {"line": 3, "column": 24},
    }


def test_the_command_line_tools_of_others_read_what_ours_writes(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.sarif"
    path.write_text(reporter("sarif")(report, Style()), encoding="utf-8")
    generate_summary(load_sarif_files(str(path)), "", output_multiple_files=False)  # `sarif summary`
    assert re.search(r"error: 2\n(?:.*\n)*.*warning: 2", capsys.readouterr().out)
