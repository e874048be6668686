"""The dates of a document that can tell when it was published, and how each one speaks."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.dates.calendar import weekday
from factcheck.dates.resolve import alone, years_named
from factcheck.dates.tense import tense
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple, replace
from factcheck.model import Kind, Mention
from factcheck.text import Span
from factcheck.text.tokens import Tokens
from factcheck.values import Value
from factcheck.values.date_expression import DateExpression

Paragraph = tuple[Tokens, Sequence[Mention]]
# Lines at the top in which a document's own date stands, and words that announce it.
TOP = 8
ANNOUNCE = frozenset("published updated posted date dated issued released filed modified".split())
DASHES = frozenset("-–—")
LONGEST_CITATION = 300
# A dateline's place, and the agency that may follow its date: "LEEDS, 9 October 2025 (Harbour News) - ".
LONGEST_PLACE = 60
AGENCY = re.compile(r"\([^()\n]{2,40}\)? ?[-–—]")
# The lines under a title that may name the author and the date, and what sets the date off from the names.
BYLINES, LONGEST_BYLINE = 3, 120
SEPARATORS = (",", "|", "·", "•")
# What no byline has: the end of a sentence, or the dash of a citation ("Courier – Lake freezes, 3 June 2022").
SENTENCES = re.compile(r"[a-z]{2}[.!?] | [-–—] ")
# A title is one of the first lines, and no longer than this.
TITLE, LONGEST_TITLE = 2, 160
# So many more paragraphs that begin with other days make a chronicle, whose first day dates its first entry alone.
ENTRIES = 2
# "10:00 GMT" may follow a date that stands alone.
LONGEST_CLOCK = 14
# Words that place a document in the same year as what it reports.
YEAR_WORDS = frozenset((("this", "year"), ("next", "year"), ("last", "year"), ("this", "years")))
RECENT = frozenset(("recent", "recently", "latest"))


class Dated(NamedTuple):
    """A date with its year: first and last day, where its clause looks, and whether it dates a cited source."""

    low: int
    high: int
    tense: int
    cited: bool
    recent: bool
    text: str


def stated(paragraphs: Sequence[Paragraph]) -> tuple[str, str] | None:
    """A date at the top that stands on a line of its own, after "Published", or in a dateline: EDTF and as written;
    None where it is but the first entry of a chronicle."""
    for ordinal, (tokens, mentions) in enumerate(paragraphs[:TOP]):
        for mention in mentions:
            signed = 0 < ordinal <= BYLINES and _signed(tokens.text, mention.span)
            if _day_with_year(mention) and (signed or _announced(tokens, mention)):
                is_entry = not signed and _leads(tokens, mention) and _is_chronicle(paragraphs[ordinal + 1 :])
                return None if is_entry else (mention.value.text, _words(tokens, mention))
    return None


def _leads(tokens: Tokens, mention: Mention) -> bool:
    """Whether a day begins its paragraph."""
    return not any(c.isalnum() for c in tokens.text[: mention.span.start]) and _day_with_year(mention)


def _is_chronicle(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether some paragraphs begin with days, as the entries of a chronicle do."""
    led = (
        mention.value.text
        for tokens, mentions in paragraphs
        for mention in mentions[:1]
        if _leads(tokens, mention) and _announced(tokens, mention)
    )
    return len(set(led)) >= ENTRIES


def credited(paragraphs: Sequence[Paragraph]) -> str:
    """The day in the brackets that end a title, behind the name of a paper: "Lake freezes (Harbour Courier, 3 June
    2022)"; "" where it has none."""
    for tokens, mentions in paragraphs[:1]:
        for mention in mentions:
            before, after = tokens.text[: mention.span.start], tokens.text[mention.span.end :].strip()
            name = before.rpartition("(")[2].rstrip()
            named = name[:1].isupper() and name.endswith(",") and len(name) < LONGEST_PLACE
            if after == ")" and named and _day_with_year(mention):
                return mention.value.text
    return ""


