"""What frames say of figures, read from the tables in `framed/`: the silent cases of each table stand first.

= title
@ .md 2022-06-14          (how it is marked up, and the document's date; both may be left out)
The text, paragraphs and all.
> figure | owner Brenk | time 2019 | time.from clause   ("-": unknown; figure#2: the second such)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.rows import each

from factcheck.extract import read_text
from factcheck.model import Claim, Qualifier

TABLES = sorted((Path(__file__).parent / "framed").glob("*.txt"))
FIELDS = ("owner", "measure", "time", "time_role", "place", "part", "direction", "per")
# What stands beside the frame, for people who browse.
ABOUT = ("about.subject", "about.measure", "about.scope")


class Case(NamedTuple):
    title: str
    suffix: str
    date: str
    text: str
    figure: str
    expected: tuple[tuple[str, str], ...]


def cases(path: Path) -> Iterator[Case]:
    for block in re.split(r"^= ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, rest = block.partition("\n")
        lines = rest.splitlines()
        options = lines.pop(0)[1:].split() if lines[0].startswith("@") else []
        suffix = next((option for option in options if option[0] == "."), ".txt")
        date = next((option for option in options if option[0] != "."), "")
        text = "\n".join(line for line in lines if not line.startswith("> ")).strip() + "\n"
        for line in (line[2:] for line in lines if line.startswith("> ")):
            figure, *fields = (part.strip() for part in line.split(" | "))
            yield Case(title, suffix, date, text, figure, tuple(_pair(field) for field in fields))


def _pair(field: str) -> tuple[str, str]:
    name, _, value = field.partition(" ")
    assert name.removesuffix(".from") in FIELDS or name in ABOUT, f"no such field: {name}"
    return name, value.strip()


CASES = [case for path in TABLES for case in cases(path)]


def shown(claim: Claim, name: str) -> str:
    field, _, origin = name.partition(".")
    if field == "about":
        return str(getattr(claim, origin)) or "-"
    value: Qualifier | str | None = getattr(claim.frame, field)
    if isinstance(value, Qualifier):
        return value.origin.value if origin else value.value
    return value or "-"


@each("case", CASES)
def test_frames(case: Case) -> None:
    figure, _, ordinal = case.figure.partition("#")
    found = [c for c in read_text(case.text, suffix=case.suffix, date=case.date).claims() if c.text == figure]
    assert len(found) >= int(ordinal or 1), f"no figure {case.figure}"
    claim = found[int(ordinal or 1) - 1]
    assert {name: shown(claim, name) for name, _ in case.expected} == dict(case.expected)


def test_the_tables_are_large_enough_to_measure_by() -> None:
    assert len(CASES) >= 120


def test_a_name_that_runs_on_into_the_next_line_is_cut_at_the_passage() -> None:
    title = "Impact of Weather Duration on the Effects of Fertilisers in Type 1 Rye Fields: "
    assert read_text(title + "A Post Hoc Analysis of Three Harvest Trials\nNAU4882374").documents
