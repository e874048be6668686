"""What a reporter is given: the findings of a run, the drafts they stand in, and what was not looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Finding, Verdict


@dataclass(frozen=True, slots=True)
class Style:
    """How to write for people: in colour or not, and in how many columns."""

    color: bool = False
    width: int = 100


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one run of `verify`.

    findings: one for every figure and quotation found, in the order of the drafts
    shown:    those that the reader should see, by rule and level
    texts:    each draft's text as decoded, by path
    ignored:  how many findings comments in the drafts have silenced
    unread:   how many numbers of the drafts were not taken for figures: in code, links, names, list marks
    """

    findings: tuple[Finding, ...]
    shown: tuple[Finding, ...]
    texts: Mapping[str, str]
    ignored: int = 0
    unread: int = 0

    def count(self, verdict: Verdict) -> int:
        return Counter(finding.verdict for finding in self.findings)[verdict]

    def summary(self) -> dict[str, int]:
        """The contract's counts by verdict, and what was ignored or left unread."""
        counts = {verdict.value: self.count(verdict) for verdict in Verdict}
        return counts | {"ignored": self.ignored, "unread": self.unread}
