"""Says what a figure is about: whose it is, what of theirs it measures, and when, from the words of its sentence.

A reading aid for people who browse the claims, and a first hint for matching; matching itself weighs the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice

from factcheck.lean.record import NamedTuple
from factcheck.lexicon import table
from factcheck.model import Frame, Kind, Mention, Origin, Passage, Role
from factcheck.text import Span
from factcheck.text.tokens import CLAUSE_BORDERS, Tokens

# "50 members of the X": the owner follows the counted noun.
OWNER_WORDS = frozenset({"of", "from", "by"})


class Actor(NamedTuple):
    """A name in a sentence: its first and last token, and its fullest form in the document."""

    first: int
    last: int
    name: str


class Figure(NamedTuple):
    """A mention with its first and last token."""

    mention: Mention
    first: int
    last: int


def figures(tokens: Tokens, mentions: Sequence[Mention]) -> tuple[Figure, ...]:
    """The mentions of a passage with their tokens."""
    return tuple(Figure(mention, *token_range(tokens, mention.span)) for mention in mentions)


def token_range(tokens: Tokens, span: Span) -> tuple[int, int]:
    """The first and last token that a span touches."""
    first = max(0, bisect_right(tokens.starts, span.start) - 1)
    last = max(first, bisect_right(tokens.starts, max(span.start, span.end - 1)) - 1)
    return first, last


class About(NamedTuple):
    """Whose figure, of what, when; "" where the text is silent."""

    subject: str
    measure: str
    scope: str


def about(
    figure: Figure,
    figures: Sequence[Figure],
    actors: Sequence[Actor],
    tokens: Tokens,
    stems: Sequence[str],
    passage: Passage,
    frame: Frame,
) -> About:
    """What one figure of a passage is about. `stems` tells content words ("" for the others)."""
    if passage.role is Role.CELL and passage.lead:
        return _of_cell(frame, passage, _scope(figure, figures))
    if frame.owner and frame.owner.origin is Origin.PAIRING:
        subject = frame.owner.value
    else:
        subject = _behind(figure, actors, tokens) or (frame.owner.value if frame.owner else _nearest(figure, actors))
    return About(subject, _measure(figure, actors, tokens, stems), _scope(figure, figures))


def _of_cell(frame: Frame, passage: Passage, scope: str) -> About:
    """A cell is told by its table: whose it is, the header of its column, and when."""
    row, column, caption = (*passage.lead, "", "")[:3]
    placed = frame.time is not None and frame.time.origin in (Origin.ROW, Origin.COLUMN, Origin.CAPTION)
    time = frame.time.value if frame.time and placed else ""
    subject = frame.owner.value if frame.owner else row
    return About(subject, " ".join(filter(None, (column, caption))), scope or time)


def _behind(figure: Figure, actors: Sequence[Actor], tokens: Tokens) -> str:
    """The owner behind the counted noun."""
    after = [actor for actor in actors if actor.first > figure.last]
    if not after or figure.mention.kind is Kind.DATE:
        return ""
    gap = tokens.lower[figure.last + 1 : after[0].first]
    owned = 0 < len(gap) <= 7 and not OWNER_WORDS.isdisjoint(gap[-3:])
    return after[0].name if owned and CLAUSE_BORDERS.isdisjoint(set(gap) - {"and"}) else ""


def _nearest(figure: Figure, actors: Sequence[Actor]) -> str:
    """The nearest name before a figure, else the next one after it."""
    before = [actor for actor in actors if actor.last < figure.first]
    after = [actor for actor in actors if actor.first > figure.last]
    nearest = before[-1:] or after[:1]
    return nearest[0].name if nearest else ""


def _measure(figure: Figure, actors: Sequence[Actor], tokens: Tokens, stems: Sequence[str]) -> str:
    """The nearest verb and the content word between it and the figure; without a verb, the nearest content words."""
    free = _outwards(figure, tokens)
    if actors:
        named = {at for actor in actors for at in range(actor.first, actor.last + 1)}
        free = [at for at in free if at not in named]
    for at in free:
        if is_event(tokens.lower[at]):
            return tokens.words[at].lower()
    words = (at for at in free if stems[at] and tokens.words[at].isalpha())
    return " ".join(tokens.words[at] for at in sorted(islice(words, 2)))


def _outwards(figure: Figure, tokens: Tokens) -> list[int]:
    """Token places by their distance from the figure within its clause, the left side first; then the next clause."""
    lower, right = tokens.lower, figure.last + 1
    start = border = max(0, figure.first - 12)
    if not CLAUSE_BORDERS.isdisjoint(lower[start : figure.first]):
        border = next(at for at in range(figure.first - 1, start - 1, -1) if lower[at] in CLAUSE_BORDERS) + 1
    end = min(len(lower), right + 8)
    if not CLAUSE_BORDERS.isdisjoint(lower[right:end]):
        end = next(at for at in range(right, end) if lower[at] in CLAUSE_BORDERS)
    return [
        *range(figure.first - 1, border - 1, -1),
        *range(right, end),
        *range(border - 1, start - 1, -1),
    ]


def _scope(figure: Figure, figures: Sequence[Figure]) -> str:
    """The nearest other date of the sentence, in EDTF."""
    if figure.mention.kind is Kind.DATE:
        return ""
    dates = [f for f in figures if f.mention.kind is Kind.DATE and f.mention.value.text != "?"]
    if not dates:
        return ""
    return min(dates, key=lambda date: (abs(date.first - figure.first), date.first)).mention.value.text


@lru_cache(maxsize=1 << 15)
def is_event(word: str) -> bool:
    """Whether a folded word tells what happened: a past or passive form."""
    return (len(word) > 4 and word.endswith("ed") and not word.endswith("eed")) or word in _irregular()


@cache
def _irregular() -> frozenset[str]:
    return frozenset(row["form"] for row in table("verbs"))
