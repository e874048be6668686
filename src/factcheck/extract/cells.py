"""Reads the cells of a table with what their column's header tells: "43" under "Share, %", "12" under "Years"."""

from __future__ import annotations

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
        return _month(tokens, text) if text.rstrip(".").lower() in _months() else ()
    header = passage.lead[1] if len(passage.lead) > 1 else ""
    if len(own) > 1:
        return own
    (figure,) = own
    if figure.kind is Kind.DURATION and _penal(header):
        return (replace(figure, kind=Kind.SENTENCE, unit="imprisonment"),)
    untold = figure.kind in OPEN and not figure.unit
    if not untold or not header or len(header) > LONGEST_HEADER or any(map(str.isalpha, text)):
        return own
    match kinds.recognise(tokenise(_wording(text, header))):
        case (told,) if told.kind is not Kind.DATE and (told.kind not in OPEN or told.unit):
            return (replace(figure, kind=told.kind, value=told.value, unit=told.unit),)
    return own


def _month(tokens: Tokens, text: str) -> tuple[Mention, ...]:
    """A month that is a cell; of which year, its headers and heading tell, as of any date that leaves it out."""
    start = tokens.text.index(text)
    span = Span(start, start + len(text.rstrip(".")))
    found = kinds.recognise(tokenise(f"In {text}."))
    return tuple(replace(mention, span=span) for mention in found if mention.kind is Kind.DATE)


def _wording(figure: str, header: str) -> str:
    """A cell as a sentence would say it."""
    scale = next((name for match in SCALE.finditer(header) for name, hit in match.groupdict().items() if hit), "")
    words = tokenise(header).lower
    if PERCENT.search(header):
        return f"{figure} percentage points" if POINTS.search(header) else _share(figure, header)
    if sign := SIGN.search(header):
        return f"{sign['sign']}{figure} {scale}".strip()
    if code := CODE.search(header):
        return f"{figure} {scale} {code['code']}"
    if unit := next((word for word in words if word in UNITS and is_plural(word)), ""):
        return f"{figure} {unit} in prison" if _penal(header) else f"{figure} {unit}"
    if words[:1] and words[0] in AGED:
        return f"aged {figure}"
    return f"{figure} {scale} {BRACKETED.sub('', header).split(',')[0].strip().lower()}"


def _penal(header: str) -> bool:
    return bool(PENALTY.search(header) and not OFFICE.search(header))


def _share(figure: str, header: str) -> str:
    return f"{figure} percent of the vote" if VOTES.search(header) else f"{figure} percent"


@cache
def _months() -> frozenset[str]:
    return frozenset(form.lower() for row in table("months") for form in forms(row["form"]))
