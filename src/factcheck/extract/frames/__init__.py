"""Frames the figures of a document: whose, of what, when, where, which way; unknown where the text leaves doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.extract.frame import Actor, Figure
from factcheck.extract.frames import converse, moment, owner, portion
from factcheck.extract.frames.setting import Setting, borders
from factcheck.extract.reading import ReadPassage
from factcheck.model import Frame, Kind
from factcheck.tokens import Tokens

__all__ = ["Teller", "borders"]


class Teller:
    """Reads a document's passages in order and remembers what later sentences leave out."""

    def __init__(self, published: str) -> None:
        self.document = moment.of_document(published)
        self.owners = owner.Told()
        self.times = moment.Told()

    def frames(
        self, passage: ReadPassage, tokens: Tokens, figures: Sequence[Figure], actors: Sequence[Actor]
    ) -> tuple[Frame, ...]:
        """The frames of a passage's figures, in their order."""
        setting = Setting(passage.passage, tokens, passage.stems, figures, actors, borders(tokens))
        found = tuple(self._frames(setting))
        self.owners = self.owners.after(setting)
        self.times = self.times.after(setting)
        return found

    def _frames(self, setting: Setting) -> Iterator[Frame]:
        for figure in setting.figures:
            whose = owner.owner(setting, figure, self.owners)
            way = converse.direction(setting, figure)
            part = portion.part(setting, figure)
            frame = Frame(owner=whose, direction=way, part=part)
            if figure.mention.kind is not Kind.DATE:
                time, role = moment.time(setting, figure, self.times) or (self.document, "")
                frame = replace(frame, time=time, time_role=role if time else "")
            yield frame
