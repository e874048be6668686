"""The reports that machines read: the contract's JSON, workflow commands, SARIF."""

from __future__ import annotations

import json
import re

from tests.rows import each

from factcheck.readers import read_text
from factcheck.report.formats import REPORTERS, Style, reporter
from factcheck.report.outcome import Report
from factcheck.rules import RULES
from factcheck.rules.online import page

FINDING = {
    "path",
    "line",
    "column",
    "start",
    "end",
    "text",
    "kind",
    "value",
    "verdict",
    "rule",
    "message",
    "suggestion",
}
EVIDENCE = {"claim", "path", "document", "title", "line", "start", "end", "text", "value", "passage", "agrees", "score"}


def rendered(name: str, report: Report) -> str:
    return reporter(name)(report, Style())


@each("name", REPORTERS)
def test_each_output_is_the_same_twice_and_ends_its_line(name: str, report: Report) -> None:
    assert rendered(name, report) == rendered(name, report)
    assert rendered(name, report).endswith("\n")


@each("name", REPORTERS)
def test_a_report_without_findings(name: str) -> None:
    empty = Report((), (), False, {"draft.md": read_text("Nothing.\n", ".md", "draft.md")})
    assert rendered(name, empty).count("\x1b") == 0


def test_json_lists_every_figure_with_the_members_of_the_contract(report: Report) -> None:
    out = json.loads(rendered("json", report))
    assert [finding["text"] for finding in out["findings"]] == [finding.claim.text for finding in report.findings]
    assert all(set(finding) >= FINDING | {"evidence"} for finding in out["findings"])
    assert all(set(evidence) >= EVIDENCE for finding in out["findings"] for evidence in finding["evidence"])
    assert out["summary"] == {
        "supported": 1,
        "contradicted": 2,
        "disputed": 1,
        "unverified": 1,
        "weak": 0,
        "ignored": 1,
        "unread": 2,
    }


def test_workflow_commands(report: Report) -> None:
    lines = rendered("github", report).splitlines()
    assert lines[0] == (
        "::error file=draft.md,line=3,endLine=3,title=FC101 figure-differs,col=13,endColumn=23"
        "::The draft says 61 percent; the source says 67 percent."
        "%0AThe <Harbour> Report: Turnout was 67 percent in the north."
        f"%0A{page(RULES['FC101'])}"
    )
    assert [line.split()[0] for line in lines] == ["::error", "::error", "::warning", "::warning"]


def test_no_workflow_command_can_be_injected(hostile_report: Report) -> None:
    text = rendered("github", hostile_report)
    assert len(text.splitlines()) == 1
    head = text.removeprefix("::error ").partition("::")[0]
    assert "file=dr%2Caft%3A␊%3A%3Aerror%3A%3A.md" in head
    assert re.fullmatch(r"[^%]*(?:%(?:25|0A|0D|2C|3A)[^%]*)*", text)
    assert "\x1b" not in text


def test_sarif_results_point_into_the_catalogue(report: Report) -> None:
    log = json.loads(rendered("sarif", report))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in rules] == list(RULES)
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["FC101", "FC201", "FC102", "FC103"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 13, 23)
    assert region["snippet"]["text"] == "61 percent"
    assert [
        result["relatedLocations"][0]["message"]["text"].split(":")[0]
        for result in run["results"]
        if result["relatedLocations"]
    ] == ["differs", "agrees", "nearest"]
    assert len({result["partialFingerprints"]["factcheck/v2"] for result in run["results"]}) == 4
