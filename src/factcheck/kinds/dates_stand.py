"""Whether pieces that could be a date are one here: "may" the verb, "2000 people" the count, "Sun" the newspaper."""

from __future__ import annotations

from factcheck.kinds.dates_words import DASHES, ORDINALS, SUFFIXES, UNITS, Piece, phrase
from factcheck.tokens import Tokens

# Words after which a name of a month, a season or a four-digit number is a date.
CUES = frozenset(
    "in since until till by from to before after during of for through between and early late mid last next this past "
    "upcoming that the a on around about circa year".split()
) | {"early", "late", "-", "–"}
STRONG_CUES = frozenset(("in", "since", "until", "till", "during", "year", "circa", "by", "before", "after"))
MONTH_CUES = CUES - {"to", "the", "a", "of", "on", "and", "for", "that", "about", "around"}
PREPOSITIONS = CUES | {"at", "over", "throughout"}
ARTICLES = frozenset(("the", "a", "an"))
NAME_CUES = frozenset(("of", "for", "its", "their", "his", "her", "our"))
SETS = frozenset(("every", "each", "per", "any", "most", "alternate", "all"))
SCALES = frozenset(
    ("million", "billion", "trillion", "thousand", "hundred", "percent", "%", "per", "m", "bn", "km", "kg")
)
# Verbs that look like plurals: "the forecast for 2021 remains".
VERBS = frozenset(
    "was is has does says marks remains begins starts ends comes seems shows brings means sees looks".split()
)
PLURAL_ENDS = ("people", "men", "children", "police", "staff")
TO = DASHES | {"to", "through", "until", "till"}
# Before these a bare figure counts, unless nothing to count follows: "about 2000 marched", "around 2010, he left".
APPROXIMATORS = frozenset("about around some nearly almost roughly approximately over only up".split())
# What years have: "2014 elections" are those of 2014, however many.
OF_YEARS = frozenset(
    "elections polls protests riots games finals qualifiers olympics championships levels revenues results sales "
    "earnings figures estimates prices standards talks attacks floods season seasons".split()
)
MONEY = frozenset("$€£¥₹₩฿៛#№")
NUMBERED = frozenset(
    "article section page room no flight route number rule resolution form chapter paragraph figure table version "
    "psalm channel area highway unit lot bus top".split()
)
TITLES = frozenset("times mail express mirror telegraph herald post independent tribune".split())


def stands(tokens: Tokens, pieces: tuple[Piece, ...]) -> bool:
    """Whether the pieces are a date by themselves."""
    if len(pieces) > 1:
        return _together(tokens, pieces)
    only = pieces[0]
    check = CHECKS.get(only.standing)
    if only.sort == "weekday" and only.standing == "short":
        return False
    if only.sort == "weekday" and not _weekday(tokens, only):
        return False
    return check(tokens, only) if check else only.standing == "full"


def _together(tokens: Tokens, pieces: tuple[Piece, ...]) -> bool:
    """Several pieces: at least one must name a period that a calendar knows."""
    sorts = {p.sort for p in pieces}
    if pieces[0].standing == "short" and pieces[0].sort == "weekday" and before_is_name(tokens, pieces[0].start):
        return False
    if sorts == {"part", "year"}:
        return _year(tokens, pieces[1]._replace(start=pieces[0].start)) or pieces[1].standing == "year"
    last = pieces[-1]
    if last.sort == "day":
        return _day(tokens, last, "month" in sorts)
    return not sorts <= {"part", "weekday"}


def _day(tokens: Tokens, found: Piece, after_month: bool) -> bool:
    """The day after a month or weekday: "Sunday the 3rd", but not "in June 12 people", "Sunday 3 weeks"."""
    following = after(tokens, found.end)
    is_ordinal = tokens.lower[found.end - 1] in SUFFIXES or tokens.lower[found.end - 1] in ORDINALS
    if is_ordinal or not after_month:
        return is_ordinal
    end = tokens.ends[found.end - 1]
    clock = tokens.text[end : end + 1] == ":" and tokens.text[end + 1 : end + 2].isdecimal()
    return not clock and following.lower() not in SCALES and not _counts(following)


def before(tokens: Tokens, i: int) -> str:
    """The word before a token, folded; "" at the beginning."""
    return tokens.lower[i - 1] if i else ""


def before_is_name(tokens: Tokens, i: int) -> bool:
    """Whether the word before a token has a capital: "Evening Sun, 4 June" names a newspaper."""
    return i > 0 and tokens.words[i - 1][0].isupper()


def after(tokens: Tokens, i: int) -> str:
    """The word at a token, as it stands; "" at the end."""
    return tokens.words[i] if i < len(tokens) else ""


def _weekday(tokens: Tokens, found: Piece) -> bool:
    cue = before(tokens, found.start)
    habit = cue in SETS or (cue == "a" and before(tokens, found.start - 1) == "on")
    return not habit and after(tokens, found.end).lower() not in TITLES


