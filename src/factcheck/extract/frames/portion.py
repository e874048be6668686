"""Which part a figure plays among those that belong together: "from 3 to 4", "by 5", "12 of 40", "7 for, 4 against",
"compared with 51 a year earlier"."""

from __future__ import annotations

from factcheck.extract.frame import Figure
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.poles import is_of_change
from factcheck.extract.frames.setting import Setting
from factcheck.kinds.cue_words import CUES as FIGURE_CUES
from factcheck.model import Kind
from factcheck.quotes.function_words import DETERMINERS

ENDS = CUES["end of a change"]
OTHER, SIDES = CUES["more of the same"], CUES["side of a vote"]
# Before what a figure is compared with: a year earlier it was that.
COMPARED = (
    *(("compared", "with"), ("compared", "to"), ("against",), ("versus",), ("vs",), ("vs", ".")),
    *(("than",), ("double",), ("twice",), ("triple",), ("half",)),
)
COMPARING = frozenset(cue[-1] for cue in COMPARED)
EARLIER = CUES["told of an earlier time"]
# What was, whatever it is compared with; so many tokens before the "of" that leads from it to its figure.
PREVIOUS, LEADING, NAMED = CUES["name of what was"], frozenset({"of", "at"}), 4
# So many tokens before a figure at the most stands what makes it one that is expected.
EXPECTED, AHEAD = CUES["told of what is expected"], 6
# "Before tax" and "after tax" are two sums; "after the strike" is a time.
STAGES = CUES["before or after a sum"]
STAGED = CUES["left out of a sum"]
# "Brings the total decline to 73": what stands there between the verb and what changes came together.
SUMMING, OF_CHANGES = CUES["sum of changes"], frozenset({"the", "its", "their", "total", "overall", "cumulative"})
# Verbs of change, and how many tokens behind the size of a change its end may stand.
CHANGED, LEADS = FIGURE_CUES["changed by"] - {"by"}, 12
# Behind these "to" leads to no end of a change.
NO_END = CUES["no end of a change"]
CHANGING = frozenset({Kind.PERCENTAGE, Kind.VOTE_SHARE, Kind.MONEY, Kind.MEASUREMENT})
# "73 boats, of which": so many tokens behind its figure that opens the part.
OF_WHICH, BEHIND = ((",", "of", "which"), (",", "of", "whom"), (",", "of", "them")), 6
WHOLES = CUES["whole of a part"]


def part(setting: Setting, figure: Figure) -> str:
    """The part of a figure, "" where it stands alone."""
    if figure.mention.kind in (Kind.DATE, Kind.SENTENCE):
        return ""
    before, after = setting.lower(figure.first - 1), setting.lower(figure.last + 1)
    if _compared(setting, figure) or _superseded(setting, figure):
        return "compared"
    if _changes_by(setting, figure):
        return "by"
    if before in ENDS:
        return ("by" if _sums_up(setting, figure) else before) if _ends(setting, figure) else ""
    if before in OTHER:
        return "other"
    if after in STAGES and setting.lower(figure.last + 2) in STAGED:
        return after
    if after in SIDES and (
        _closes(setting, figure.last + 2) or setting.lower(figure.last + 2) in ("and", "to", "with")
    ):
        return after
    if _whole(setting, figure):
        return "whole"
    return "expected" if _expected(setting, figure) else ""


def _compared(setting: Setting, figure: Figure) -> bool:
    """ "73, compared with 51 a year earlier", "against 51 last year", "double the 51 of 2003", "than 2003's 51"."""
    lower, clause = setting.tokens.lower, setting.clause(figure.first)
    owner = None
    if len(setting.values) < len(setting.figures):
        dates = [other for other in setting.figures if other.mention.kind is Kind.DATE]
        owner = next((date for date in dates if _is_of(setting, date, figure)), None)
    first = owner.first if owner else figure.first
    end = first - (lower[max(0, first - 1) : first] in (("the",), ("a",)))
    behind = end > 0 and lower[end - 1] in COMPARING and any(lower[max(0, end - len(c)) : end] == c for c in COMPARED)
    if not behind:
        return False
    dated = owner or any(date_behind(setting, figure, date) for date in setting.dates)
    return bool(dated) or not EARLIER.isdisjoint(lower[clause.first : clause.end])


