"""Finds the ruled grids of a page: rules across and down it that touch each other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from factcheck.lean.record import NamedTuple
from factcheck.readers.pdf.pages import Rule, Rules, Segment

# So far rules may end from each other and still touch, in points.
TOUCH = 2.5
# So many rules each way make two rows and two columns.
FEWEST = 3


class Frame(NamedTuple):
    """The space that a grid takes."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, segment: Segment) -> bool:
        """Whether a segment stands in it."""
        middle, height = (segment.left + segment.right) / 2, segment.base + segment.size / 3
        return self.left - TOUCH <= middle <= self.right + TOUCH and self.bottom <= height <= self.top


def frames(rules: Rules) -> list[Frame]:
    """The grids of a page, from the upper edge down."""
    found = [_frame(across, down) for across, down in _touching(rules)]
    return sorted((frame for frame in found if frame), key=lambda frame: -frame.top)


def _touching(rules: Rules) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules in groups that hang together."""
    group = list(range(len(rules.across) + len(rules.down)))

    def root(number: int) -> int:
        while group[number] != number:
            group[number] = number = group[group[number]]
        return number

    for number, rule in enumerate(rules.down, len(rules.across)):
        at = bisect_left(rules.across, rule.start - TOUCH, key=_at)
        while at < len(rules.across) and rules.across[at].at <= rule.end + TOUCH:
            if rules.across[at].start - TOUCH <= rule.at <= rules.across[at].end + TOUCH:
                group[root(at)] = root(number)
            at += 1
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for number, rule in enumerate([*rules.across, *rules.down]):
        groups[root(number)][number >= len(rules.across)].append(rule)
    return list(groups.values())


def _at(rule: Rule) -> float:
    return rule.at


def _frame(across: Sequence[Rule], down: Sequence[Rule]) -> Frame | None:
    if _places(across) < FEWEST or _places(down) < FEWEST:
        return None
    # Its sides may be open.
    left = min(down[0].at, *(rule.start for rule in across))
    right = max(down[-1].at, *(rule.end for rule in across))
    return Frame(left, across[0].at, right, across[-1].at)


def _places(rules: Sequence[Rule]) -> int:
    """At how many places rules of one direction stand."""
    last, count = float("-inf"), 0
    for rule in rules:
        if rule.at > last + TOUCH:
            last, count = rule.at, count + 1
    return count
