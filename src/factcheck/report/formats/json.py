"""The findings as one JSON object: every figure and quotation, supported ones too."""

from __future__ import annotations

from factcheck.report.formats import Style
from factcheck.report.formats.contract import VERSION, finding_record
from factcheck.report.json_text import dumps
from factcheck.report.outcome import Report


def render(report: Report, style: Style) -> str:
    """The JSON of the public contract; its records gain members but never lose or rename one."""
    noted = report.check_of()
    records = [finding_record(finding, noted(finding)) for finding in report.findings]
    return dumps({"version": VERSION, "findings": records, "summary": report.summary()}, indent=1) + "\n"
