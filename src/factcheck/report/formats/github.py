"""The findings as GitHub workflow commands, which annotate the lines of a pull request."""

from __future__ import annotations

from factcheck.model import Finding
from factcheck.report.formats import Style
from factcheck.report.outcome import Report
from factcheck.report.visible import visible, visible_line
from factcheck.rules import RULES, Level
from factcheck.text import Lines, lines_of

# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning"}
DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY = DATA | {":": "%3A", ",": "%2C"}


def render(report: Report, style: Style) -> str:
    """One command a finding with a rule; whatever the drafts and sources hold, no other command can appear."""
    lines = {path: lines_of(text) for path, text in report.texts.items()}
    return "".join(f"{_command(finding, lines[finding.claim.path])}\n" for finding in report.shown if finding.rule)


def _command(finding: Finding, lines: Lines) -> str:
    claim, rule = finding.claim, RULES[finding.rule]
    end = lines.position(max(claim.span.start, claim.span.end - 1))
    place = {"file": visible(claim.path), "line": claim.line, "endLine": end.line, "title": f"{rule.code} {rule.name}"}
    # Columns are only allowed where a finding ends on the line it begins on.
    if end.line == claim.line:
        place |= {"col": claim.column, "endColumn": end.column + 1}
    properties = ",".join(f"{name}={_escape(str(value), PROPERTY)}" for name, value in place.items())
    return f"::{COMMANDS[rule.level]} {properties}::{_escape(_message(finding), DATA)}"


def _message(finding: Finding) -> str:
    """The finding's sentence and, on a line of its own each, the best passage of either side."""
    best = {evidence.agrees: evidence for evidence in reversed(finding.evidence)}
    passages = [
        f"{visible(evidence.document.title or evidence.claim.path)}: {visible_line(evidence.claim.sentence)}"
        for evidence in best.values()
    ]
    return "\n".join([visible_line(finding.message), *passages])


def _escape(text: str, replacements: dict[str, str]) -> str:
    return "".join(replacements.get(char, char) for char in text)
