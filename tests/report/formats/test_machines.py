"""The reports that machines read: the contract's JSON, workflow commands, SARIF, and the page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

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


@pytest.mark.parametrize("name", REPORTERS)
def test_each_output_is_the_same_twice_and_ends_its_line(name: str, report: Report) -> None:
    assert rendered(name, report) == rendered(name, report)
    assert rendered(name, report).endswith("\n")


@pytest.mark.parametrize("name", REPORTERS)
def test_a_report_without_findings(name: str) -> None:
    empty = Report((), (), False, {"draft.md": "Nothing.\n"})
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


ALLOWED = set(
    "html head meta title style body main h1 h2 h3 p div a article q strong blockquote mark footer small".split()
)


class Page(HTMLParser):
    """Collects what a browser would see: tags, attributes, text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def hrefs(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.tags if tag == "a"]


def test_the_page_leads_from_each_figure_to_its_finding(report: Report) -> None:
    page = Page(rendered("html", report))
    anchors = {attrs["id"] for tag, attrs in page.tags if tag == "article"}
    assert len(anchors) == len(report.findings)
    assert {href.removeprefix("#") for href in page.hrefs() if href.startswith("#")} == anchors
    assert "https://example.org/?a=1&b=2" in page.hrefs()
    assert (
        'Turnout was 61 percent in the north, and 12 boats were lost. The mill opened in 1911.\n"❝We will <b>never</b>'
        in (page.words)
    )


@pytest.mark.parametrize("name", ["report", "hostile_report"])
def test_the_page_loads_and_runs_nothing(name: str, request: pytest.FixtureRequest) -> None:
    text = rendered("html", request.getfixturevalue(name))
    page = Page(text)
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert not any(key.startswith("on") or key in ("src", "style") for _, attrs in page.tags for key in attrs)
    assert all(href.startswith(("#", "https://")) for href in page.hrefs())
    assert "default-src 'none'" in text
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", text)
