"""A finding as a few lines to be read beside the draft's own words, in a comment or a cell."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Evidence, Finding
from factcheck.report.visible import visible_line
from factcheck.rules import RULES
from factcheck.text.wording import address, imprint, title

# Passages of one finding: who wants all of them opens the report.
MOST_PASSAGES = 4


def remark(finding: Finding) -> list[str]:
    """The rule and what it says, the suggestion, and each passage with where it stands; controls made visible."""
    lines = [heading(finding)]
    if finding.suggestion and finding.suggestion not in finding.message:
        lines.append(f"Suggestion: {finding.suggestion}")
    for evidence in finding.evidence[:MOST_PASSAGES]:
        lines += _passage(finding, evidence)
    if len(finding.evidence) > MOST_PASSAGES:
        lines.append(f"… and {len(finding.evidence) - MOST_PASSAGES} more")
    return [visible_line(line) for line in lines]


def heading(finding: Finding) -> str:
    """The rule by code and name, or the verdict, with the message."""
    label = f"{finding.rule} {RULES[finding.rule].name}" if finding.rule else finding.verdict.value
    return f"{label}: {finding.message}" if finding.message else label


def _passage(finding: Finding, evidence: Evidence) -> Iterator[str]:
    claim, document = evidence.claim, evidence.document
    about = imprint(document)
    yield f"{finding.bearing(evidence).capitalize()}: {title(document)}{f' ({about})' if about else ''}, {claim.where}"
    yield f"“{claim.sentence or claim.text}”"
    if link := address(document.url):
        yield link
