"""The findings as SARIF 2.1.0 (OASIS), for code scanning, editors and dashboards."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from factcheck import __version__
from factcheck.model import Evidence, Finding
from factcheck.report.formats import Style
from factcheck.report.formats.contract import Record
from factcheck.report.formats.issue import Issue, issues
from factcheck.report.json_text import dumps
from factcheck.report.outcome import Report
from factcheck.rules import RULES, Rule
from factcheck.rules.online import DOCUMENTATION, page

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report, style: Style) -> str:
    """One run with the catalogue of rules and a result for every finding with a rule."""
    driver = {
        "name": "factcheck",
        "version": __version__,
        "informationUri": f"{DOCUMENTATION}/README.md",
        "rules": [*map(_rule, RULES.values())],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [*map(_result, issues(report))],
        "properties": {"summary": report.summary()},
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(rule: Rule) -> Record:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.message},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.advice},
        "helpUri": page(rule),
        "defaultConfiguration": {"level": rule.level.value},
    }


def _result(issue: Issue) -> Record:
    finding = issue.finding
    return {
        "ruleId": finding.rule,
        "ruleIndex": list(RULES).index(finding.rule),
        "level": issue.level.value,
        "message": {"text": finding.message},
        "locations": [_location(issue)],
        "relatedLocations": [
            _related(number, finding, evidence) for number, evidence in enumerate(finding.evidence, 1)
        ],
        "partialFingerprints": {"factcheck/v2": issue.key},
        "properties": {"verdict": finding.verdict.value, "suggestion": finding.suggestion},
    }


def _location(issue: Issue) -> Record:
    """A place in a draft. The end is exclusive, as SARIF has it."""
    claim = issue.finding.claim
    region = {
        "startLine": issue.line,
        "startColumn": issue.column,
        "endLine": issue.end_line,
        "endColumn": issue.end_column,
        "charOffset": claim.span.start,
        "charLength": claim.span.end - claim.span.start,
        "snippet": {"text": claim.text},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(claim.path)}, "region": region}}


def _related(number: int, finding: Finding, evidence: Evidence) -> Record:
    claim = evidence.claim
    region = {"startLine": claim.line, "startColumn": claim.column, "snippet": {"text": claim.sentence or claim.text}}
    title = evidence.document.title or evidence.document.id
    return {
        "id": number,
        "message": {"text": f"{finding.bearing(evidence)}: {title}"},
        "physicalLocation": {"artifactLocation": {"uri": _uri(claim.path)}, "region": region},
    }


def _uri(path: str) -> str:
    """A relative path as a relative reference, an absolute one as a file URI."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
