"""From findings to a report: what is shown, what fails, and what is counted as left unread."""

from __future__ import annotations

from tests.rows import each

from factcheck.model import Claim, Finding, Kind, Source, Verdict
from factcheck.report import outcome
from factcheck.report.choice import Choice
from factcheck.report.outcome import Report
from factcheck.rules import RULES, select
from factcheck.text import Lines, Span, View
from factcheck.values import number

TEXT = """\
1. The mill employs 420 people. See `id=77` and http://example.org/2020.
2. It opened in 1911 with 40 looms. <!-- factcheck: ignore FC103: of 1912 -->
"""
DRAFT = Source("draft.md", TEXT, View(TEXT), ())
ALL = Choice(frozenset(RULES), select(["error"]))


def finding(words: str, rule: str, verdict: Verdict = Verdict.CONTRADICTED) -> Finding:
    start = TEXT.index(words)
    line, column = Lines(TEXT).position(start)
    span = Span(start, start + len(words))
    return Finding(Claim(words, Kind.COUNT, "", "draft.md", span, line, column, words, number(1)), verdict, rule)


FOUND = [
    finding("40", "FC103", Verdict.UNVERIFIED),
    finding("1911", "FC101"),
    finding("420", "", Verdict.SUPPORTED),
]


def report(choice: Choice) -> Report:
    return outcome.of([(DRAFT, FOUND)], choice)


def words(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.claim.text for finding in findings]


def test_findings_stand_in_the_order_of_the_draft_and_silenced_ones_are_counted() -> None:
    made = report(ALL)
    assert words(made.findings) == ["420", "1911"]
    assert words(made.shown) == ["1911"]
    assert (made.failed, made.ignored) == (True, 1)


def test_numbers_that_are_in_no_figure_are_counted() -> None:
    """Two list marks, one in code, one in a link; the one in our own comment is not the draft's."""
    assert report(ALL).unread == ("draft.md:1:1: 1", "draft.md:1:41: 77", "draft.md:1:68: 2020", "draft.md:2:1: 2")


CHOICES = [
    # chosen, ignored, failing, all: shown, failed
    ([], [], ["error"], False, ["1911"], True),
    ([], [], ["error"], True, ["1911", "420"], True),
    ([], [], [], False, ["1911"], False),
    ([], [], ["warning"], False, ["1911"], False),
    ([], ["FC101"], ["error"], False, [], False),
    (["FC2"], [], ["error"], True, ["420"], False),
]


@each(("chosen", "ignored", "failing", "show_all", "shown", "failed"), CHOICES)
def test_choices(
    chosen: list[str], ignored: list[str], failing: list[str], show_all: bool, shown: list[str], failed: bool
) -> None:
    made = report(Choice.of(chosen, ignored, failing, show_all))
    assert (words(made.shown), made.failed) == (shown, failed)