def _is_of(setting: Setting, date: Figure, figure: Figure) -> bool:
    """Whether a figure is a date's: "2003's 51", "last year's 51"."""
    between = setting.tokens.lower[date.last + 1 : figure.first]
    return between in (("'", "s"), ("\u2019", "s")) or (
        not between and setting.lower(date.last)[-2:] in ("'s", "\u2019s")
    )


def date_behind(setting: Setting, figure: Figure, date: Figure) -> bool:
    """Whether a date stands behind a figure in its clause, and no other figure between them."""
    if not figure.last < date.first < setting.clause(figure.first).end:
        return False
    return not any(figure.last < other.first < date.first for other in setting.values)


def _superseded(setting: Setting, figure: Figure) -> bool:
    """ "The previous record of 73", "a previously planned cut of 73", "it had previously forecast 73"."""
    lower, first = setting.tokens.lower, figure.first
    if setting.lower(first - 1) in PREVIOUS:
        return setting.lower(first - 2) in DETERMINERS
    if any(
        setting.lower(at) in PREVIOUS and setting.lower(at + 1) in EXPECTED
        for at in range(max(0, first - AHEAD), first)
    ):
        return True
    if setting.lower(first - 1) not in LEADING:
        return False
    start = max(setting.clause(first).first, first - 1 - NAMED)
    return not PREVIOUS.isdisjoint(lower[start : first - 1]) and setting.figure_tokens.isdisjoint(range(start, first))


def _expected(setting: Setting, figure: Figure) -> bool:
    """ "A forecast of 73", "expects to earn 73"; but "longer than expected, 73 days"."""
    lower, clause = setting.tokens.lower, setting.clause(figure.first)
    near = range(max(clause.first, figure.first - AHEAD), figure.first)
    if EXPECTED.isdisjoint(lower[near.start : near.stop]):
        return False
    return any(lower[at] in EXPECTED and setting.lower(at - 1) not in ("than", "as") for at in near)


def _ends(setting: Setting, figure: Figure) -> bool:
    """Whether a preposition before a figure leads from or to the end of a change, or tells its size."""
    if setting.lower(figure.first - 1) == "to" and setting.lower(figure.first - 2) in NO_END:
        return False
    if figure.mention.kind in CHANGING:
        return True
    clause = setting.clause(figure.first)
    return any(map(is_of_change, setting.tokens.lower[clause.first : clause.end]))


def _changes_by(setting: Setting, figure: Figure) -> bool:
    """ "Fell 5 dollars to 73": the size of a change right behind its verb, with the end that it leads to behind it."""
    if setting.lower(figure.first - 1) not in CHANGED:
        return False
    ends = (o for o in setting.values if figure.last < o.first <= figure.last + LEADS)
    return any(setting.lower(o.first - 1) == "to" for o in ends)


def _sums_up(setting: Setting, figure: Figure) -> bool:
    """Whether "to" leads to what changes come to together: "brings the decline since May to 73 points"."""
    clause = setting.clause(figure.first)
    words = setting.tokens.lower[clause.first : figure.first - 1]
    last = max((at for at, word in enumerate(words) if word in SUMMING), default=len(words))
    what = next((at for at in range(last, len(words)) if is_of_change(words[at])), None)
    return what is not None and words[what - 1] in OF_CHANGES


def _closes(setting: Setting, at: int) -> bool:
    return not setting.lower(at)[:1].isalnum()


def _whole(setting: Setting, figure: Figure) -> bool:
    """ "12 of the 73 boats", "12 boats out of 73", "12 of its fleet of 73"; "73 boats, of which 12"; "of the 73 boats,
    12"."""
    after = setting.tokens.lower[figure.last + 1 : figure.last + 1 + BEHIND]
    if "of" in after and any(after[at : at + 3] in OF_WHICH for at in range(len(after))):
        return True
    at = figure.first - 1
    while setting.lower(at) in WHOLES:
        at -= 1
    if setting.lower(at) != "of":
        return False
    if _opens(setting, at):
        return any(setting.lower(other.first - 1) == "," for other in setting.values if other.first > figure.last)
    ends = {other.last for other in setting.values}
    if setting.lower(at - 1) == "out":
        return not ends.isdisjoint((at - 2, at - 3))
    if setting.lower(at - 2) in WHOLES and setting.lower(at - 3) == "of":
        at -= 3
    return at - 1 in ends


def _opens(setting: Setting, at: int) -> bool:
    """Whether a word opens its sentence or clause."""
    return at <= 0 or not setting.lower(at - 1)[:1].isalnum()
