"""Which days a date takes up, whether it wrote its year, and how a stretch of days is written."""

from __future__ import annotations

from decimal import Decimal

from tests.rows import each

from factcheck.match.stretch import Moment, Rank, framed, headed, notation, of_interval, of_published, of_value
from factcheck.model import Claim, Kind, Origin, Qualifier
from factcheck.text import Span
from factcheck.values import UNKNOWN, date
from factcheck.values.date import iso


def written(moment: Moment | None) -> str:
    """The first and last day of a moment, or its month and day; "?" where the year is inferred, "over" for a length."""
    if moment is None:
        return ""
    days = f"{moment.month} {moment.day}"
    if moment.low is not None and moment.high is not None:
        days = f"{iso(Decimal(moment.low))} {iso(Decimal(moment.high))}"
    return days + "?" * moment.inferred + " over" * moment.over


@each(
    ("value", "days"),
    [
        ("2018-05-03", "2018-05-03 2018-05-03"),
        ("2018-05", "2018-05-01 2018-05-31"),
        ("2018-05-01/2018-05-31", "2018-05-01 2018-05-31"),
        ("2018-05-01/2018-06-01", "2018-05-01 2018-06-01 over"),
        ("2018", "2018-01-01 2018-12-31"),
        ("XXXX-05-03", "5 3?"),
        ("XXXX-05", "5 None?"),
        ("<XXXX-05", ""),
        ("?", ""),
        ("XXXX-05-03/XXXX-05-09", "5 9?"),
        ("XXXX-05-03/..", ""),
        ("2018-05-03/..", ""),
    ],
)
def test_what_a_date_takes_up(value: str, days: str) -> None:
    told = UNKNOWN if value == "?" else date(value)
    assert written(of_interval(told, Rank.CLAUSE)) == days


@each(
    ("value", "text", "days"),
    [
        ("2018-05-03", "3 May 2018", "2018-05-03 2018-05-03"),
        ("2018-05-03", "3 May", "2018-05-03 2018-05-03?"),
        ("2018-05-03", "03/05/18", "2018-05-03 2018-05-03"),
        ("2018-05-03", "two years ago", "2018-05-03 2018-05-03"),
        ("2018-05-03", "two days ago", "2018-05-03 2018-05-03?"),
        # the end of a stretch is its last days
        ("2018-05-03", "the end of 3 May 2018", "2018-05-03 2018-05-03"),
        ("2018-05-03/2018-05-12", "the end of 3 to 12 May 2018", "2018-05-03 2018-05-12"),
        ("2018-05-03/2018-05-13", "the end of 3 to 13 May 2018", "2018-05-04 2018-05-13"),
        ("2018-05", "the end of May 2018", "2018-05-22 2018-05-31"),
        ("2018-05-01/2018-06-01", "the end of that stretch of 2018", "2018-05-02 2018-06-01"),
        ("2018", "the end of 2018", "2018-12-01 2018-12-31"),
        ("2018", "the endless 2018", "2018-01-01 2018-12-31"),
        ("XXXX-05", "the end of May", "5 None?"),
    ],
)
def test_what_a_date_in_a_text_takes_up(value: str, text: str, days: str) -> None:
    claim = Claim("id", Kind.DATE, "document", "path", Span(0, 1), 1, 1, text, date(value), "")
    assert written(of_value(claim, Rank.CLAUSE)) == days


@each(
    ("published", "days"),
    [
        ("", ""),
        ("soon", ""),
        ("2018", ""),
        ("2018-05-01/2018-06-01", ""),
        ("2018-05-03/..", ""),
        ("2018-05", "2018-05-01 2018-05-31"),
        ("2018-05-03", "2018-05-03 2018-05-03"),
    ],
)
def test_what_dates_a_document(published: str, days: str) -> None:
    assert written(of_published(published)) == days


@each(
    ("value", "words", "days"),
    [
        ("soon", "soon", ""),
        ("2018-05-03", "3 May", "2018-05-03 2018-05-03?"),
        ("2018-05-03", "3 May 2018", "2018-05-03 2018-05-03"),
    ],
)
def test_what_a_header_takes_up(value: str, words: str, days: str) -> None:
    assert written(framed(Qualifier(value, words, Origin.COLUMN), Rank.HEADER)) == days


@each(
    ("heading", "published", "days"),
    [
        ("soon", "2018-05-04", ""),
        ("XXXX-05-03", "2018-05-04", "5 3?"),
        ("2018-05-02/2018-05-03", "2018-05-04", "2018-05-02 2018-05-03"),
        ("2018-05-03", "", "2018-05-03 2018-05-03"),
        ("2018-05-03", "2018-05-02", "2018-05-03 2018-05-03"),
        ("2018-05-03", "2018-05-03", "2018-05-03 2018-05-03"),
        ("2018-05-03", "2018-05-04", "2018-05-03 2018-05-04"),
        ("2018-05-03", "2018-05-05", "2018-05-03 2018-05-05"),
        ("2018-05-03", "2018-05-06", "2018-05-03 2018-05-03"),
        ("2018-05-03", "XXXX-05-04", "2018-05-03 2018-05-03"),
    ],
)
def test_what_a_heading_takes_up(heading: str, published: str, days: str) -> None:
    told = Qualifier(heading, "in 2018" if heading[0] == "2" else "May", Origin.HEADING)
    report = of_interval(date(published), Rank.DOCUMENT) if published else None
    assert written(headed(told, report)) == days


@each(
    ("value", "plain"),
    [
        ("2018", ""),
        ("XXXX-05", ""),
        ("XXXX-05-03", ""),
        ("2018-05-02/2018-05-31", ""),
        ("2018-05-01/2018-05-27", ""),
        ("2018-05-01/2018-06-01", ""),
        ("2018-05-01/2018-05-28", "2018-05"),
        ("2018-02", "2018-02"),
        ("2018-05", "2018-05"),
        ("2018-05-03", "2018-05-03"),
        ("0800-05-03", "0800-05-03"),
        ("0800-05", "0800-05"),
    ],
)
def test_how_a_stretch_is_written(value: str, plain: str) -> None:
    found = of_interval(date(value), Rank.CLAUSE)
    assert found
    assert notation(found) == plain
