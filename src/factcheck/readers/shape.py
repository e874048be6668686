"""What lines of plain prose look like: titles, bylines, datelines, list items. Shapes alone, no names."""

from __future__ import annotations

from factcheck.lean import regex as re

LONGEST_TITLE = 220
LONGEST_HEADING = 90
SHORTEST_HEADLINE = 3
# A full stop inside a line that begins another sentence, as captions have.
SECOND_SENTENCE = re.compile(r"[a-z]{3,}\.\s+[A-Z][a-z]")

# "- x", "• x", "1. x", "12) x", "(a) x", "iv) x": a list marker and the space behind it.
ITEM = re.compile(r"(?:[-*+•‣◦▪–—]|\(?\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,5})\))[ \t\u00a0]+(?=\S)")
# The stop, with closing marks behind it, that ends a sentence.
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\Z")
# "By: Ana Lima", "By Ana Lima and Tom Hall, Staff Writers." on a line of its own.
BYLINE = re.compile(
    r"(?:By|BY|Written by|Story by|Reported by|Author)\s*:?\s+"
    r"(?P<who>[^\W\d_a-z][^\W\d_]*[.'’-]?(?:[^\S\n\r]+(?:and|de|da|van|von|der|bin|al|el|la|du|&)\b|[,]?[^\S\n\r]*[^\W\d_a-z][\w.'’-]*){0,11})"
    r"[.,]?\s*\Z"
)
# "GENEVA – ", "NAIROBI, Kenya (AP) — ", "Quito, ECUADOR -- ", "Lima, 4 May – ": a place, then a dash.
DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}"
    r"(?:, [^\n\r,–—(]{2,30}){0,2})\s?(?:\([\w ./&-]{2,20}\)\s?)?(?:–|—|--|-\s)\s*(?=\S)"
)
# Ways to open a sentence that look like a dateline.
NO_PLACE = frozenset(
    "note notes warning update correction editor editors summary background example caution question answer".split()
)
DIGITS = re.compile(r"\d")


def is_title(line: str) -> bool:
    """Whether a paragraph could be a headline: short, capitalised, no full stop, not all figures."""
    if (
        not 2 < len(line) <= LONGEST_TITLE
        or "\n" in line
        or line[-1] in ".,;"
        or ITEM.match(line)
        or SECOND_SENTENCE.search(line)
    ):
        return False
    first = next((char for char in line if char.isalnum()), "")
    return bool(first) and not first.islower() and sum(map(str.isalpha, line)) > len(line) / 2


def is_headline(line: str) -> bool:
    """Whether a line could head an article: a title of several words."""
    return is_title(line) and len(line.split()) >= SHORTEST_HEADLINE


def is_heading(line: str) -> bool:
    """Whether a line could head a section: a short title that does not run on."""
    return len(line) <= LONGEST_HEADING and is_title(line) and line[-1] not in '!?…”"' and BYLINE.match(line) is None


def is_prose(text: str) -> bool:
    """Whether a paragraph reads as running text: it ends as a sentence does, or is long."""
    return len(text) > LONGEST_TITLE or (len(text) >= 60 and SENTENCE_END.search(text.rstrip()) is not None)


def byline(line: str) -> str:
    """Who wrote it, if the line says that and nothing else."""
    found = BYLINE.match(line.strip())
    return found["who"].strip(" .,") if found else ""


def dateline(text: str) -> str:
    """The place that a report opens with; "" where it opens otherwise."""
    found = DATELINE.match(text)
    if found is None or found["place"].split(",")[0].lower() in NO_PLACE:
        return ""
    return found["place"]
