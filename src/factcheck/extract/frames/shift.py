"""A time counted from the one told last: "Eight days later …", "A week after that …", "40 boats two years earlier"."""

from __future__ import annotations

from factcheck.dates.calendar import STEPS, stepped
from factcheck.extract.frame import Figure
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.moment import Moment
from factcheck.extract.frames.setting import Setting
from factcheck.lean.record import NamedTuple, replace
from factcheck.model import Kind, Origin, Qualifier

_BLANK = Qualifier("", "", Origin.EARLIER)
# The role of such a time: nothing else that is said of when comes before it.
ROLE = "shifted"
# What follows the length of time, and the side it lies on.
SIDES = dict.fromkeys(CUES["counted on"], 1) | dict.fromkeys(CUES["counted back"], -1)
THAT = {"after": 1, "before": -1}
# So many tokens a figure may stand before the length that dates it: "2,485 a fortnight later", "40 boats a week on".
BESIDE = 3


class Step(NamedTuple):
    """The length of time that is counted, on (1) or back (-1)."""

    length: Figure
    side: int


def step_of(setting: Setting, figure: Figure) -> Step | None:
    """The step that leads to a figure's time: the one that it is itself, else right behind it, else before it with no
    date between."""
    found = steps(setting)
    own = [step for step in found if step.length == figure]
    if own:
        return own[0]
    behind = [s for s in found if 0 < s.length.first - figure.last <= BESIDE and not _parted(setting, figure, s)]
    if behind:
        return behind[0]
    ahead = [s for s in found if s.length.last < figure.first]
    if not ahead or any(ahead[-1].length.last < date.first < figure.first for date in setting.dates):
        return None
    return None if _dates_another(setting, ahead[-1]) else ahead[-1]


def steps(setting: Setting) -> list[Step]:
    """The steps that a sentence counts."""
    found = []
    for figure in setting.figures:
        side = _side(setting, figure) if figure.mention.kind is Kind.DURATION else 0
        if side and STEPS.fullmatch(figure.mention.value.plain):
            found.append(Step(figure, side))
    return found


def base(setting: Setting, step: Step) -> Figure | None:
    """The date of the same sentence that is counted from: the last one before."""
    return next((date for date in reversed(setting.dates) if date.last < step.length.first), None)


def shifted(told: str, words: str, step: Step) -> Moment | None:
    """The time so many units on from one that is known as finely as they are; `told` in EDTF, as `words` say it."""
    value = stepped(told, step.length.mention.value.plain, step.side)
    return Moment(replace(_BLANK, value=value, words=words), ROLE) if value else None


def _side(setting: Setting, figure: Figure) -> int:
    word, following = setting.lower(figure.last + 1), setting.lower(figure.last + 2)
    return THAT.get(word, 0) if following == "that" else SIDES.get(word, 0)


def _parted(setting: Setting, figure: Figure, step: Step) -> bool:
    """Whether a comma or an "and" stands between a figure and a step: the step opens what follows."""
    between = setting.tokens.lower[figure.last + 1 : step.length.first]
    return not all(word.isalpha() and word != "and" for word in between)


def _dates_another(setting: Setting, step: Step) -> bool:
    """Whether a figure stands right before a step, which then is that figure's and no other's."""
    return any(
        0 < step.length.first - other.last <= BESIDE and not _parted(setting, other, step)
        for other in setting.values
        if other.last < step.length.first
    )
