"""What the words right before and after a figure make of it: where something starts or ends, a bound, a dateline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from factcheck.compare import Comparison
from factcheck.dates.tense import TENSES
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.published.evidence import ANNOUNCE
from factcheck.lean import regex as re
from factcheck.lexicon import forms, table
from factcheck.lexicon.concepts import concept
from factcheck.match.passage_words import Words
from factcheck.model import Claim, Frame, Kind
from factcheck.store.protocol import StoredClaim
from factcheck.text.stem import stem
from factcheck.values import UNKNOWN, Sort, Value, date, number


def _sides(cue: str) -> dict[str, str]:
    """The words beside a figure that tell one thing, each with what it makes of the figure."""
    return {word: row["gives"] for row in table("sides") if row["cue"] == cue for word in forms(row["words"])}


# The part a preposition gives a figure: where something starts or ends, the whole, a comparison's other side.
PARTS = _sides("part")
# The parts that a frame tells of a figure that is no date; "by" and "to" are a change and a level.
FRAMED_PARTS = {"from": "start", "to": "end", "by": "change", "against": "other", "whole": "whole", "compared": "other"}
# "Two more than in 2019" is the difference of two figures and none of them.
DIFFERENCE = "difference"
# "As of 8 May" says when things stood so, and is no day on which anything was.
STANDING = "standing"
COMPARATIVES = _sides("difference").keys()
# Of these "2,000 more pounds of cargo" is a difference too; "60 more boats" are boats.
AMOUNTS = frozenset({Kind.MEASUREMENT, Kind.MONEY})
# What the word behind a count makes of it: "Mara Lund and nine others" are ten.
RESTS = _sides("rest")
# What the word behind a length makes of it: "two days later".
LENGTHS = _sides("length")
# Behind these a figure is how much something is, and no change of it.
STATED = _sides("stated").keys()
# What the words before a date make of it.
DATE_BOUNDS = _sides("bound")
# What the words before a place in an order make of it, behind a word by which something is ranked.
RANK_BOUNDS, RANKED = _sides("order"), _sides("ranked").keys()
# A time of day; the words of a line that says when a page was put up, and the longest abbreviation of a time zone.
CLOCK, YEAR, LONGEST_ZONE = "clock", 4, 4
STAMPED = ANNOUNCE.union(
    "at on am pm last first local time st nd rd th".split(),
    (form.lower() for name in ("months", "weekdays") for row in table(name) for form in forms(row["form"])),
)
# What a dateline opens or closes.
REPORT, CITATION = "report", "citation"
# A dateline's date stands among the first words of its passage and before a dash.
DATELINE = 6
INSIDE = re.compile(r"[^-\u2013\u2014]*\w-\w")
DASHES = frozenset({"-", "\u2013", "\u2014"})
# "Two days before 5 June" counts from the date and puts no bound on it.
STEPS = _sides("step").keys()


def part(words: Words, first: int, last: int, kind: Kind, frame: Frame) -> str:
    """The part that its preposition or its frame gives a figure, "" for none."""
    lower = words.lower
    after = lower[last + 1 : last + 6]
    if after and after[0] in COMPARATIVES and "than" in after:
        return DIFFERENCE
    if kind is Kind.COUNT and after and after[0] in RESTS:
        return RESTS[after[0]]
    if kind in AMOUNTS and any(lower[at] in COMPARATIVES and lower[at + 1] != "than" for at in range(first + 1, last)):
        return DIFFERENCE
    if kind is not Kind.DATE and frame.part in FRAMED_PARTS:
        return FRAMED_PARTS[frame.part]
    if kind is Kind.DATE and lower[max(0, first - 2) : first] == ("as", "of"):
        return STANDING
    for at in (first - 1, first - 2):
        if at >= 0 and lower[at] in PARTS:  # "Of which 12" is no whole: only a frame tells one.
            return "" if lower[at] == "of" and kind is not Kind.DATE else PARTS[lower[at]]
    return ""


# The parts of what another figure rose or fell from, or is compared with as what was earlier.
FORMER = frozenset({"from", "compared"})
EARLIER = CUES["told of an earlier time"]
# What the header of a column of such figures says.
PREVIOUS = CUES["name of what was"]
WAS = frozenset(concept(stem(word)) for word in PREVIOUS)
FORMER_PART, BACK_PART, EARLIER_PART = "former", "back", "earlier"
WHAT_WAS = frozenset({FORMER_PART, BACK_PART})
# "A year earlier", "the previous quarter": a length of time counted back, by the word behind or before it.
BACK = CUES["counted back"].union(word for word, way in LENGTHS.items() if way == "before")
UNITS = frozenset(form for row in table("date_units") for form in forms(row["form"]))
# The part of what is expected, and the words by which a sentence looks ahead.
EXPECTED = "expected"
FUTURE = CUES["told of what is expected"].union(form for form, sign in TENSES.items() if sign > 0)
FORMS = sorted((*FUTURE, "was to", "were to"), key=len, reverse=True)  # "the mission was to last 20 months"
AHEAD = re.compile(rf"\b(?:{'|'.join(map(re.escape, FORMS))})\b", re.IGNORECASE)


def is_former(claim: Claim) -> bool:
    """Whether a figure is what was, beside another one that is."""
    return claim.frame.part in FORMER and claim.value.low == claim.value.high


def of_what_was(pairs: Sequence[tuple[StoredClaim, Comparison]]) -> list[tuple[StoredClaim, Comparison]]:
    """The pairs for a draft's figure that is what was: none of a passage that tells beside such figures what is."""
    telling = {claim.passage for claim, _ in pairs if is_former(claim.claim)}
    return [pair for pair in pairs if is_former(pair[0].claim) or pair[0].passage not in telling]


