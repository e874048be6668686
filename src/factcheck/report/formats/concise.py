"""The findings for people who know their drafts: one line each, as compilers and editors' jump lists have them."""

from __future__ import annotations

from factcheck.model import Finding
from factcheck.report.formats import Style
from factcheck.report.formats.issue import Issue, issues
from factcheck.report.formats.text import closing, linked, look, painted
from factcheck.report.outcome import Report
from factcheck.report.visible import unheard, visible


def render(report: Report, style: Style) -> str:
    """`path:line:column: CODE message`, and the closing line that counts."""
    lines = [_line(issue, style) for issue in issues(report)]
    lines += [_unmarked(finding, style) for finding in report.shown if not finding.rule]
    return unheard("\n".join([*lines, *([""] if lines else []), closing(report, style.width)]) + "\n")


def _line(issue: Issue, style: Style) -> str:
    place = painted(f"{visible(issue.finding.claim.where)}:", "place", style)
    code = linked(painted(issue.code, issue.level.value, style), issue.page, style)
    return f"{place} {code} {issue.message}"


def _unmarked(finding: Finding, style: Style) -> str:
    place = painted(f"{visible(finding.claim.where)}:", "place", style)
    return f"{place} {painted(finding.verdict, look(finding), style)} {finding.message}"
