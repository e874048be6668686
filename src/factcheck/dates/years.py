"""Whether a number is a year here, or counts, measures or numbers something: "2000 people", "Resolution 1973"."""

from __future__ import annotations

from factcheck.dates.pieces import CUES, UNITS, Piece, after, before
from factcheck.lean import regex as re
from factcheck.text.tokens import Tokens, is_capital, is_word

MONEY = frozenset("$€£¥₹₩฿៛#№")
CIRCA = frozenset(("c", "ca"))
PLURAL_ENDS = ("people", "men", "children", "police", "staff")
LINKS, APOSTROPHES = frozenset("-–/"), frozenset("'\u2019")
# What may follow a year without a space: the end of a period, "-18" or "–2018", and no further part of a code.
PERIOD = re.compile(r"[-–/](?:\d\d|(?:1\d|20|21)\d\d)(?![\w/]|-\w)")
GLUE = frozenset(("_", "@", "=", "&", "#", "/", "%"))


def year(tokens: Tokens, found: Piece) -> bool:
    """A four-digit number is a year unless it counts, measures or numbers something."""
    cue, following = before(tokens, found.start), after(tokens, found.end)
    cue = before(tokens, found.start - 1) if cue == "." and before(tokens, found.start - 1) in CIRCA else cue
    figure = tokens.words[found.end - 1]
    if _numbers(tokens, found, cue, following):
        return False
    own = following in APOSTROPHES and after(tokens, found.end + 1) == "s"
    if cue == "than" and not own and following.lower() not in CUES["of years"] and not _season(tokens, found.end):
        return before(tokens, found.start - 1) in ("later", "earlier", "older", "newer")
    strong = cue in CUES["year"]
    if not "1500" <= figure < "2100":
        return strong and (not is_word(following) or following in CUES["after a day"])
    return (strong and figure >= "1700") or _named_by(tokens, found, cue, following) or not counts(tokens, found.end)


def _season(tokens: Tokens, end: int) -> bool:
    """Whether the two figures of the next year follow, as in "than 2019-20"."""
    return PERIOD.match(tokens.text, tokens.ends[end - 1]) is not None


def _numbers(tokens: Tokens, found: Piece, cue: str, following: str) -> bool:
    """Whether the figure is money, a measure, a number of something, or part of a code or an address."""
    if cue in MONEY or cue in CUES["numbered"] or following.lower() in CUES["scale"] or _glued(tokens, found):
        return True
    if cue == "." and before(tokens, found.start - 1) in CUES["number, abbreviated"]:
        return True
    return cue in CUES["approximate"] and following[:1].isalnum() and following.lower() not in CUES["date"]


def _named_by(tokens: Tokens, found: Piece, cue: str, following: str) -> bool:
    """Whether a plural after the year is what happened in it: "2014 elections", "the 2014 protests"."""
    figure = tokens.words[found.end - 1]
    if figure >= "1700" and following.lower() in CUES["of years"]:
        return True
    if found.start > 1 and is_capital(tokens.words[found.start - 1]):
        return figure >= "1900"
    return cue == "the" and "1900" <= figure < "2050" and following not in UNITS


def spoken(tokens: Tokens, found: Piece) -> bool:
    """A year in words by itself: after "in" and its like, and counting nothing."""
    return before(tokens, found.start) in CUES["year"] and not counts(tokens, found.end)


def abbreviated(tokens: Tokens, found: Piece) -> bool:
    """A year of two figures: "the class of ’68"."""
    return before(tokens, found.start) in CUES["date"]


def counts(tokens: Tokens, i: int) -> bool:
    """Whether a token is the plural of something counted, and no verb with its object ("of 1993 guarantees the …")."""
    word = after(tokens, i)
    if not word.islower() or word in CUES["verb"] or after(tokens, i + 1).lower() in CUES["object"]:
        return False
    plural = word.endswith("s") and not word.endswith("ss") and len(word) > 3
    return plural or word in UNITS or word.endswith(PLURAL_ENDS)


def _glued(tokens: Tokens, found: Piece) -> bool:
    """Whether the figure is part of a longer token such as a version, a code or an address."""
    start, end = tokens.starts[found.start], tokens.ends[found.end - 1]
    left, right = tokens.text[start - 1 : start], tokens.text[end : end + 1]
    in_code = tokens.text[end + 1 : end + 2].isdecimal() and right in LINKS and not PERIOD.match(tokens.text, end)
    return left.isalnum() or left in GLUE or right.isalnum() or (right in GLUE and right != "/") or in_code