def _name(tokens: Tokens, found: Piece) -> bool:
    """A month that is also a name: in capitals, after a word that calls for a date or beside another month."""
    if _surname(tokens, found):
        return True
    loose = before(tokens, found.start) in NAME_CUES and not after(tokens, found.end)[:1].isupper()
    return loose and tokens.words[found.start][0].isupper()


def _surname(tokens: Tokens, found: Piece) -> bool:
    """The same for a month that is as often something else: only after the words that nothing else follows."""
    if not tokens.words[found.start][0].isupper():
        return False
    cue = before(tokens, found.start)
    if cue in MONTH_CUES or tokens.lower[found.start].endswith("'s"):
        return True
    if cue in ARTICLES:
        following = after(tokens, found.end)
        return following.islower() and following not in CUES
    if cue == "of" and before(tokens, found.start - 1) in UNITS:
        return True
    return (cue == "and" and _month_at(tokens, found.start - 2)) or _beside_month(tokens, found)


def _beside_month(tokens: Tokens, found: Piece) -> bool:
    """Whether a month is one end of a period of months: "May to July", "June 2020 to May"."""
    if after(tokens, found.end).lower() in TO and _month_at(tokens, found.end + 1):
        return True
    back = 3 if before(tokens, found.start - 1).isdecimal() else 2
    return before(tokens, found.start) in TO and _month_at(tokens, found.start - back)


def _month_at(tokens: Tokens, i: int) -> bool:
    if not 0 <= i < len(tokens) or not tokens.words[i][0].isupper():
        return False
    named = phrase(tokens, i)
    return bool(named and named.sort == "month")


def _cue(tokens: Tokens, found: Piece) -> bool:
    """A season: after a determiner or preposition that makes it a time."""
    cue = before(tokens, found.start)
    if cue == "the":
        return before(tokens, found.start - 1) in PREPOSITIONS and after(tokens, found.end).lower() != "of"
    return cue in ("in", "since", "by", "until", "during", "late", "early", "over", "at", "throughout")


def _year(tokens: Tokens, found: Piece) -> bool:
    """A four-digit number is a year unless it counts, measures or numbers something."""
    cue, following = before(tokens, found.start), after(tokens, found.end)
    figure = tokens.words[found.end - 1]
    if cue == "than":
        return before(tokens, found.start - 1) in ("later", "earlier", "older", "newer")
    if cue in MONEY or following.lower() in SCALES or _glued(tokens, found):
        return False
    if cue == "." and before(tokens, found.start - 1) in ("no", "nos", "art", "sec", "p", "pp"):
        return False
    strong = cue in STRONG_CUES
    if not "1500" <= figure < "2100":
        return strong and not following[:1].isalpha()
    if cue in NUMBERED or (cue in APPROXIMATORS and following[:1].isalnum() and following.lower() not in CUES):
        return False
    if figure >= "1900" and following.lower() in OF_YEARS:
        return True
    if before_is_name(tokens, found.start) and found.start > 1 and not strong and figure >= "1900":
        return True
    recent = cue == "the" and "1900" <= figure < "2050" and following not in UNITS
    return recent or (strong and figure >= "1700") or not _counts(following)


def _counts(word: str) -> bool:
    """Whether a word is the plural of something counted."""
    if not word.islower() or word in VERBS:
        return False
    plural = word.endswith("s") and not word.endswith("ss") and len(word) > 3
    return plural or word in UNITS or word.endswith(PLURAL_ENDS)


def _glued(tokens: Tokens, found: Piece) -> bool:
    """Whether the figure is part of a longer token such as a version, a code or an address."""
    start, end = tokens.starts[found.start], tokens.ends[found.end - 1]
    left, right = tokens.text[start - 1 : start], tokens.text[end : end + 1]
    return left.isalnum() or left in ("_", "@", "=", "&", "#", "/") or right.isalnum() or right in ("_", "@", "=", "%")


def _spoken(tokens: Tokens, found: Piece) -> bool:
    """A year in words by itself: after "in" and its like, and counting nothing."""
    return before(tokens, found.start) in STRONG_CUES and not _counts(after(tokens, found.end))


def _the(tokens: Tokens, found: Piece) -> bool:
    """A decade in words or two figures needs its article, and is no age: "in the nineties", not "in his nineties"."""
    cue = before(tokens, found.start)
    return cue == "the" or (cue in ("early", "late", "mid", "-") and found.start > 1)


def _capital(tokens: Tokens, found: Piece) -> bool:
    """A holiday: in capitals, and no surname after a first name."""
    i = found.start - 1
    first_name = (
        before_is_name(tokens, found.start) and tokens.words[i].isalpha() and tokens.lower[i] not in PREPOSITIONS
    )
    return not tokens.words[found.start][0].islower() and not first_name


def _abbreviated(tokens: Tokens, found: Piece) -> bool:
    """A year of two figures: "the class of ’68"."""
    return before(tokens, found.start) in CUES


CHECKS = {
    "name": _name,
    "surname": _surname,
    "short": _beside_month,
    "cue": _cue,
    "year": _year,
    "the": _the,
    "spoken": _spoken,
    "capital": _capital,
    "abbreviated": _abbreviated,
}
