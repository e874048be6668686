"""Whether pieces that could be a date are one here: "may" the verb, "Sun" the newspaper, "the 18th" floor."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.dates.pieces import CUES, DASHES, ORDINALS, SUFFIXES, UNITS, Piece, after, before, phrase
from factcheck.dates.years import abbreviated, counts, spoken, year
from factcheck.text.tokens import Tokens, is_capital, is_word

TO = DASHES | {"to", "through", "until", "till"}
LISTS = frozenset(("and", "or", ","))
ARTICLES = frozenset(("the", "a", "an"))


def stands(tokens: Tokens, pieces: tuple[Piece, ...]) -> bool:
    """Whether the pieces are a date by themselves."""
    if len(pieces) > 1:
        return _together(tokens, pieces)
    only = pieces[0]
    check = CHECKS.get(only.standing)
    if only.sort == "weekday":
        return only.standing == "full" and _weekday(tokens, only)
    return check(tokens, only) if check else only.standing == "full"


def _together(tokens: Tokens, pieces: tuple[Piece, ...]) -> bool:
    """Several pieces: at least one must name a period that a calendar knows."""
    sorts = {piece.sort for piece in pieces}
    first, last = pieces[0], pieces[-1]
    if first.standing == "short" and first.sort == "weekday" and _after_name(tokens, first.start):
        return False
    if sorts == {"part", "year"}:
        return last.standing == "year" or year(tokens, last)
    if last.sort == "day":
        return _day(tokens, last, "month" in sorts)
    return not sorts <= {"part", "comparative", "weekday"}


def _day(tokens: Tokens, found: Piece, after_month: bool) -> bool:
    """The day after a month or weekday: "Sunday the 3rd", but not "in June 12 boats", "Monday 12 boats"."""
    last = tokens.lower[found.end - 1]
    is_ordinal = last in SUFFIXES or last in ORDINALS
    if not after_month:
        return is_ordinal and _ends(tokens, found.end)
    if is_ordinal:
        return True
    end = tokens.ends[found.end - 1]
    clock = tokens.text[end : end + 1] == ":" and tokens.text[end + 1 : end + 2].isdecimal()
    following = after(tokens, found.end)
    return not clock and following.lower() not in CUES["scale"] and not counts(tokens, found.end)


def _bare_day(tokens: Tokens, found: Piece) -> bool:
    """A day of a month that is named elsewhere: "on the 18th", where it numbers nothing."""
    in_figures = tokens.lower[found.end - 1] in SUFFIXES and tokens.lower[found.start] == "the"
    return in_figures and before(tokens, found.start) == "on" and _ends(tokens, found.end)


def _ends(tokens: Tokens, i: int) -> bool:
    """Whether nothing that an ordinal could number stands at a token."""
    following = after(tokens, i).lower()
    return not is_word(following) or following in CUES["after a day"]


def _weekday(tokens: Tokens, found: Piece) -> bool:
    """A weekday that is no habit ("every Friday", "on a Friday") and no newspaper's."""
    cue = before(tokens, found.start)
    habit = cue in CUES["habit"] or (cue == "a" and before(tokens, found.start - 1) == "on")
    return not habit and after(tokens, found.end).lower() not in CUES["newspaper"]


def _name(tokens: Tokens, found: Piece) -> bool:
    """A month that is also a name: in capitals, after a word that calls for a date or beside another month."""
    loose = before(tokens, found.start) in CUES["name"] and not is_capital(after(tokens, found.end))
    return _surname(tokens, found) or (loose and is_capital(tokens.words[found.start]))


def _surname(tokens: Tokens, found: Piece) -> bool:
    """The same for a month that is as often something else: only after the words that nothing else follows."""
    if not is_capital(tokens.words[found.start]):
        return False
    cue = before(tokens, found.start)
    if cue in CUES["month"] or tokens.lower[found.start].endswith("'s"):
        return True
    if cue in ARTICLES:
        following = after(tokens, found.end)
        return following.islower() and following not in CUES["date"]
    if cue == "of" and before(tokens, found.start - 1) in UNITS:
        return True
    listed = cue in LISTS and _month_at(tokens, found.start - 2)
    lists = after(tokens, found.end) in LISTS and _month_at(tokens, found.end + 1)
    return listed or lists or _beside_month(tokens, found)


def _beside_month(tokens: Tokens, found: Piece) -> bool:
    """Whether a month is one end of a period of months: "May to July", "June 2020 to May"."""
    if after(tokens, found.end).lower() in TO and _month_at(tokens, found.end + 1):
        return True
    back = 3 if before(tokens, found.start - 1).isdecimal() else 2
    return before(tokens, found.start) in TO and _month_at(tokens, found.start - back)


def _month_at(tokens: Tokens, i: int) -> bool:
    if not 0 <= i < len(tokens) or not is_capital(tokens.words[i]):
        return False
    named = phrase(tokens, i)
    return bool(named and named.sort == "month")


def _season(tokens: Tokens, found: Piece) -> bool:
    """A season or weekend: after a determiner or preposition that makes it a time."""
    cue = before(tokens, found.start)
    if cue != "the":
        return cue in CUES["season"]
    earlier = before(tokens, found.start - 1)
    return (earlier in CUES["date"] or earlier in CUES["over"]) and after(tokens, found.end).lower() != "of"


def _weekend(tokens: Tokens, found: Piece) -> bool:
    """The weekend, with its article, after any preposition."""
    cue = before(tokens, found.start)
    return cue in CUES["date"] or cue in CUES["over"]


def _word(tokens: Tokens, found: Piece) -> bool:
    """ "Today" and its like, but not in a name: "The Valley Today"."""
    return not (is_capital(tokens.words[found.start]) and _after_name(tokens, found.start))


def _the(tokens: Tokens, found: Piece) -> bool:
    """A decade in words or two figures needs its article, and is no age: "in the nineties", not "in his nineties"."""
    cue = before(tokens, found.start)
    return cue == "the" or (cue in ("early", "late", "mid", "-") and found.start > 1)


def _holiday(tokens: Tokens, found: Piece) -> bool:
    """A holiday: in capitals, and no surname after a first name."""
    i = found.start - 1
    cue = before(tokens, found.start)
    preposition = cue in CUES["date"] or cue in CUES["over"]
    first_name = _after_name(tokens, found.start) and tokens.words[i].isalpha() and not preposition
    return not tokens.words[found.start][0].islower() and not first_name


def _after_name(tokens: Tokens, i: int) -> bool:
    """Whether the word before a token has a capital: "Evening Sun, 4 June" names a newspaper."""
    return i > 0 and is_capital(tokens.words[i - 1])


CHECKS: dict[str, Callable[[Tokens, Piece], bool]] = {
    "name": _name,
    "surname": _surname,
    "brief": _surname,
    "short": _beside_month,
    "cue": _season,
    "weekend": _weekend,
    "word": _word,
    "the": _the,
    "capital": _holiday,
    "day": _bare_day,
    "year": year,
    "spoken": spoken,
    "abbreviated": abbreviated,
}
