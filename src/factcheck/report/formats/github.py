"""The findings as GitHub workflow commands, which annotate the lines of a pull request."""

from __future__ import annotations

from factcheck.report.formats import Style
from factcheck.report.formats.issue import Issue, issues
from factcheck.report.outcome import Report
from factcheck.report.visible import visible
from factcheck.rules import Level

# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning"}
DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY = DATA | {":": "%3A", ",": "%2C"}


def render(report: Report, style: Style) -> str:
    """One command a finding with a rule; whatever the drafts and sources hold, no other command can appear."""
    return "".join(f"{_command(issue)}\n" for issue in issues(report))


def _command(issue: Issue) -> str:
    # The last line and column are inclusive; a finding that ends before the first column of a line ends above it.
    last = issue.end_line if issue.end_column > 1 else max(issue.line, issue.end_line - 1)
    place = {"file": visible(issue.path), "line": issue.line, "endLine": last, "title": f"{issue.code} {issue.name}"}
    # Columns are only allowed where a finding ends on the line it begins on.
    if last == issue.line:
        place |= {"col": issue.column, "endColumn": issue.end_column}
    properties = ",".join(f"{name}={_escape(str(value), PROPERTY)}" for name, value in place.items())
    words = "\n".join([issue.message, *issue.passages, issue.page])
    return f"::{COMMANDS[issue.level]} {properties}::{_escape(words, DATA)}"


def _escape(text: str, replacements: dict[str, str]) -> str:
    return "".join(replacements.get(char, char) for char in text)
