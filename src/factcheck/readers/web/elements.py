"""Follows the elements and links of a page while it is drawn: which text each of them holds."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lean.record import replace
from factcheck.model import Block, Role
from factcheck.readers.canvas import Canvas
from factcheck.readers.tags import Attributes
from factcheck.readers.web.asides import Links, Part, asides, is_outside, part
from factcheck.text import Span

NO_LINK = -1


def title_of(blocks: Sequence[Block]) -> Block | None:
    """The first heading of the first level."""
    return next((block for block in blocks if block.role is Role.HEADING and block.level == 1), None)


class Elements:
    """What begins and ends, in terms of what has been drawn by then."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._begun: list[tuple[int, str, Attributes]] = []
        self._parts: list[Part] = []
        self._link_start = NO_LINK
        self._links: list[Span] = []

    def begin(self, tag: str, attributes: Attributes) -> None:
        self._begun.append((self._canvas.length, tag, attributes))

    def end(self) -> None:
        """End the innermost; what stands at the foot of a quotation says whose it is, and so is no aside."""
        start, tag, attributes = self._begun.pop()
        signed = tag == "footer" and any(outer == "blockquote" for _, outer, _ in self._begun)
        if start < self._canvas.length and not signed:
            self._parts.append(part(Span(start, self._canvas.length), tag, attributes))

    def begin_link(self, attributes: Attributes) -> None:
        """A link, even one whose address was taken away; an anchor, which has a name or an id, leads nowhere."""
        leads = "href" in attributes or attributes.keys() <= {"class"}
        self._link_start = self._canvas.length if leads else NO_LINK

    def end_link(self) -> None:
        if NO_LINK < self._link_start < self._canvas.length:
            self._links.append(Span(self._link_start, self._canvas.length))
        self._link_start = NO_LINK

    def parts(self) -> list[Part]:
        """All elements that hold text, each as it ended; what the page leaves open ends here."""
        while self._begun:
            self.end()
        return self._parts

    def set_aside(self) -> None:
        """Make asides of the blocks that stand outside the article."""
        links = Links(self._links)
        title = title_of(self._canvas.blocks)
        outside = asides(self.parts(), links, self._canvas.length, title.span if title else None)
        self._canvas.blocks = [
            replace(block, role=Role.ASIDE) if is_outside(block, outside, links) else block
            for block in self._canvas.blocks
        ]
