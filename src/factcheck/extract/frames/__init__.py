"""Frames the figures of a document: whose, of what, when, where, which way; unknown where the text leaves doubt."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.frame import Figure
from factcheck.extract.frames import aspect, converse, denominator, label, owner, portion, site, tabular
from factcheck.extract.frames.moment import Moment, main_time, own_time
from factcheck.extract.frames.narration import Story
from factcheck.extract.frames.pairing import Labels, pairings
from factcheck.lean.record import replace
from factcheck.model import Document, Frame, Kind, Origin, Qualifier, Role

__all__ = ["Story", "frames"]


def frames(story: Story, number: int, document: Document) -> Iterator[Frame]:
    """The frames of a passage's figures, in their order."""
    setting = story.setting(number)
    if setting.passage.role is Role.CELL and setting.passage.lead:
        yield from (_of_cell(story, number, figure, document) for figure in setting.figures)
        return
    pairs = pairings(setting)
    for figure in setting.figures:
        whose = _owner(story, number, figure, pairs)
        when = None if figure.mention.kind is Kind.DATE else _time(story, number, figure, document)
        yield Frame(
            owner=whose,
            measure=aspect.measure(setting, figure),
            time=when.time if when else None,
            time_role=when.role if when else "",
            place=site.place(setting, figure),
            part=portion.part(setting, figure),
            direction=converse.direction(setting, figure),
            per=denominator.per(setting, figure),
        )


def _of_cell(story: Story, number: int, figure: Figure, document: Document) -> Frame:
    """The frame of a figure in a table."""
    setting = story.setting(number)
    passage = setting.passage
    whose = tabular.owner(passage, figure.mention.kind)
    dated = figure.mention.kind is Kind.DATE
    when = None if dated else tabular.time(passage) or story.heading_time(number) or _of_document(document)
    return Frame(
        owner=whose,
        measure=tabular.measure(passage, whose),
        time=when.time if when else None,
        time_role=when.role if when else "",
        part=portion.part(setting, figure),
        direction=None if dated else converse.direction(setting, figure) or tabular.direction(passage),
        per=denominator.per(setting, figure) or tabular.per(passage),
    )


def _owner(story: Story, number: int, figure: Figure, pairs: Labels) -> Qualifier | None:
    """The surest owner that the text gives."""
    setting = story.setting(number)
    if figure.mention.unit == "clock":
        return None
    own = owner.in_phrase(setting, figure)
    if own:
        return setting.named(own)
    if figure.first in pairs:
        return pairs[figure.first]
    stated = owner.in_clause(setting, figure)
    if stated:
        return setting.named(stated)
    return label.before_colon(story, number, figure) or _carried(story, number, figure)


def _carried(story: Story, number: int, figure: Figure) -> Qualifier | None:
    """The owner that the sentences before give to a pronoun or a subject that is left out."""
    setting = story.setting(number)
    word = owner.taken_up(setting, figure)
    name = None if word is None else story.antecedent(number, word)
    if name:
        return Qualifier(name.name, word or "", Origin.EARLIER)
    governor = story.governor(number) if not setting.actors and setting.clause(figure.first).verb is None else None
    names = {actor.name: actor for actor in governor[0].actors} if governor else {}
    if governor is None or len(names) != 1 or figure.mention.kind is Kind.DATE:
        return None
    (only,) = names.values()
    return governor[0].named(only, governor[1])


def _time(story: Story, number: int, figure: Figure, document: Document) -> Moment | None:
    """The surest time that the text gives; the document's own day where it gives none."""
    setting = story.setting(number)
    own = story.time_shifted(number, figure) or own_time(setting, figure)
    if own:
        return own
    if len(setting.values) < len(setting.figures):
        return None
    return (
        story.time_before(number)
        or _governing_time(story, number)
        or story.heading_time(number)
        or _of_document(document)
    )


def _governing_time(story: Story, number: int) -> Moment | None:
    """The time of the sentence that a list hangs on, or of the question that is answered."""
    governor = story.governor(number)
    told = governor and main_time(governor[0])
    return Moment(replace(told.time, origin=governor[1]), told.role) if governor and told else None


def _of_document(document: Document) -> Moment | None:
    """The document's own date, the weakest time there is."""
    return Moment(Qualifier(document.published, "", Origin.DOCUMENT)) if document.published else None
