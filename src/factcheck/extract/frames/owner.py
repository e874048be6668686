"""Whose a figure is: the name that its own phrase, clause or sentence gives, or the sentence before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.extract.frame import Actor, Figure
from factcheck.extract.frames.setting import Setting
from factcheck.model import Kind, Origin, Qualifier
from factcheck.names.runs import possessive

# What takes up the subject of the sentence before.
TAKEN_UP = frozenset({"it", "its", "they", "their", "he", "his", "she", "her"})
# What may stand between a counted noun's phrase and its owner.
LONGEST_GAP = 6


class Told(NamedTuple):
    """Whom the sentences before in the paragraph spoke of; `paragraph` is theirs."""

    paragraph: int = -1
    names: frozenset[str] = frozenset()

    def after(self, setting: Setting) -> Told:
        paragraph = setting.passage.paragraph
        names = frozenset(actor.name for actor in setting.actors)
        return Told(paragraph, names or (self.names if paragraph == self.paragraph else frozenset()))


def owner(setting: Setting, figure: Figure, told: Told) -> Qualifier | None:
    """The surest owner that leaves no doubt."""
    return (
        _possessor(setting, figure) or _behind(setting, figure) or _before(setting, figure) or _earlier(setting, told)
    )


def _possessor(setting: Setting, figure: Figure) -> Qualifier | None:
    """ "Harle's 88 boats"."""
    for actor in reversed(setting.actors):
        gap = figure.first - actor.last
        if (
            0 < gap <= 3
            and possessive(setting.tokens.words[actor.last])
            and not setting.apart(actor.last, figure.first)
        ):
            return _named(setting, actor)
    return None


def _behind(setting: Setting, figure: Figure) -> Qualifier | None:
    """ "88 members of the Dockers Union"."""
    after = next((actor for actor in setting.actors if actor.first > figure.last), None)
    if after is None or figure.mention.kind is Kind.DATE or setting.apart(figure.last, after.first):
        return None
    gap = setting.tokens.lower[figure.last + 1 : after.first]
    return _named(setting, after) if len(gap) <= LONGEST_GAP and "of" in gap[-3:] else None


def _before(setting: Setting, figure: Figure) -> Qualifier | None:
    """The one name before the figure in its clause, else in its sentence."""
    before = [actor for actor in setting.actors if actor.last < figure.first]
    near = [actor for actor in before if setting.apart(actor.last, figure.first) < 10]
    return _only(setting, near) or (None if near else _only(setting, setting.actors))


def _only(setting: Setting, actors: Iterable[Actor]) -> Qualifier | None:
    by_name = {actor.name: actor for actor in actors}
    return _named(setting, *by_name.values()) if len(by_name) == 1 else None


def _earlier(setting: Setting, told: Told) -> Qualifier | None:
    if not TAKEN_UP.intersection(setting.tokens.lower[:1]) or setting.actors:
        return None
    if told.paragraph != setting.passage.paragraph or len(told.names) != 1:
        return None
    (name,) = told.names
    return Qualifier(name, "", Origin.EARLIER)


def _named(setting: Setting, actor: Actor) -> Qualifier:
    return Qualifier(actor.name, setting.words(actor.first, actor.last), Origin.CLAUSE)
