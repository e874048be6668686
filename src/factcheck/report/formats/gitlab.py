"""The findings as a Code Quality report, which GitLab shows in a merge request and beside its lines."""

from __future__ import annotations

from factcheck.report.formats import Style
from factcheck.report.formats.contract import Record
from factcheck.report.formats.issue import Issue, issues
from factcheck.report.json_text import dumps
from factcheck.report.outcome import Report
from factcheck.rules import Level

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
SEVERITY = {Level.ERROR: "major", Level.WARNING: "minor"}


def render(report: Report, style: Style) -> str:
    """An array of issues; no two have one fingerprint, by which GitLab tells new ones from old."""
    return dumps(list(map(_record, issues(report))), indent=1) + "\n"


def _record(issue: Issue) -> Record:
    return {
        "description": f"{issue.code} {issue.message}",
        "check_name": f"{issue.code} {issue.name}",
        "fingerprint": _fingerprint(issue),
        "severity": SEVERITY[issue.level],
        "location": {"path": issue.path, "lines": {"begin": issue.line, "end": issue.end_line}},
        "content": {"body": "\n\n".join([*issue.passages, issue.page])},
    }


def _fingerprint(issue: Issue) -> str:
    from hashlib import blake2b

    return blake2b(f"{issue.path}\0{issue.key}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
