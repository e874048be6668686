"""How often each rule speaks, instead of the findings themselves: the way into a large stock of drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.report.formats.contract import Record
from factcheck.report.json_text import dumps
from factcheck.report.outcome import Report
from factcheck.rules import RULES
from factcheck.rules.online import page


def rows(report: Report) -> Sequence[Record]:
    """One record a rule that speaks, the most frequent first."""
    found = Counter(finding.rule for finding in report.shown if finding.rule)
    return [
        {"count": many, "rule": code, "name": RULES[code].name, "level": RULES[code].level.value,
         "help": page(RULES[code])}
        for code, many in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    ]  # fmt: skip


def as_text(report: Report, width: int) -> str:
    """A line a rule."""
    from factcheck.report.formats.text import closing

    lines = [f"{row['count']:6} {row['rule']} {row['name']} ({row['level']})" for row in rows(report)]
    return "\n".join([*lines, *([""] if lines else []), closing(report, width)]) + "\n"


def as_json(report: Report) -> str:
    """The records as one array."""
    return dumps(rows(report), indent=1) + "\n"
