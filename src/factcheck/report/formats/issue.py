"""A finding that a rule speaks of, as the tools of others take it: a place, a level, a code, words, an address."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Finding
from factcheck.report.outcome import Report
from factcheck.report.settled import keys
from factcheck.report.visible import visible_line
from factcheck.rules import RULES, Level
from factcheck.rules.online import page
from factcheck.text import Lines, lines_of


class Issue(NamedTuple):
    """One finding; lines and columns count from 1, the end is exclusive.

    message: on one line, hidden characters shown; passages: "Title: sentence" of the best passage of either side
    page: the address of the rule; key: the fingerprint, told apart where one file has the same finding twice
    """

    finding: Finding
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    name: str
    level: Level
    message: str
    passages: tuple[str, ...]
    page: str
    key: str

    @property
    def suggestion(self) -> str:
        """What the source has in the draft's place, "" where there is no such thing."""
        return self.finding.suggestion


def issues(report: Report) -> Iterator[Issue]:
    """The findings shown that have a rule, in their order."""
    lines = {path: lines_of(text) for path, text in report.texts.items()}
    told = [finding for finding in report.shown if finding.rule]
    own = {path: iter(keys(finding for finding in told if finding.claim.path == path)) for path in lines}
    for finding in told:
        claim = finding.claim
        yield _issue(finding, claim, lines[claim.path], next(own[claim.path]))


def _issue(finding: Finding, claim: Claim, lines: Lines, key: str) -> Issue:
    rule, end = RULES[finding.rule], lines.position(claim.span.end)
    return Issue(
        finding, claim.path, claim.line, claim.column, end.line, end.column, rule.code, rule.name, rule.level,
        visible_line(finding.message), tuple(_passages(finding)), page(rule), key,
    )  # fmt: skip


def _passages(finding: Finding) -> Iterator[str]:
    best = {evidence.agrees: evidence for evidence in reversed(finding.evidence)}
    for evidence in best.values():
        yield f"{visible_line(evidence.document.title or evidence.claim.path)}: {visible_line(evidence.claim.sentence)}"
