"""docs/json.md names every member that the records have."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.report.formats.contract import evidence_record, finding_record, library_record
from factcheck.report.outcome import Report

PAGE = (Path(__file__).parents[3] / "docs" / "json.md").read_text(encoding="utf-8")


def test_every_member_is_described(report: Report) -> None:
    named = set(re.findall(r"`\"?(\w+)\"?`", PAGE))
    finding = next(finding for finding in report.findings if finding.evidence)
    (evidence, *_) = finding.evidence
    records = (finding_record(finding), evidence_record(evidence), library_record(evidence.claim, evidence.document))
    assert {member for record in records for member in record} | report.summary().keys() <= named
