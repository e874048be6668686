"""Sets the entries of a source's bibliography aside: their years, volumes and pages are no statements of the text.

A list is known by its heading and ends with the first block that is no entry, so that nothing else goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.model import Block, Role, Source
from factcheck.text.stem import FUNCTION_WORDS

# The heading of a bibliography, perhaps numbered.
HEADING = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:(?:list of |select(?:ed)? |cited )?(?:references|bibliography)(?: cited| list)?"
    r"|(?:works|literature|sources) cited|literature|(?:further|suggested) reading|cited (?:works|literature))[:.]?",
    re.IGNORECASE,
)
# [1], (1), 1. or a bullet before an entry.
LABEL = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|[•*–-])\s+")
# An author first: "Roe, Ann.", "Roe A, Marsh I", "van Berg, J.", "Harbour Board (2013)", "Harbour Board. 2013."
AUTHOR = re.compile(
    r"(?:(?:van|von|de|der|den|da|di|la|le|al)[ -]){0,3}"
    r"(?P<first>[^\W\d_a-z][\w'’]*)[ -]?(?:[^\W\d_a-z][\w'’-]*[ -]?){0,3}"
    r"(?:, |\s)(?:[^\W\d_a-z]\.|[^\W\d_a-z][\w'’-]*[.,(]|\()"
)
AUTHOR_AND_YEAR = re.compile(r"(?P<first>[^\W\d_a-z][\w'’]*)(?: [^\W\d_a-z][\w'’-]*){0,4}[.,] \(?(?:1[5-9]|20)\d\d")
# When or where it was published.
IMPRINT = re.compile(
    r"\b(?:1[5-9]|20)\d\d[a-z]?\b|\bn\.\s?d\.|\bforthcoming\b|\bin press\b|https?://|\bdoi\b", re.IGNORECASE
)


def set_aside(source: Source) -> Source:
    """A source whose bibliography's entries are asides."""
    text = source.view.text
    if not any(_opens(text, block) for block in source.blocks):
        return source
    return replace(source, blocks=tuple(_blocks(text, source.blocks)))


def _blocks(text: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    inside = False
    for block in blocks:
        if block.role is Role.HEADING:
            inside = _opens(text, block)
        else:
            inside = inside and (block.role is Role.ITEM or is_entry(text[block.span.start : block.span.end]))
        yield replace(block, role=Role.ASIDE) if inside and block.role is not Role.HEADING else block


def _opens(text: str, block: Block) -> bool:
    shown = text[block.span.start : block.span.end].strip()
    return block.role is Role.HEADING and HEADING.fullmatch(shown) is not None


def is_entry(text: str) -> bool:
    """Whether a block under the heading is an entry, or a run of them, and not prose that follows."""
    if IMPRINT.search(text) is None:
        return False
    author = AUTHOR.match(text) or AUTHOR_AND_YEAR.match(text)
    return LABEL.match(text) is not None or bool(author and author["first"].lower() not in FUNCTION_WORDS)
