"""A figure that follows another in a list or a comparison is of its kind: "18 months and two years", "42% to 38%"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.kinds.cues import CUES
from factcheck.model import Kind, Mention

SHARES = frozenset({Kind.PERCENTAGE, Kind.VOTE_SHARE})
PLAIN = frozenset({Kind.COUNT, Kind.OTHER})
OTHER_SHARES = CUES["other shares"]
# "Jailed for five years and two years later escaped": the second time is no punishment.
ELAPSED = ("later", "ago", "after", "before", "earlier")
COMPARING = frozenset({"from", "against", "to", "compared", "versus", "while", "and", "than"})
LONGEST_COMPARISON = 60
LOOK_AHEAD = 24


def sequel(text: str, left: Mention, right: Mention) -> Mention:
    """The right mention, with the kind of the left one where it continues it."""
    gap = text[left.span.end : right.span.start]
    follows = text[right.span.end : right.span.end + LOOK_AHEAD].lower().split()
    if (left.kind, right.kind) == (Kind.SENTENCE, Kind.DURATION):
        listed = gap.strip().lower() in ("and", "or", ",") and not (follows and follows[0].startswith(ELAPSED))
        return replace(right, kind=Kind.SENTENCE, unit=left.unit) if listed else right
    if left.kind in SHARES and right.kind in PLAIN and not right.unit and gap.strip() == "to":
        changed = text[max(0, left.span.start - 5) : left.span.start] == "from "
        return replace(right, kind=left.kind, unit=left.unit) if changed else right
    if (left.kind, right.kind) == (Kind.VOTE_SHARE, Kind.PERCENTAGE) and left.unit == right.unit:
        words = gap.lower().split()
        compared = len(gap) <= LONGEST_COMPARISON and "." not in gap and not COMPARING.isdisjoint(words)
        other = follows[:1] == ["of"] or not OTHER_SHARES.isdisjoint(words + follows[:3])
        return replace(right, kind=Kind.VOTE_SHARE) if compared and not other else right
    return right
