"""What stands around a figure: the words near it, the noun it counts, its anchors, names, years and place on the page.

Computed once a figure, for a draft's and a source's alike, so that comparing two of them is set arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from typing import NamedTuple

from factcheck.compare import date_parts
from factcheck.match.concepts import concept
from factcheck.match.passage_words import Words, concepts_of, words_of
from factcheck.match.rarity import Rarity
from factcheck.match.topic import topic as topic_of
from factcheck.match.when import Moment, moment
from factcheck.model import Frame, Kind
from factcheck.store.protocol import StoredClaim, StoredPassage
from factcheck.text.stem import stem
from factcheck.values import UNKNOWN, Sort, Value, date

# A word counts less the farther it stands from the figure, and less again for every clause border between them.
REACH = 8
# And how many tokens off a figure is no neighbour.
FLANK = 10
BORDER = 0.75
FLOOR = 0.05
# The part a preposition gives a figure: where something starts or ends, the whole, a comparison's other side.
PARTS = {
    "since": "start", "from": "start", "until": "end", "till": "end", "to": "end", "by": "end",
    "before": "before", "after": "after", "of": "whole", "versus": "other", "against": "other", "than": "than",
}  # fmt: skip
# The parts that a frame tells of a figure that is no date; "by" and "to" are a change and a level.
FRAMED_PARTS = {"from": "start", "to": "end", "by": "change", "against": "other", "whole": "whole"}
# "Two more than in 2019" is the difference of two figures and none of them.
DIFFERENCE = "difference"
COMPARATIVES = frozenset({"more", "fewer", "less", "higher", "lower", "better", "worse", "ahead", "behind"})
# What the words before a date make of it.
DATE_BOUNDS = {"before": "<", "prior to": "<", "earlier than": "<", "after": ">", "later than": ">"}
# A dateline's date stands among the first words of its passage and before a dash.
DATELINE = 6
DASHES = frozenset({"-", "\u2013", "\u2014"})
# "Two days before 5 June" counts from the date and puts no bound on it.
STEPS = frozenset("day days week weeks month months year years shortly just hours hour right long soon".split())
# What the subject that a sentence leaves out, and a cell's headers, weigh beside the words of the sentence.
WEIGHT_OF_SUBJECT = 0.35
WEIGHT_OF_HEADER = 0.8
# And what a word of the topic weighs.
TOPIC = 0.6
YEAR = re.compile(r"(?<![\d-])(?:1[5-9]|20)\d\d(?![\d,.]*\d)")


@dataclass(frozen=True, slots=True)
class Context:
    """A figure with everything about it that matching compares.

    value: the figure's, with the bound that "before" or "after" puts on a date
    near: concept of its sentence → weight by nearness; topic: of what was said before it
    wide: the concepts of headings, title, neighbouring passages
    idf: concept → rarity; sum, total, mass: of rarity, by the root of nearness, by nearness
    left, right: the two nearest concepts on either side; part: the role its preposition gives it
    noun: what it counts; names, nearest: concepts written with a capital, and the nearest of them
    beside: the words of the nearest date
    roots: concept of its sentence → rarity by the root of nearness; named: name → rarity
    about: rarity of the topic, by weight
    headers: those of a table cell or a list's lead
    moment: when it holds, as far as the text tells
    years: the years its scope names; certain: whether its own sentence or heading names them
    siblings: the values of the passage's other figures, without bounds; flanks: of the nearest before and after it
    place: which of the sentence's figures of its kind it is, of how many (places)
    dateline: whether it is a date set off by a dash at the head or foot of its passage: when the text was written
    """

    claim: StoredClaim
    value: Value
    near: Mapping[str, float]
    topic: Mapping[str, float]
    idf: Mapping[str, float]
    sum: float
    roots: Mapping[str, float]
    total: float
    mass: float
    about: float
    union: float
    wide: frozenset[str]
    left: tuple[str, ...]
    right: tuple[str, ...]
    part: str
    noun: str
    names: frozenset[str]
    named: Mapping[str, float]
    nearest: str
    beside: str
    years: frozenset[int]
    certain: bool
    moment: Moment | None
    headers: frozenset[str]
    siblings: frozenset[str]
    flanks: tuple[str, str]
    place: int
    places: int
    dateline: bool

    @property
    def kind(self) -> Kind:
        return self.claim.claim.kind


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a figure's passage stands in: the passages before and after it, its document's title and year."""

    before: tuple[StoredPassage, ...]
    after: tuple[StoredPassage, ...]
    title: str
    published: str
    years_before: frozenset[int]
    dates_before: tuple[tuple[StoredClaim, ...], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all figures of a passage have in common.

    others: its figures and quotations; taken: the tokens of its figures; told: by the concepts of a figure's subject
    """

    passage: StoredPassage
    others: Sequence[StoredClaim]
    around: Surroundings
    words: Words
    taken: set[int]
    headers: frozenset[str]
    titled: frozenset[int]
    wide: frozenset[str]
    topic: Mapping[str, float]
    told: dict[frozenset[str], Told]


class Told(NamedTuple):
    """What figures with one subject in one passage have in common: the words they share whatever their weights."""

    topic: Mapping[str, float]
    idf: Mapping[str, float]
    names: frozenset[str]
    named: Mapping[str, float]


def setting(passage: StoredPassage, others: Sequence[StoredClaim], around: Surroundings) -> Setting:
    """What the figures of a passage have in common; `others` are all its figures and quotations."""
    headers = frozenset[str]().union(*(concepts_of(text) for text in passage.lead))
    return Setting(
        passage=passage,
        others=others,
        around=around,
        words=words_of(passage.text, passage.stems),
        taken={at for other in others if other.claim.kind.is_figure for at in _tokens(other)},
        headers=headers,
        titled=frozenset(int(y) for text in (*passage.lead, *passage.headings) for y in YEAR.findall(text)),
        wide=_wide(passage, around) | headers,
        topic=topic_of(passage, around.before, around.after, around.title),
        told={},
    )


def context(stored: StoredClaim, shared: Setting, rarity: Rarity) -> Context:
    """Everything about one figure of a passage."""
    words, taken, headers, others = shared.words, shared.taken, shared.headers, shared.others
    own, subject = _tokens(stored), concepts_of(stored.claim.subject)
    near = _near(stored, words, taken, headers, subject)
    topic, idf, names, named = shared.told.get(subject) or _told(shared, near, subject, rarity)
    years, certain = _years(stored, shared)
    same = [o for o in others if o.claim.kind is stored.claim.kind]
    roots = {word: sqrt(weight) * idf[word] for word, weight in near.items()}
    mass, about = _mass(near, idf), _mass(topic, idf)
    return Context(
        claim=stored,
        value=_bounded(stored.claim.value, words, own[0]),
        near=near,
        topic=topic,
        idf=idf,
        sum=sum(idf[word] for word in near) or 1.0,
        roots=roots,
        total=sum(roots.values()) or 1.0,
        mass=mass or 1.0,
        about=about,
        union=mass + TOPIC * about or 1.0,
        wide=shared.wide,
        left=_anchors(words, range(own[0] - 1, -1, -1), taken),
        right=_anchors(words, range(own[-1] + 1, len(words.concepts)), taken),
        part=_part(words, own[0], own[-1], stored.claim.kind, stored.claim.frame),
        noun=_noun(stored),
        names=names,
        named=named,
        nearest=_nearest(names, near),
        beside=_beside(stored, others, words),
        years=years,
        certain=certain,
        moment=_moment(stored, shared),
        headers=headers,
        siblings=frozenset(o.claim.value.plain for o in others if o is not stored),
        flanks=_flanks(stored, others),
        place=same.index(stored) if stored in same else 0,
        places=len(same),
        dateline=_is_dateline(stored, words),
    )


def _told(shared: Setting, near: Mapping[str, float], subject: frozenset[str], rarity: Rarity) -> Told:
    """The words that a figure's sentence has are those of all figures of its passage with its subject."""
    topic = _beyond(near, shared.topic)
    rarity.learn([*near, *topic])
    idf = {word: rarity.of_word(word) for word in (*near, *topic)}
    names = shared.words.names | subject
    told = Told(topic, idf, names, {name: idf.get(name, 1.0) for name in sorted(names)})
    shared.told[subject] = told
    return told


def _nearest(names: frozenset[str], near: Mapping[str, float]) -> str:
    return max((name for name in names if name in near), key=lambda name: (near[name], name), default="")


def _beyond(near: Mapping[str, float], about: Mapping[str, float]) -> Mapping[str, float]:
    return {word: weight for word, weight in about.items() if word not in near}


def _mass(words: Mapping[str, float], idf: Mapping[str, float]) -> float:
    return sum(weight * idf[word] for word, weight in words.items())


def _tokens(stored: StoredClaim) -> range:
    return range(stored.first_token, stored.last_token + 1)


def _wide(passage: StoredPassage, around: Surroundings) -> frozenset[str]:
    """The concepts of the headings, the title and the neighbours."""
    titles = (*passage.headings, around.title)
    beside = (words_of(other.text, other.stems).concepts for other in (*around.before, *around.after))
    return frozenset[str]().union(*(concepts_of(text) for text in titles), *beside) - {""}


def _near(
    stored: StoredClaim, words: Words, taken: set[int], headers: frozenset[str], subject: frozenset[str]
) -> dict[str, float]:
    """The concepts of the sentence, its headers and its subject, with their weights; figures' own tokens say nothing
    of their context."""
    first, last = stored.first_token, stored.last_token
    near: dict[str, float] = {}
    for at, word in enumerate(words.concepts):
        if not word or at in taken:
            continue
        if at < first:
            distance, borders = first - at, words.borders[first] - words.borders[at]
        else:
            distance, borders = at - last, words.borders[at] - words.borders[last]
        weight = FLOOR + exp(-(distance - 1) / REACH) * BORDER**borders
        if weight > near.get(word, 0):
            near[word] = weight
    for word in sorted(subject):
        near.setdefault(word, WEIGHT_OF_SUBJECT)
    for word in sorted(headers):
        near[word] = max(near.get(word, 0), WEIGHT_OF_HEADER)
    return near


def _anchors(words: Words, places: range, taken: set[int]) -> tuple[str, ...]:
    found: list[str] = []
    for at in places[:10]:
        if words.tokens.words[at] in ".;":
            break
        if words.concepts[at] and at not in taken:
            found.append(words.concepts[at])
            if len(found) == 2:
                break
    return tuple(found)


def _part(words: Words, first: int, last: int, kind: Kind, frame: Frame) -> str:
    after = words.tokens.lower[last + 1 : last + 6]
    if after and after[0] in COMPARATIVES and "than" in after:
        return DIFFERENCE
    if kind is not Kind.DATE and frame.part in FRAMED_PARTS:
        return FRAMED_PARTS[frame.part]
    for at in (first - 1, first - 2):
        if at >= 0 and words.tokens.lower[at] in PARTS:  # "Of which 12" is no whole: only a frame tells one.
            return "" if words.tokens.lower[at] == "of" and kind is not Kind.DATE else PARTS[words.tokens.lower[at]]
    return ""


def _bounded(value: Value, words: Words, first: int) -> Value:
    """A date with the bound of the word or two before it: "before 2005", "later than 5 June", "after the 1980s"."""
    if value.sort is not Sort.DATE or value.bound or value.plain == UNKNOWN.plain or first == 0:
        return value
    first -= first > 1 and words.tokens.lower[first - 1] == "the"
    before = words.tokens.lower[first - 1]
    if first > 1 and words.tokens.lower[first - 2] in STEPS:
        return value
    bound = DATE_BOUNDS.get(before) or DATE_BOUNDS.get(" ".join(words.tokens.lower[max(0, first - 2) : first]))
    return date(bound + value.plain) if bound and "[" not in value.plain else value


def _is_dateline(stored: StoredClaim, words: Words) -> bool:
    """Whether a date stands before the dash that opens a report, or after the one that closes a citation."""
    if stored.claim.kind is not Kind.DATE:
        return False
    after = words.tokens.words[stored.last_token + 1 : stored.last_token + 4]
    before = words.tokens.words[max(0, stored.first_token - 1) : stored.first_token]
    opens = stored.first_token <= DATELINE and not DASHES.isdisjoint(after)
    return opens or (stored.last_token >= len(words.tokens) - 2 and not DASHES.isdisjoint(before))


def _beside(stored: StoredClaim, others: Sequence[StoredClaim], words: Words) -> str:
    """The words of the date that stands nearest to a figure that is none, borders between them counted."""
    if stored.claim.kind is Kind.DATE:
        return ""
    here = stored.first_token

    def away(other: StoredClaim) -> tuple[int, bool]:
        between = abs(words.borders[other.first_token] - words.borders[here])
        return abs(other.first_token - here) + 2 * between, other.first_token < here

    nearest = min((other for other in others if other.claim.kind is Kind.DATE), key=away, default=None)
    return nearest.claim.text.lower() if nearest else ""


def _flanks(stored: StoredClaim, others: Sequence[StoredClaim]) -> tuple[str, str]:
    """The values of the figures that stand nearest before and after one, "" where none is near."""
    figures = [o for o in others if o.claim.kind.is_figure]
    before = max((o for o in figures if o.last_token < stored.first_token), key=lambda o: o.last_token, default=None)
    after = min((o for o in figures if o.first_token > stored.last_token), key=lambda o: o.first_token, default=None)
    left = before.claim.value.plain if before and stored.first_token - before.last_token <= FLANK else ""
    right = after.claim.value.plain if after and after.first_token - stored.last_token <= FLANK else ""
    return left, right


def _noun(stored: StoredClaim) -> str:
    claim = stored.claim
    if claim.value.sort is Sort.DATE or not claim.unit or claim.unit == "%":
        return ""
    return concept(stem(claim.unit.split()[-1]))


def _years(stored: StoredClaim, shared: Setting) -> tuple[frozenset[int], bool]:
    """The years a figure belongs to, from its sentence, else its headings, else what was last named, else the date
    of its document; and whether the first two named them."""
    words, around = shared.words.tokens.words, shared.around
    dates = [
        o for o in shared.others if o is not stored and o.claim.kind is Kind.DATE and not _set_apart(o, stored, words)
    ]
    own = frozenset(year for other in dates for year in years_of(other))
    if stored.claim.kind is Kind.DATE:
        own = own or years_of(stored)
    if own:
        return own, True
    if shared.titled:
        return shared.titled, True
    if around.years_before:
        return around.years_before, False
    published = frozenset(int(y) for y in YEAR.findall(around.published[:4]))
    return published, False


def _moment(stored: StoredClaim, shared: Setting) -> Moment | None:
    words, others, around = shared.words, shared.others, shared.around
    dates = [
        o
        for o in others
        if o is not stored
        and o.claim.kind is Kind.DATE
        and not _set_apart(o, stored, words.tokens.words)
        and not _is_dateline(o, words)
    ]
    figures = [o.first_token for o in others if o.claim.kind.is_figure and o.claim.kind is not Kind.DATE]
    return moment(
        stored, dates, figures, words.borders, words.tokens.lower, around.dates_before, shared.titled, around.published
    )


def _set_apart(date: StoredClaim, figure: StoredClaim, words: Sequence[str]) -> bool:
    """Whether a date opens brackets in which a figure does not stand: "£3 million (2023: £2 million)"."""
    opens = date.first_token - 1
    if opens < 0 or words[opens] != "(":
        return False
    closes = next((at for at in range(opens, len(words)) if words[at] == ")"), len(words))
    return not opens < figure.first_token < closes


def years_of(stored: StoredClaim) -> frozenset[int]:
    """The year or years that a date names."""
    value = stored.claim.value
    if value.sort is not Sort.DATE:
        return frozenset()
    year = date_parts(value)[0]
    if year is not None:
        return frozenset((year,))
    return frozenset(int(y) for y in YEAR.findall(value.plain))
