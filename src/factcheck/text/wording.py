"""Words of messages: a number with its noun, a long text cut, a document as a reader is told of it, the word meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import takewhile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factcheck.lean import regex as re

if TYPE_CHECKING:
    from factcheck.model import Document

WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
# What no address holds unescaped (RFC 3986), and the brackets, stars and quotation marks at which markup would end one.
OUTSIDE_ADDRESS = re.compile(r"[^\w\-.~:/?#@!$&+,;=%]")


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 source", "2,000 sources"; `many` where the plural is no mere s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def one_line(text: str) -> str:
    """A text with its white space made single spaces."""
    return " ".join(text.split())


def clipped(text: str, width: int) -> str:
    """A text on one line and no longer than so many characters, the last of which tells where more was."""
    line = one_line(text)
    return line if len(line) <= width else f"{line[: width - 1]}…"


def title(document: Document) -> str:
    """Its title in quotation marks, or its file where it has none."""
    return f"“{document.title}”" if document.title else document.path


def dated(edtf: str) -> str:
    """A date of publication in words where it is a span: "between 2022-03 and 2022-06", "2022-06-14 or later"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return edtf
    if last == "..":
        return f"{first} or later"
    return f"{last} or earlier" if first == ".." else f"between {first} and {last}"


def imprint(document: Document) -> str:
    """Publisher and date, "" where neither is known."""
    return ", ".join(part for part in (document.publisher, dated(document.published)) if part)


def citation(document: Document, place: str = "", escape: Callable[[str], str] = str) -> str:
    """Author, title, publisher, date, place in it and address, as an entry in a list of sources.

    escape: how all but the address is written, where the entry stands in a marked-up text
    """
    parts = (document.author, title(document), imprint(document), place)
    about = ", ".join(escape(part) for part in parts if part)
    return f"{about}. {address(document.url)}" if address(document.url) else f"{about}."


def address(url: str) -> str:
    """An address of the web as it may be given to others, "" for any other: what is written may be clicked on.

    >>> address("javascript:alert(1)"), address("https://example.org/a b")
    ('', 'https://example.org/a%20b')
    """
    if not WEB.match(url):
        return ""
    return OUTSIDE_ADDRESS.sub(lambda char: "".join(f"%{byte:02X}" for byte in char[0].encode("utf-8", "replace")), url)


def is_remote(path: str) -> bool:
    """Whether a source, or a pattern of sources, is no path but an address: it lies in no folder of this machine."""
    return "://" in path


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a mistyped one comes near, "" for none; of those that come as near, people get the beginning
    right."""
    from difflib import get_close_matches

    return max(get_close_matches(word, known, n=5), key=lambda near: _alike(near, word), default="")


def _alike(a: str, b: str) -> int:
    """How many letters two words have in common at their beginnings."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def alias(identifier: str) -> str:
    """The id that a document has while no other file shares its name: claims and texts may know it by that one."""
    name, mark, part = identifier.rpartition("/")[2].partition("#")
    path = PurePosixPath(name)
    return (path.stem if path.suffix[1:].isalpha() else name) + mark + part
