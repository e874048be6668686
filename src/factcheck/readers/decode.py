"""Turns the bytes of a file into text, and says so where it had to guess."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple

# Longest first: the UTF-32 mark begins with the UTF-16 one. The UTF-8 mark stays in the text as U+FEFF, so that
# offsets are those of any program that reads the file as UTF-8.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# An archive puts some thousand characters of its own before what a page declares.
HEAD_SIZE = 8192
# charset=iso-8859-2 in an HTML meta tag, encoding="…" in an XML declaration, coding: … in an editor's comment.
DECLARED = re.compile(rb"(?:charset|encoding|coding)\s{0,4}[=:]\s{0,4}[\"']?([A-Za-z0-9][\w.:-]{1,40})")
# The encodings of texts, by the names of their codecs (after the WHATWG Encoding Standard, without UTF-8, which has
# been tried): Python has others, which obey backslashes or run over names of hosts.
TEXT_ENCODING = re.compile(
    r"iso8859-\d+|cp\d{3,4}|koi8-[ru]|mac-(?:roman|cyrillic)|gbk|gb2312|gb18030|big5(?:hkscs)?"
    r"|euc_(?:jp|kr)|shift_jis|iso2022_jp|tis-620|utf-16(?:-[bl]e)?|ascii"
)
# As browsers do: what calls itself the first is often the second, which has more characters.
WIDER = {"gb2312": "gb18030", "gbk": "gb18030"}
# What a file may hold at most, and what a text.
LARGEST_FILE = 500_000_000
LARGEST_TEXT = 20_000_000
# What takes the memory is what is found: up to 300 bytes a word or sign, 4 KB a sentence or cell with a figure.
# 20 MB of prose stay below these bounds; a table or a row of signs of that size does not.
MOST_WORDS, MOST_LINES, MOST_PARTS = 5_000_000, 1_000_000, 300_000
# cp1252 leaves five bytes undefined; browsers read them as control characters, and so do we.
CP1252_GAPS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
# Bytes that no text holds: the C0 controls but tab, line ends, form feed and the escape of terminal colours.
BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")


class CrowdError(Exception):
    """A file holds more parts of a kind than fit into memory with all that is found in them."""

    def __init__(self, most: int, kind: str) -> None:
        super().__init__(f"holds more than {most:,} {kind}, too many to be read at once; split it")


def refuse_crowd(number: int) -> None:
    """Raises CrowdError for a number of sentences, cells or figures that is too large."""
    if number > MOST_PARTS:
        raise CrowdError(MOST_PARTS, "sentences, cells or figures")


class Decoded(NamedTuple):
    """The text of a file and what the user should know of how it was decoded."""

    text: str
    warnings: tuple[str, ...] = ()


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises InputError with one clear line where there is no readable file."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(f"{path}: is a directory, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise InputError(f"{path}: is a pipe or a device, not a file; standard input is -")
        if status.st_size > LARGEST_FILE:
            raise InputError(f"{path}: is larger than {LARGEST_FILE // 1_000_000} MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read: {reason}") from None


def decode(data: bytes, path: str) -> Decoded:
    """Byte-order mark, else strict UTF-8, else what the file declares, else cp1252 with a warning.

    Raises InputError for what is no text, or a longer one than fits into memory with all that is found in it.
    """
    if len(data) > LARGEST_TEXT:
        raise InputError(f"{path}: is a text of more than {LARGEST_TEXT // 1_000_000} MB; split it")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, path)
    if BINARY.search(data):
        raise InputError(f"{path}: is a binary file, not a text")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _declared(data) or _guessed(data, error.start)


def _strict(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is marked as {encoding.upper()} but is not ({error.reason})") from None


def _declared(data: bytes) -> Decoded | None:
    """By the first encoding declared that is true: the scripts before that of the page may be in others."""
    for found in DECLARED.finditer(data[:HEAD_SIZE]):
        try:
            name = codecs.lookup(found[1].decode("ascii")).name
            if TEXT_ENCODING.fullmatch(name):
                return Decoded(data.decode(WIDER.get(name, name)))
        except (LookupError, UnicodeError):
            continue
    return None


def _guessed(data: bytes, offset: int) -> Decoded:
    line = data.count(b"\n", 0, offset) + 1
    text = CP1252_GAPS.sub(b"\x7f", data).decode("cp1252")
    return Decoded(
        text, (f"not UTF-8 (line {line}): decoded as cp1252; save it as UTF-8 to be sure of every character",)
    )
