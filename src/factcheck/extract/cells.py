"""Reads the cells of a table with what their column's header tells: "43" under "Share, %", "12" under "Years"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck import kinds
from factcheck.kinds.age import AGED
from factcheck.kinds.duration import UNITS
from factcheck.kinds.noun import is_plural
from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.lexicon import forms, table
from factcheck.model import Kind, Mention, Passage, Role
from factcheck.text import Span
from factcheck.text.tokens import Tokens, tokenise

# A table's column tells the kind of these, which say nothing of it themselves.
OPEN = frozenset({Kind.COUNT, Kind.OTHER})
YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.])")
PERCENT = re.compile(r"%|\bper ?cent(?:age)?\b|\bpct\b", re.IGNORECASE)
POINTS = re.compile(r"\bpoints?\b|\bpp\b", re.IGNORECASE)
VOTES = re.compile(r"\bvot", re.IGNORECASE)
PENALTY = re.compile(r"\b(?:sentences?|terms?|prison|jail|imprisonment)\b", re.IGNORECASE)
OFFICE = re.compile(r"\boffice\b|\bserved as\b", re.IGNORECASE)
# "$m", "US$ million", "EUR bn", "millions of dollars".
SIGN = re.compile(r"(?P<sign>(?:US|A|C|NZ|HK)?[$€£¥])")
CODE = re.compile(r"\b(?P<code>USD|EUR|GBP|CHF|JPY|CNY|INR|dollars?|euros?|pounds)\b")
SCALE = re.compile(
    r"\b(?P<thousand>thousands?|'?000s?)\b|(?<![^\W\d_])(?P<million>millions?|mn?|mln)\b"
    r"|(?<![^\W\d_])(?P<billion>billions?|bn)\b|\b(?P<trillion>trillions?|tn)\b",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
LONGEST_HEADER = 60


def headed(passage: Passage) -> int | None:
    """The year that a cell's headers name, else its nearest heading; 0 where they name none, or several; None for what
    is no cell."""
    if passage.role is not Role.CELL:
        return None
    for texts in (passage.lead, passage.headings[-1:]):
        years = {int(year) for text in texts for year in YEAR.findall(text)}
        if years:
            return years.pop() if len(years) == 1 else 0
    return 0


def mentions(tokens: Tokens, own: tuple[Mention, ...], passage: Passage) -> tuple[Mention, ...]:
    """The figures of a cell, given those that its own words show."""
    text = tokens.text.strip()
    if not own:
        return _month(tokens, text, passage) if text.rstrip(".").lower() in _months() else ()
    header = passage.lead[1] if len(passage.lead) > 1 else ""
    if len(own) == 1 and own[0].kind is Kind.DURATION and _penal(header):
        return (replace(own[0], kind=Kind.SENTENCE, unit="imprisonment"),)
    alone = len(own) == 1 and own[0].kind in OPEN and not own[0].unit
    if not alone or not header or len(header) > LONGEST_HEADER or any(map(str.isalpha, text)):
        return own
    for wording in _wordings(text, header):
        found = kinds.recognise(tokenise(wording))
        if len(found) == 1 and found[0].kind is not Kind.DATE and (found[0].kind not in OPEN or found[0].unit):
            return (replace(own[0], kind=found[0].kind, value=found[0].value, unit=found[0].unit),)
    return own


def _month(tokens: Tokens, text: str, passage: Passage) -> tuple[Mention, ...]:
    """A month that is a cell, of the one year that its header, caption or heading names."""
    years = {year for words in (*passage.lead[:3], *passage.headings[-1:]) for year in YEAR.findall(words)}
    year = f" {years.pop()}" if len(years) == 1 else ""
    found = kinds.recognise(tokenise(f"In {text}{year}."))
    start = tokens.text.index(text)
    span = Span(start, start + len(text.rstrip(".")))
    return tuple(replace(mention, span=span) for mention in found[:1] if mention.kind is Kind.DATE)


def _wordings(figure: str, header: str) -> Iterator[str]:
    """A cell as a sentence would say it, the surest reading first."""
    scale = next((name for match in SCALE.finditer(header) for name, hit in match.groupdict().items() if hit), "")
    words = tokenise(header).lower
    if PERCENT.search(header):
        yield f"{figure} percentage points" if POINTS.search(header) else _share(figure, header)
    elif sign := SIGN.search(header):
        yield f"{sign['sign']}{figure} {scale}".strip()
    elif code := CODE.search(header):
        yield f"{figure} {scale} {code['code']}"
    elif unit := next((word for word in words if word in UNITS and is_plural(word)), ""):
        yield f"{figure} {unit} in prison" if _penal(header) else f"{figure} {unit}"
    elif words[:1] and words[0] in AGED:
        yield f"aged {figure}"
    else:
        yield f"{figure} {scale} {BRACKETED.sub('', header).split(',')[0].strip().lower()}"


def _penal(header: str) -> bool:
    return bool(PENALTY.search(header) and not OFFICE.search(header))


def _share(figure: str, header: str) -> str:
    return f"{figure} percent of the vote" if VOTES.search(header) else f"{figure} percent"


@cache
def _months() -> frozenset[str]:
    return frozenset(form.lower() for row in table("months") for form in forms(row["form"]))