def dated(paragraphs: Sequence[Paragraph]) -> list[Dated]:
    """The dates whose year stands in the text."""
    years = years_named(paragraphs)
    found = []
    for ordinal, (tokens, mentions) in enumerate(paragraphs):
        for mention in mentions:
            value, e = mention.value, mention.expression
            if e and e.weekday and e.day and e.month and not e.year:
                value = _by_weekday(e, years) or value
            if mention.kind is Kind.DATE and e and not e.shift and value.low is not None and value.high is not None:
                cited = ordinal > 1 and _day_with_year(mention) and _cites(tokens, mention)
                place = tense(tokens, mention.span)
                recent = not RECENT.isdisjoint(tokens.lower)
                words = _words(tokens, mention)
                found.append(Dated(int(value.low), int(value.high), place, cited, recent, words))
    return found


def title_year(paragraphs: Sequence[Paragraph]) -> int | None:
    """The one year that a title names, in a line without a full stop."""
    top = paragraphs[:TITLE]
    lines = [(t, m) for t, m in top if len(t.text) < LONGEST_TITLE and not t.text.rstrip().endswith((".", ":"))]
    years = years_named(lines)
    return next(iter(years)) if len(years) == 1 else None


def year_phrase(paragraphs: Sequence[Paragraph]) -> str:
    """A phrase that ties the document to the year of what it reports, if there is one."""
    for tokens, _ in paragraphs:
        for pair in zip(tokens.lower, tokens.lower[1:], strict=False):
            if pair in YEAR_WORDS:
                return " ".join(pair)
    return ""


def _announced(tokens: Tokens, mention: Mention) -> bool:
    """Whether a date is that of the document: alone on its line, announced by a word, or before a dateline's dash."""
    text, span = tokens.text, mention.span
    before, after = text[text.rfind("\n", 0, span.start) + 1 : span.start], text[span.end :].lstrip(" ).")
    words = {word.strip(":,.|").lower() for word in before.split()}
    alone = not words and len(after.partition("\n")[0]) < LONGEST_CLOCK
    dashed = len(before) < LONGEST_PLACE and (after[:1] in DASHES or AGENCY.match(after) is not None)
    return alone or bool(words & ANNOUNCE and len(words) < 8) or dashed


def _signed(text: str, span: Span) -> bool:
    """Whether a date ends the line that names the author or paper: "By Jane Roe, Harbour Courier, 3 June 2022"."""
    before, after = text[: span.start].rstrip(), text[span.end :].strip()
    return not after and before.endswith(SEPARATORS) and len(before) < LONGEST_BYLINE and not SENTENCES.search(before)


def _day_with_year(mention: Mention) -> bool:
    e = mention.expression
    return bool(mention.kind is Kind.DATE and e and e.year and e.day and not e.until)


def _cites(tokens: Tokens, mention: Mention) -> bool:
    """Whether a short line ends in the date, after a dash: "Agency – Headline – 8 April 2018"."""
    text = tokens.text
    begin = text.rfind("\n", 0, mention.span.start) + 1
    line = text[begin : mention.span.end]
    ends = text[mention.span.end :].lstrip(" .)\r")[:1] in ("", "\n")
    return ends and len(line) < LONGEST_CITATION and any(f" {dash}" in line or f"{dash} " in line for dash in DASHES)


def _by_weekday(e: DateExpression, years: frozenset[int]) -> Value | None:
    """A day in the one year named in the text in which its weekday fits."""
    fits = [alone(replace(e, year=f"{year:04}")) for year in years]
    fits = [value for value in fits if value.low is not None and weekday(int(value.low)) == e.weekday]
    return fits[0] if len(fits) == 1 else None


def _words(tokens: Tokens, mention: Mention) -> str:
    return tokens.text[mention.span.start : mention.span.end]
