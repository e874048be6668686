"""The findings as Reviewdog Diagnostic Format, which reviewdog turns into comments of a review on any forge."""

from __future__ import annotations

from factcheck.report.formats import Style
from factcheck.report.formats.contract import Record
from factcheck.report.formats.issue import Issue, issues
from factcheck.report.json_text import dumps
from factcheck.report.outcome import Report
from factcheck.rules.online import DOCUMENTATION
from factcheck.text import Span

# https://github.com/reviewdog/reviewdog/tree/master/proto/rdf


def render(report: Report, style: Style) -> str:
    """One DiagnosticResult; columns count bytes of UTF-8, as the format has it."""
    found = [_record(issue, report.drafts[issue.path].text) for issue in issues(report)]
    source = {"name": "factcheck", "url": f"{DOCUMENTATION}/README.md"}
    return dumps({"source": source, "diagnostics": found}, indent=1) + "\n"


def _record(issue: Issue, text: str) -> Record:
    place = _range(issue, text, issue.finding.claim.span)
    return {
        "message": "\n".join([issue.message, *issue.passages]),
        "location": {"path": issue.path, "range": place},
        "severity": issue.level.value.upper(),
        "code": {"value": issue.code, "url": issue.page},
        "suggestions": [{"range": place, "text": issue.suggestion}] if issue.suggestion else [],
    }


def _range(issue: Issue, text: str, span: Span) -> Record:
    return {
        "start": {"line": issue.line, "column": _bytes(text, span.start, issue.column)},
        "end": {"line": issue.end_line, "column": _bytes(text, span.end, issue.end_column)},
    }


def _bytes(text: str, offset: int, column: int) -> int:
    """A column in bytes, from 1: what stands before it in its line, encoded."""
    return len(text[offset - column + 1 : offset].encode("utf-8", "surrogatepass")) + 1
