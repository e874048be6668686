"""When a figure holds: the date of its clause, of its sentence, its headings, the sentence before or its document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.match.stretch import Moment, Rank, framed, headed, of_interval, of_published, of_value
from factcheck.model import Frame, Kind, Origin
from factcheck.store.protocol import StoredClaim
from factcheck.values import date

# A clause border between a figure and a date counts as so many words: of two dates, that of the own clause is nearer
# unless it stands at the far end of a long one.
BORDER = 6
# What begins with a date is not of that date: "since 7 October 4,000 have fled" is said on another day.
BEGINS = frozenset({"since", "from", "before", "after", "until", "till"})
# The role of a time counted from the one told before: "eight days later".
SHIFTED = "shifted"
HEADERS = frozenset({Origin.ROW, Origin.COLUMN, Origin.CAPTION, Origin.LIST})


def moment(
    stored: StoredClaim,
    dates: Sequence[StoredClaim],
    figures: Sequence[int],
    borders: Sequence[int],
    words: Sequence[str],
    earlier: Iterable[Sequence[StoredClaim]],
    titled: frozenset[int],
    published: str,
    row: Sequence[StoredClaim] = (),
) -> Moment | None:
    """When one figure holds.

    dates: the other dates of its sentence; figures: the first token of each figure that is none
    borders, words: the clause borders up to each token, and the tokens
    earlier: the dates of the sentences before, the nearest first; titled: the years of headers and headings
    row: the dates of the other cells of its row in a table
    """
    if stored.claim.kind is Kind.DATE:
        return of_value(stored.claim, Rank.CLAUSE)
    time, role = stored.claim.frame.time, stored.claim.frame.time_role
    if time is not None and time.origin in HEADERS and role not in BEGINS:
        return framed(time, Rank.HEADER)
    if time is not None and role == SHIFTED:
        return framed(time, Rank.EARLIER)
    told = _of_sentence(stored, dates, figures, borders, words)
    if told:
        one, rank = told
        found = of_value(one.claim, rank)
        return found._replace(by=one.first_token) if found else None
    if len(beside := [one for one in row if _stands(one)]) == 1:
        return of_value(beside[0].claim, Rank.HEADER)
    return _inherited(stored.claim.frame, earlier, titled, published)


def _of_sentence(
    stored: StoredClaim,
    dates: Sequence[StoredClaim],
    figures: Sequence[int],
    borders: Sequence[int],
    words: Sequence[str],
) -> tuple[StoredClaim, Rank] | None:
    """The date of a figure's sentence that is its own, with how sure that is; None where the sentence has none."""
    standing = [one for one in dates if _stands(one)]
    told = next((one for one in standing if _tells_when(words, one, stored, dates)), None)
    if told:
        return told, Rank.CLAUSE
    own = [one for one in standing if not _is_another(words, one)]
    own = [one for one in own if not _leads_another(one, stored, figures, borders)]
    if not own:
        return None
    nearest = min(own, key=lambda one: (_away(one, stored, borders), one.first_token))
    same_clause = borders[nearest.first_token] == borders[stored.first_token] or len(own) == 1
    return nearest, Rank.CLAUSE if same_clause else Rank.SENTENCE


def _inherited(
    frame: Frame, earlier: Iterable[Sequence[StoredClaim]], titled: frozenset[int], published: str
) -> Moment | None:
    """When a figure holds whose sentence names no date: as its headings, the story so far or its document say."""
    time = frame.time
    if time is not None and time.origin is Origin.HEADING and len(titled) <= 1:
        return headed(time, of_published(published))
    if len(titled) == 1:
        (year,) = titled
        return of_interval(date(f"{year:04}"), Rank.HEADING)
    for sentence in earlier:
        known = [one for one in sentence if _stands(one)]
        if known:
            return of_value(known[-1].claim, Rank.EARLIER) if len(known) == 1 else None
    if time is not None and time.origin is Origin.EARLIER and frame.time_role not in BEGINS:
        return framed(time, Rank.EARLIER)
    return of_published(published)


def _is_another(words: Sequence[str], one: StoredClaim) -> bool:
    """Whether a date is where something began, or when what it is compared with was: "lower than in March"."""
    before = words[max(0, one.first_token - 2) : one.first_token]
    return "than" in before or (bool(before) and before[-1] in BEGINS and "/" not in one.claim.value.plain)


def _tells_when(words: Sequence[str], one: StoredClaim, stored: StoredClaim, dates: Sequence[StoredClaim]) -> bool:
    """Whether a figure tells what a date is the date of: "from June 2004, when it was 12, to May 2006"."""
    opens = "when" in words[one.last_token + 1 : one.last_token + 3]
    between = any(one.last_token < other.first_token < stored.first_token for other in dates)
    return opens and one.last_token < stored.first_token and not between


def _leads_another(one: StoredClaim, stored: StoredClaim, figures: Sequence[int], borders: Sequence[int]) -> bool:
    """Whether a date behind a figure opens a clause with a figure of its own: "12 boats, and in May 14"."""
    if one.first_token < stored.last_token or borders[one.first_token] == borders[stored.last_token]:
        return False
    border = borders[one.last_token]
    return any(first > one.last_token and borders[first] == border for first in figures)


def _stands(one: StoredClaim) -> bool:
    value = one.claim.value
    return value.plain != "?" and not value.bound


def _away(one: StoredClaim, stored: StoredClaim, borders: Sequence[int]) -> int:
    return abs(one.first_token - stored.first_token) + BORDER * abs(
        borders[one.first_token] - borders[stored.first_token]
    )