def side(claim: Claim) -> str:
    """Whether a length leads back or on, as the word behind it says; "" where it does not."""
    behind = claim.sentence[claim.mark.end :].split(maxsplit=1) if claim.mark and claim.kind is Kind.DURATION else ()
    return LENGTHS.get(behind[0].lower().strip(",.;"), "") if behind else ""


def is_ahead(sentence: str) -> bool:
    """Whether a sentence tells, or may tell, what is to come."""
    return AHEAD.search(sentence) is not None


def past(stored: StoredClaim, words: Words, headers: frozenset[str], counts: Sequence[int] = ()) -> str:
    """What was: FORMER_PART for a figure beside another one that is, be it in a column of its own; BACK_PART for one
    whose clause counts back to when it was so; EARLIER_PART for one that stands behind "from" or "than", or whose
    clause or headers say that it was so earlier; else "".

    counts: the first tokens of the figures of its sentence that are no dates
    """
    if is_former(stored.claim) or not (WAS.isdisjoint(headers) or stored.claim.kind is Kind.DATE):
        return FORMER_PART
    first = stored.first_token
    if first and PARTS.get(words.lower[first - 1]) in ("start", "than"):
        return EARLIER_PART
    clause = words.borders[first]
    own = [word for word, border in zip(words.lower, words.borders, strict=True) if border == clause]
    begins = words.borders.index(clause)
    back = next((begins + at for at, two in enumerate(pairwise(own)) if _counts_back(*two)), None)
    if back is not None and not any(min(first, back) < other < max(first, back) for other in counts):
        return BACK_PART
    return "" if EARLIER.isdisjoint(own) and EARLIER.isdisjoint(headers) else EARLIER_PART


def _counts_back(one: str, two: str) -> bool:
    return (one in UNITS and two in BACK) or (one in PREVIOUS and two in UNITS)


def bounded(value: Value, words: Words, first: int, kind: Kind) -> Value:
    """A date with the bound of the word or two before it: "before 2005", "later than 5 June", "after the 1980s"; and a
    place in an order that something is ranked by: "ranked above the 7th best"."""
    if value.bound or value.plain == UNKNOWN.plain or "[" in value.plain:
        return value
    lower = words.lower
    first -= first > 1 and lower[first - 1] == "the"
    if value.sort is Sort.DATE:
        said, before = _said(DATE_BOUNDS, lower, first)
        return date(said + value.plain) if said and before not in STEPS else value
    if kind is not Kind.RANK or value.low is None or value.low != value.high:
        return value
    said, before = _said(RANK_BOUNDS, lower, first)
    return number(value.low, bound=said) if said and before in RANKED else value


def _said(bounds: Mapping[str, str], lower: Sequence[str], first: int) -> tuple[str, str]:
    """The bound of the word or two before a token, and the word before them; "" for none."""
    for size in (1, 2):
        said = bounds.get(" ".join(lower[max(0, first - size) : first]))
        if said:
            return said[0], lower[first - size - 1] if first > size else ""
    return "", ""


def dateline(stored: StoredClaim, words: Words) -> str:
    """Whether a date stands before the dash that opens a report, or after the one that closes a citation; or, with or
    as a time of day, when a page was put up: another page was put up at another time."""
    clock = stored.claim.unit == CLOCK and not (stored.claim.row_head or stored.claim.column_head)
    if (clock and _is_stamp(words)) or ((clock or stored.claim.kind is Kind.DATE) and _opens_stamped(stored, words)):
        return REPORT
    if stored.claim.kind is not Kind.DATE:
        return ""
    tokens = words.words
    if tokens[stored.last_token + 1 :] == (")",) and tokens[stored.first_token - 1 : stored.first_token] == (",",):
        return REPORT
    after = tokens[stored.last_token + 1 : stored.last_token + 4]
    before = tokens[max(0, stored.first_token - 1) : stored.first_token]
    if stored.first_token <= DATELINE and not DASHES.isdisjoint(after) and not _is_hyphen(stored.claim):
        return REPORT
    return CITATION if stored.last_token >= len(words.words) - 2 and not DASHES.isdisjoint(before) else ""


def _is_hyphen(claim: Claim) -> bool:
    """Whether the first dash behind a figure stands inside a word: "On 17 July 2014, pro-Norland groups"."""
    behind = claim.sentence[claim.mark.end :] if claim.mark else ""
    return INSIDE.match(behind) is not None


def _is_stamp(words: Words) -> bool:
    """Whether a line is a date with its year and a time, and says no more than that something was put up then."""
    dated = any(len(word) == YEAR and word.isdigit() for word in words.words)
    return dated and all(_is_of_stamp(word, low) for word, low in zip(words.words, words.lower, strict=True))


def _is_of_stamp(word: str, low: str) -> bool:
    """Whether a word is a figure, a sign, the name of a month, a day or a time zone, or a word of such a line."""
    if not word.isalpha():
        return True
    return low in STAMPED or (word.isupper() and len(word) <= LONGEST_ZONE)


def _opens_stamped(stored: StoredClaim, words: Words) -> bool:
    """Whether a text opens with a bracket that holds a figure and says no more than such a line does, with the time:
    "(Oct 6, 2019 2:51 PM CDT) The ferry"."""
    if words.words[:1] != ("(",) or ")" not in words.words:
        return False
    end = words.words.index(")")
    inside = zip(words.words[1:end], words.lower[1:end], strict=True)
    return stored.last_token < end and ":" in words.words[:end] and all(_is_of_stamp(word, low) for word, low in inside)
