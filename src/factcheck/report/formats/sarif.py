"""The findings as SARIF 2.1.0 (OASIS), for code scanning, editors and dashboards."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from factcheck import __version__
from factcheck.model import Claim, Evidence, Finding
from factcheck.report.formats import Style
from factcheck.report.formats.contract import Record
from factcheck.report.json_text import dumps
from factcheck.report.outcome import Report
from factcheck.rules import RULES, Rule
from factcheck.text import Lines, lines_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report, style: Style) -> str:
    """One run with the catalogue of rules and a result for every finding with a rule."""
    lines = {path: lines_of(text) for path, text in report.texts.items()}
    run = {
        "tool": {"driver": {"name": "factcheck", "version": __version__, "rules": [*map(_rule, RULES.values())]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, lines[finding.claim.path]) for finding in report.shown if finding.rule],
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
        "defaultConfiguration": {"level": rule.level.value},
    }


def _result(finding: Finding, lines: Lines) -> Record:
    return {
        "ruleId": finding.rule,
        "ruleIndex": list(RULES).index(finding.rule),
        "level": RULES[finding.rule].level.value,
        "message": {"text": finding.message},
        "locations": [_location(finding.claim, lines)],
        "relatedLocations": [
            _related(number, finding, evidence) for number, evidence in enumerate(finding.evidence, 1)
        ],
        "partialFingerprints": {"factcheck/v1": _fingerprint(finding)},
        "properties": {"verdict": finding.verdict.value, "suggestion": finding.suggestion},
    }


def _location(claim: Claim, lines: Lines) -> Record:
    """A place in a draft. The end is exclusive, as SARIF has it."""
    end = lines.position(claim.span.end)
    region = {
        "startLine": claim.line,
        "startColumn": claim.column,
        "endLine": end.line,
        "endColumn": end.column,
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


def _fingerprint(finding: Finding) -> str:
    """The same for the same finding when lines above it come and go."""
    from hashlib import blake2b

    parts = (finding.rule, finding.claim.path, finding.claim.text, finding.claim.sentence)
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
