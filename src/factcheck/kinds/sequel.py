"""A figure that follows another in a list or a comparison is of its kind: "18 months and two years", "42% to 38%"."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.duration import UNITS
from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.model import Kind, Mention
from factcheck.values import duration
from factcheck.values.number import plain

SHARES = frozenset({Kind.PERCENTAGE, Kind.VOTE_SHARE})
PLAIN = frozenset({Kind.COUNT, Kind.OTHER})
OTHER_SHARES = CUES["other shares"]
# "Jailed for five years and two years later escaped": the second time is no punishment.
ELAPSED = ("later", "ago", "after", "before", "earlier")
COMPARING = CUES["comparing shares"]
# "It cost 7.2 million euros and has earned 9.8 million": what is spent or earned is money.
EARNING = CUES["earning"]
AGAINST = CUES["of an amount"]
LONGEST_COMPARISON = 60
# "Two years instead of three": between a time and another one that leaves its unit out.
INSTEAD = frozenset({"instead of", "instead of every", "rather than", "rather than every", "not"})
TIMES = frozenset({Kind.DURATION, Kind.SENTENCE})
# "A sum of 40 million riel, 12 million of it in cash".
PARTS_OF_SUM = ("of it ", "of this ", "of that ", "of which ")
WITHIN = 20
# "Harle landed 412 tonnes of fish, Tarn 88 and Odby 17.": a clause that leaves out its verb leaves out the unit,
# too. What it has is a name, and nothing behind the number.
GAPPED = re.compile(
    r"(?: of [a-z]+)?(?:,|;|,? and|,? but)"
    r" (?:(?:the )?(?:[A-Z][\w'\u2019.-]* ){1,4}|(?:the|an?) [a-z]+(?: of [a-z]+)? )"
)
OVER = re.compile(r"[,;.)]|$| and | but ")
# "41 million crowns in Velm and 38 million in Odby", "by 53 million crowns to 410 million": joined to what came before,
# and nothing behind that it would count.
JOINED = re.compile(r"[^.;:]{0,40}?(?:,|,? and|,? but| to| against)(?: (?:only|just|about|some|nearly|almost))? ")
BARE = re.compile(r"[,;.)]|$| (?:in|at|for|from|to|on|by|with|and|but|a|last|this|the) ")
# "Of the 41 million crowns, 38 million went to Odby".
OF_THE = re.compile(r"\b[Oo]f (?:the|these|those|its|their|some|about) $")
# "Brenk got six years, Odby four", "; his brother got nine", "he could have had ten": who serves or takes a time.
SERVING = re.compile(
    r"(?:,|;|,? and|,? but|,? while)(?: (?:[A-Z][\w'\u2019.-]*|[a-z]+)){1,4}?"
    r" (?:for|got|gets|had|received|served|took|given) "
)
SERVES = re.compile(r"\b(?:sentenced|jailed|imprisoned|faced?|faces|got|gets|received?|served?|took|takes|given|lost) ")
SERVED = re.compile(r"[,;.)]|$| and | but | for | in | after ")
# "Seven years and five of supervision", "ten years, three of them suspended": a part of a time, or one after it.
OF_TIME = re.compile(r" of (?:them|it|those|which|that|supervis\w+|probation|parole|home|community|house)\b")
# "Was 21 when charged and 23 when sentenced", "is 45; the others were 31 and 28".
AGING = re.compile(r"[^.;]{0,40}?(?:,|;|and|but)(?: [a-z]+){0,3}? ?(?:(?:is|was|were|are|now|then) )?")
AGED = re.compile(r" (?:when|at) |[,;.)]|$| and ")
AGE, OLDEST = "age", 115
ONE_UNIT = re.compile(r"P(T?)[\d.]+([YMWDHS])")
GAUGED = frozenset({Kind.MEASUREMENT, Kind.MONEY, *SHARES})
# A figure that is good to no less has its scale written: "1.1 billion", "40 million".
LARGE = 100_000
LOOK_AHEAD, LEAD = 24, 40


def sequel(text: str, left: Mention, right: Mention) -> Mention:
    """The right mention, with the kind of the left one where it continues it."""
    gap = text[left.span.end : right.span.start]
    follows = text[right.span.end : right.span.end + LOOK_AHEAD].lower().split()
    if (left.kind, right.kind) == (Kind.SENTENCE, Kind.DURATION):
        listed = gap.strip().lower() in ("and", "or", ",") and not (follows and follows[0].startswith(ELAPSED))
        return replace(right, kind=Kind.SENTENCE, unit=left.unit) if listed else right
    if left.kind is Kind.MONEY and right.kind is Kind.COUNT and right.unit and gap == ", ":
        whole = OF_THE.search(text[max(0, left.span.start - LEAD) : left.span.start])
        of_it = whole and right.unit in text[left.span.start : left.span.end]
        return replace(right, kind=left.kind, unit=left.unit) if of_it else right
    if right.kind in PLAIN and not right.unit:
        if left.unit == AGE:
            return _aged(text, left, right, gap)
        return _understood(text, left, right, gap)
    if (left.kind, right.kind) == (Kind.VOTE_SHARE, Kind.PERCENTAGE) and left.unit == right.unit:
        words = gap.lower().split()
        other = follows[:1] == ["of"] or not OTHER_SHARES.isdisjoint(words + follows[:3])
        return replace(right, kind=Kind.VOTE_SHARE) if _compares(gap) and not other else right
    return right


def _understood(text: str, left: Mention, right: Mention, gap: str) -> Mention:
    """A number with the unit that it leaves to the figure before it: "from 5% to 4", "two years instead of three"."""
    link = " ".join(gap.strip(" ,").split()).lower()
    changed = link == "to" and text[max(0, left.span.start - 5) : left.span.start].lower() == "from "
    if GAPPED.fullmatch(gap) and OVER.match(text, right.span.end):
        return _shared_unit(text, left, right)
    if left.kind in SHARES:
        return replace(right, kind=left.kind, unit=left.unit) if changed else right
    if left.kind in TIMES:
        told = changed or link in INSTEAD or _is_served(text, left, right, gap)
        return _timed(text, left, right) if told else right
    part = text[right.span.end :].lstrip().lower().startswith(PARTS_OF_SUM)
    part = part or (right.value.step >= LARGE and (_compares(gap, AGAINST) or _compares(gap, EARNING)))
    joined = right.value.step >= LARGE and JOINED.fullmatch(gap) and BARE.match(text, right.span.end)
    if joined and left.kind in (Kind.MONEY, Kind.MEASUREMENT):
        return _shared_unit(text, left, right)
    if left.kind is Kind.MONEY and (changed or part) and _is_of_an_order(left, right):
        return replace(right, kind=left.kind, unit=left.unit)
    return right


def _shared_unit(text: str, left: Mention, right: Mention) -> Mention:
    """The right number in the unit of the left figure, where it can have it."""
    if left.kind in TIMES:
        return _timed(text, left, right)
    if left.kind in GAUGED and _is_of_an_order(left, right):
        return replace(right, kind=left.kind, unit=left.unit)
    return right


def _is_served(text: str, left: Mention, right: Mention, gap: str) -> bool:
    """Whether a number without a unit is one more time that somebody serves or takes, or a part of the one before."""
    if OF_TIME.match(text, right.span.end):
        return gap.strip(" ,") in ("", "and", "with", "plus")
    told = SERVES.search(text[max(0, left.span.start - LEAD) : left.span.start])
    long = "T" not in left.value.plain  # who takes minutes may "get two" of anything
    return bool(long and told and SERVING.fullmatch(gap) and SERVED.match(text, right.span.end))


def _aged(text: str, left: Mention, right: Mention, gap: str) -> Mention:
    """The right number as an age, where it follows on one."""
    years = right.value.low
    follows = AGING.fullmatch(gap) and AGED.match(text, right.span.end)
    if not follows or years is None or years != right.value.high or not 1 < years <= OLDEST or right.value.bound:
        return right
    return replace(right, kind=left.kind, unit=AGE, value=duration(f"P{plain(years)}Y"))


def _compares(gap: str, words: frozenset[str] = COMPARING) -> bool:
    """Whether the words between two figures hold one against the other."""
    return len(gap) <= LONGEST_COMPARISON and "." not in gap and not words.isdisjoint(gap.lower().split())


def _timed(text: str, left: Mention, right: Mention) -> Mention:
    """The right number in the first unit of the left time, or in that which the left one has from another itself."""
    words = text[left.span.start : left.span.end].lower().replace("-", " ").split()
    unit = next((UNITS[word] for word in words if word in UNITS), None)
    part, designator = (unit.part, unit.designator) if unit and unit.worth == 1 else ("", "")
    if unit is None and (borrowed := ONE_UNIT.fullmatch(left.value.plain)):
        part, designator = borrowed.groups()
    low = right.value.low
    if not designator or low is None or low != right.value.high:
        return right
    value = duration(f"P{part}{plain(low)}{designator}", bound=right.value.bound, near=right.value.near)
    return replace(right, kind=left.kind, unit=left.unit, value=value)


def _is_of_an_order(left: Mention, right: Mention) -> bool:
    """Whether two amounts are of one order: "75" after "50 cents" is no sum in dollars."""
    one, other = left.value.low, right.value.low
    return bool(one and other and one <= other * WITHIN and other <= one * WITHIN)
