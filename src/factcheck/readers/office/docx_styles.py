"""What the styles of a Word file say of the runs and paragraphs that bear them, inherited along `basedOn`."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.readers.office.package import attribute, child, local, numeral

HEADING = re.compile(r"heading (?P<level>[1-9])\Z", re.IGNORECASE)
OFF = frozenset({"0", "false", "off", "none"})
# Half points by which a run must stand above its line to be raised.
RAISED = 4
LONGEST_CHAIN = 30
# The level of an outline that is running text.
NO_LEVEL = 9


class Look(NamedTuple):
    """What is known of a run or paragraph; None where nothing is said."""

    hidden: bool | None = None
    raised: bool | None = None
    struck: bool | None = None
    level: int | None = None
    listed: int | None = None

    def over(self, other: Look) -> Look:
        """This one, with the other's word where this says nothing."""
        return Look(
            other.hidden if self.hidden is None else self.hidden,
            other.raised if self.raised is None else self.raised,
            other.struck if self.struck is None else self.struck,
            other.level if self.level is None else self.level,
            other.listed if self.listed is None else self.listed,
        )


PLAIN = Look()


class Styles:
    """The styles of a file by id."""

    def __init__(self, root: Element | None) -> None:
        found = [style for style in (root if root is not None else ()) if local(style) == "style"]
        self._styles = {attribute(style, "styleId"): style for style in found}
        self._known: dict[str, Look] = {}

    def look(self, name: str, depth: int = 0) -> Look:
        """What a style says, with all that it is based on."""
        if name not in self._known:
            style = self._styles.get(name)
            if style is None or depth > LONGEST_CHAIN:
                return PLAIN
            based = child(style, "basedOn")
            inherited = self.look(attribute(based, "val"), depth + 1) if based is not None else PLAIN
            self._known[name] = _own(style).over(inherited)
        return self._known[name]

    def run(self, properties: Element | None, paragraph: Look) -> Look:
        """How a run looks: by its own properties, its style, then its paragraph's."""
        style = child(properties, "rStyle")
        named = self.look(attribute(style, "val")) if style is not None else PLAIN
        return run_look(properties).over(named).over(paragraph)

    def paragraph(self, properties: Element | None) -> Look:
        style = child(properties, "pStyle")
        named = self.look(attribute(style, "val")) if style is not None else PLAIN
        return paragraph_look(properties).over(named)


def _own(style: Element) -> Look:
    name = child(style, "name")
    words = attribute(name, "val") if name is not None else ""
    heading = HEADING.match(words)
    level = int(heading["level"]) if heading else 1 if words.lower() == "title" else None
    look = run_look(child(style, "rPr")).over(paragraph_look(child(style, "pPr")))
    return look._replace(level=level) if level else look


def run_look(properties: Element | None) -> Look:
    """What run properties say."""
    hidden = raised = struck = None
    for element in properties if properties is not None else ():
        value = attribute(element, "val")
        match local(element):
            case "vanish" | "webHidden":
                hidden = value not in OFF
            case "strike" | "dstrike":
                struck = struck or value not in OFF
            case "vertAlign":
                raised = value == "superscript"
            case "position":
                raised = numeral(element, "val", 0) > RAISED
    return Look(hidden, raised, struck)


def paragraph_look(properties: Element | None) -> Look:
    """What paragraph properties say."""
    outline, listed = child(properties, "outlineLvl"), child(properties, "numPr")
    depth = child(listed, "ilvl")
    level = numeral(outline, "val", NO_LEVEL) if outline is not None else NO_LEVEL
    return Look(
        level=level + 1 if 0 <= level < NO_LEVEL else None,
        listed=None if listed is None else 1 + (numeral(depth, "val", 0) if depth is not None else 0),
    )
