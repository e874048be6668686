"""What all figures of one passage have in common: its words, its dates, what was said before it. Made once a passage.

Figures of one passage with one subject share more: the words around them, whatever these weigh for each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.lean.record import NamedTuple, dataclass
from factcheck.match.passage_words import Words, bag_of, concepts_of, names_of, words_of
from factcheck.match.rarity import Rarity
from factcheck.match.roles import dateline
from factcheck.match.scope_years import years_in
from factcheck.match.topic import topic as topic_of
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim, StoredPassage

# A sentence of no more tokens is a label: "Mara Lund."
LABEL = 4


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a figure's passage stands in: the passages before and after it, its document's title and date.

    years_before: the years that were last named before it; dates_before: the dates of the sentences before it
    row: of a table's cell, the figures of the other cells of its row, so far as they are near
    columns: whether one of these is no label of the row, so that only the headers tell its figures apart
    """

    before: tuple[StoredPassage, ...]
    after: tuple[StoredPassage, ...]
    title: str
    published: str
    years_before: frozenset[int]
    dates_before: tuple[tuple[StoredClaim, ...], ...]
    row: tuple[StoredClaim, ...] = ()
    columns: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """What the figures of a passage have in common that tells when they hold.

    others: its figures and quotations; figures: its figures; dates: its dates; datelines: those that say when it was
    written
    counts: the first token of each figure that is no date; titled: the years of headers and headings
    """

    passage: StoredPassage
    others: Sequence[StoredClaim]
    around: Surroundings
    words: Words
    figures: Sequence[StoredClaim]
    dates: Sequence[StoredClaim]
    datelines: Sequence[StoredClaim]
    counts: Sequence[int]
    titled: frozenset[int]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all figures of a passage have in common.

    taken: the tokens of its figures
    column: the concepts of the header of its column in a table of several columns of figures
    told: what those with one subject have in common, by the concepts of the subject
    named: the names of the sentences of its paragraph before it, and of its headers
    """

    times: Times
    taken: frozenset[int]
    headers: frozenset[str]
    column: frozenset[str]
    wide: frozenset[str]
    topic: Mapping[str, float]
    told: dict[frozenset[str], Told]
    named: frozenset[str]


class Told(NamedTuple):
    """What figures with one subject in one passage have in common: the words they share whatever their weights."""

    topic: Mapping[str, float]
    idf: Mapping[str, float]
    names: frozenset[str]
    named: Mapping[str, float]


def times(passage: StoredPassage, others: Sequence[StoredClaim], around: Surroundings) -> Times:
    """What tells when the figures of a passage hold; `others` are all its figures and quotations."""
    words = words_of(passage.text, passage.stems)
    figures = [other for other in others if other.claim.kind.is_figure]
    dates = [figure for figure in figures if figure.claim.kind is Kind.DATE]
    return Times(
        passage=passage,
        others=others,
        around=around,
        words=words,
        figures=figures,
        dates=dates,
        datelines=[date for date in dates if dateline(date, words)],
        counts=[figure.first_token for figure in figures if figure.claim.kind is not Kind.DATE],
        titled=years_in((*passage.lead, *passage.headings)),
    )


def setting(times: Times) -> Setting:
    """What the figures of a passage have in common besides."""
    passage, around = times.passage, times.around
    headers = frozenset[str]().union(*map(concepts_of, passage.lead))
    return Setting(
        times=times,
        taken=frozenset(at for figure in times.figures for at in range(figure.first_token, figure.last_token + 1)),
        headers=headers,
        column=concepts_of(passage.lead[1]) if around.columns and len(passage.lead) > 1 else frozenset(),
        wide=_wide(passage, around) | headers,
        topic=topic_of(passage, around.before, around.after, around.title),
        told={},
        named=_named(passage, around),
    )


def _named(passage: StoredPassage, around: Surroundings) -> frozenset[str]:
    own = [other for other in around.before if other.paragraph == passage.paragraph]
    labels = [o.text for o in own if len(o.stems) <= LABEL]
    names = (words_of(o.text, o.stems).names for o in own)
    return frozenset[str]().union(*names, *map(names_of, (*labels, *passage.lead)))


def told(shared: Setting, near: Mapping[str, float], subject: frozenset[str], rarity: Rarity) -> Told:
    """The words that a figure's sentence has are those of all figures of its passage with its subject."""
    known = shared.told.get(subject)
    if known is None:
        topic = {word: weight for word, weight in shared.topic.items() if word not in near}
        idf = rarity.of_words((*near, *topic))
        names = shared.times.words.names | subject
        known = Told(topic, idf, names, {name: idf.get(name, 1.0) for name in sorted(names)})
        shared.told[subject] = known
    return known


def _wide(passage: StoredPassage, around: Surroundings) -> frozenset[str]:
    """The concepts of the headings, the title and the neighbours."""
    titles = (*passage.headings, around.title)
    beside = (bag_of(other.stems) for other in (*around.before, *around.after))
    return frozenset[str]().union(*map(concepts_of, titles), *beside)
