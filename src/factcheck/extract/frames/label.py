"""Owners that stand before a figure as labels with a colon."""

from __future__ import annotations

from factcheck.extract.frame import Figure
from factcheck.extract.frames.clause_subject import head_name
from factcheck.extract.frames.narration import Story
from factcheck.extract.frames.pairing import as_label
from factcheck.extract.frames.setting import Setting
from factcheck.model import Origin, Qualifier

LONGEST_LABEL = 6
# The figure of a label stands right behind its colon.
NEAR = 4


def before_colon(story: Story, number: int, figure: Figure) -> Qualifier | None:
    """The label before the first colon of a passage, if it is a name, or if the items beside it have such labels, too:
    "Brenk: 73 boats", "Odby: 12 boats"."""
    setting = story.setting(number)
    colon = _colon(setting)
    if not 0 < colon < figure.first <= colon + NEAR:
        return None
    name = head_name(setting, range(colon))
    if name:
        return setting.named(name, Origin.PAIRING)
    beside = (other for other in (number - 1, number + 1) if 0 <= other < len(story.passages))
    if any(_alike(setting, figure, story.setting(other)) for other in beside):
        return as_label(setting, 0, colon)
    return None


def _colon(setting: Setting) -> int:
    """The place of the colon behind a label; 0 where the passage opens with none."""
    opening = setting.tokens.lower[1 : LONGEST_LABEL + 1]
    if ":" not in opening:
        return 0
    at = 1 + opening.index(":")
    return at if setting.clauses[0].verb is None and not any(d.first < at for d in setting.figures) else 0


def _alike(setting: Setting, figure: Figure, other: Setting) -> bool:
    """Whether another passage is an item of the same list that counts the same thing under another label."""
    if other.passage.role is not setting.passage.role or not _colon(other) or not other.values:
        return False
    first, mention = other.values[0].mention, figure.mention
    labels = {s.words(0, _colon(s) - 1) for s in (setting, other)}
    return len(labels) == 2 and (first.kind, first.unit) == (mention.kind, mention.unit)
