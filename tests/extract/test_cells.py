"""What a column's header tells of the figures under it."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text

# header, cell, kind, value, unit
TABLE = [
    ("Port", "Brenk", None, "", ""),
    ("Name", "May Lund", None, "", ""),
    ("Rank", "12", "count", "12", ""),
    ("May", "12", "count", "12", ""),
    ("Term in office", "12", "count", "12", ""),
    ("Note", "12 x", "count", "12", ""),
    ("Boats that were counted in the harbour and by the mayor of it", "12", "count", "12", ""),
    ("Served as mayor for", "12 years", "duration", "P12Y", ""),
    ("Time in office on a sentence", "12 years", "duration", "P12Y", ""),
    ("Opened, 2018 or 2019", "May", "date", "XXXX-05", ""),
    ("Served (years)", "12 boats", "count", "12", "boat"),
    ("Term of office (years)", "12", "duration", "P12Y", ""),
    ("Share", "12", "count", "12", ""),
    ("Boats", "514", "count", "514", "boat"),
    ("Seats won", "73", "count", "73", "seat"),
    ("Boats that were counted in the harbour and by the mayor of i", "12", "count", "12", "boat"),
    ("Boats, all", "12", "count", "12", "boat"),
    ("Men (of all ages) lost", "14", "count", "14", "man"),
    ("Crew ('000s)", "14", "count", "14000", "crew"),
    ("Minute", "12", "duration", "PT12M", ""),
    ("Weeks lost", "3", "duration", "P3W", ""),
    ("Stage", "36", "count", "36", ""),
    ("Age", "36", "other", "P36Y", "age"),
    ("Aged", "36", "other", "P36Y", "age"),
    ("Served", "12 years", "duration", "P12Y", ""),
    ("Term of office", "12 years", "duration", "P12Y", ""),
    ("Sentence", "12 years", "sentence", "P12Y", "imprisonment"),
    ("Share, %", "43.8", "percentage", "43.8", "%"),
    ("Vote share (%)", "43.8", "vote_share", "43.8", "%"),
    ("Change, percentage points", "4", "percentage", "4", "percentage point"),
    ("Term (years)", "12", "sentence", "P12Y", "imprisonment"),
    ("Length (days)", "12", "duration", "P12D", ""),
    ("Revenue ($m)", "4.2", "money", "4200000", "USD"),
    ("Revenue, in millions of dollars", "4.2", "money", "4200000", "USD"),
    ("Cost (EUR)", "500", "money", "500", "EUR"),
    ("Cost (EUR bn)", "4", "money", "4000000000", "EUR"),
    ("Turnout, per cent", "12", "percentage", "12", "%"),
    ("Passengers (thousands)", "12", "count", "12000", "passenger"),
    ("Month", "April", "date", "XXXX-04", ""),
    ("Month of 2019", "May", "date", "2019-05", ""),
    ("Opened in 1911", "Sept.", "date", "1911-09", ""),
    ("Opened in 1911", "4 June", "date", "1911-06-04", ""),
]


@each(("header", "cell", "kind", "value", "unit"), TABLE)
def test_cells(header: str, cell: str, kind: str | None, value: str, unit: str) -> None:
    text = f"| Row | {header} |\n|---|---|\n| Brenk | {cell} |\n"
    found = [claim for claim in read_text(text, suffix=".md").claims() if claim.line == 3]
    assert [(c.kind.value, c.value.text, c.unit) for c in found] == ([(kind, value, unit)] if kind else [])


# heading above the table, header, cell, its day
DAYS = [
    ("Boats", "Opened", "4 June", "XXXX-06-04"),
    ("Boats", "Opened, 2018 or 2019", "4 June", "XXXX-06-04"),
    ("Boats of 2018 and 2019", "Opened", "4 June", "XXXX-06-04"),
    ("Boats of 2018", "Opened, 2017 or 2019", "4 June", "XXXX-06-04"),
    ("Boats of 1,911", "Opened", "4 June", "XXXX-06-04"),
    ("Boats of 2018", "Opened", "4 June", "2018-06-04"),
    ("Boats of 2018", "Opened in 2019", "4 June", "2019-06-04"),
    ("Boats of 2018 and late 2018", "Opened", "4 June", "2018-06-04"),
    ("Boats of 2018", "Opened", "4 June 2020", "2020-06-04"),
    ("Boats of 2018", "Opened", "May", "2018-05"),
    ("Boats of 2018", "Opened in 2019", "May", "2019-05"),
]


@each(("heading", "header", "cell", "day"), DAYS)
def test_the_day_of_a_cell(heading: str, header: str, cell: str, day: str) -> None:
    text = f"# {heading}\n\n| Row | {header} |\n|---|---|\n| Brenk | {cell} |\n"
    assert [claim.value.text for claim in read_text(text, suffix=".md").claims() if claim.line == 5] == [day]
