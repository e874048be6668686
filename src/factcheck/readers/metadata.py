"""What a page says of itself, under our five names, whatever its markup calls them."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.lean import regex as re
from factcheck.lexicon import months
from factcheck.text.wording import address

# Our names, each with what front matter, HTML and JSON-LD call it, the surest first.
NAMES = {
    "title": ("headline", "og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "title"),
    "author": (
        "author", "authors", "article:author", "citation_author", "dc.creator", "dcterms.creator", "byl", "byline",
        "by",
    ),
    "date": (
        "datepublished", "article:published_time", "citation_publication_date", "citation_date", "dc.date.issued",
        "dcterms.issued", "dcterms.date", "dc.date", "published", "publishdate", "publish_date", "pubdate",
        "publication_date", "date", "time", "datecreated", "datemodified", "article:modified_time", "revised",
        "updated", "lastmod", "revdate",
    ),
    "publisher": (
        "publisher", "og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publication",
        "organisation", "organization", "source", "application-name",
    ),
    "url": ("canonical", "og:url", "url", "permalink", "link"),
}  # fmt: skip
RANKS = {name: (ours, rank) for ours, names in NAMES.items() for rank, name in enumerate(names)}
MONTHS = tuple(name.lower() for name in months())
# "https://example.org/staff/roe", "mailto:desk@example.org", "desk@example.org", "www.example.org".
NO_NAME = re.compile(r"(?:(?:https?|ftp|mailto|tel):|www\.\S|/|\S+@\S+\Z)", re.IGNORECASE)
BY = re.compile(r"\Aby:?\s+(?=\S)", re.IGNORECASE)
ISO_DATE = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?(?=\Z|[T ])")
# "14 June 2022", "June 14th, 2022", "June 2022".
WRITTEN_DATE = re.compile(
    r"(?:[A-Z]\w+day,?\s)?(?:(?P<day>\d{1,2})\.?\s)?(?P<month>[A-Za-z]{3,9})\.?(?:\s(?P<after>\d{1,2})(?:st|nd|rd|th)?)?,?\s(?P<year>\d{4})\Z"
)


def collect(found: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Our names with the surest value of each, from names and values as a page gives them."""
    best: dict[str, tuple[int, str]] = {}
    for name, value in found:
        ours, rank = RANKS.get(name.strip().lower(), ("", 0))
        if ours == "url" and not address(value.strip()):
            continue
        value = " ".join(value.encode("utf-8", "replace").decode("utf-8").split())
        value = named(value) if ours in ("author", "publisher") else value
        if ours and value and (ours not in best or rank < best[ours][0]):
            best[ours] = rank, value
    return tuple((name, edtf(best[name][1]) if name == "date" else best[name][1]) for name in NAMES if name in best)


def named(value: str) -> str:
    """The name of somebody in what a page gives as one; "" where that is an address."""
    return "" if NO_NAME.match(value) else BY.sub("", value)


def edtf(date: str) -> str:
    """A date of a page's metadata as EDTF; "" for what cannot be read without a guess ("3/4/2022")."""
    if iso := ISO_DATE.match(date):
        return "".join(part for part in iso.groups() if part)
    written = WRITTEN_DATE.match(date)
    number = _month(written["month"]) if written else 0
    if written is None or not number:
        return ""
    day = written["day"] or written["after"]
    return f"{written['year']}-{number:02}" + (f"-{int(day):02}" if day else "")


def _month(word: str) -> int:
    return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(word.lower())), 0)
