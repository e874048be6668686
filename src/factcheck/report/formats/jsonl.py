"""The findings as JSON lines: every figure and quotation, one a line, so that a long report is read as it comes."""

from __future__ import annotations

from factcheck.report.formats import Style
from factcheck.report.formats.contract import finding_record
from factcheck.report.json_text import dumps
from factcheck.report.outcome import Report


def render(report: Report, style: Style) -> str:
    """The records of the JSON's `findings`."""
    noted = report.check_of()
    return "".join(f"{dumps(finding_record(finding, noted(finding)))}\n" for finding in report.findings)
