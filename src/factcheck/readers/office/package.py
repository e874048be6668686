"""Opens the zip files of XML that office programs write; refuses those that are made to fill the memory."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile, ZipInfo

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.readers.decode import CrowdError

LARGEST_PART = 100_000_000
# An element takes some 300 bytes, two marks each; no honest file of the largest size that is read has more.
MOST_MARKS = 4_000_000
# A part that unpacks to so many times its size, and to more than a few megabytes, is made to do harm.
LARGEST_RATIO, SMALLEST_BOMB = 200, 10_000_000
# What other programs call a zip file that opens with a password: an OLE container.
ENCRYPTED = b"\xd0\xcf\x11\xe0"
NUMBER = re.compile(r"-?[0-9]{1,9}")
# No table that is read has more columns; what states more is damaged.
MOST_COLUMNS = 99


class Relation(NamedTuple):
    """Where a part refers to: the last word of the relation's type, and the part's name."""

    kind: str
    target: str


class Package:
    """The parts of a file. What is wrong with one is an InputError in one line."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        if data.startswith(ENCRYPTED):
            raise InputError(f"{path}: is encrypted or of an old format; save it without a password as a new file")
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise self.broken(error) from None
        self.names = frozenset(self._zip.namelist())

    def broken(self, reason: object = "") -> InputError:
        """The file cannot be read, in the words of who found out."""
        return InputError(f"{self.path}: is damaged or cut off{f' ({reason})' if str(reason) else ''}")

    def data(self, name: str) -> bytes:
        """The bytes of a part, b"" where there is none."""
        if name not in self.names:
            return b""
        part = self._zip.getinfo(name)
        self._weigh(part)
        try:
            with self._zip.open(part) as file:
                return file.read(LARGEST_PART)
        except RuntimeError:
            raise InputError(f"{self.path}: is encrypted; save it without a password") from None
        except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise self.broken(error) from None

    def _weigh(self, part: ZipInfo) -> None:
        bomb = part.file_size > SMALLEST_BOMB and part.file_size > LARGEST_RATIO * max(1, part.compress_size)
        if bomb or part.file_size > LARGEST_PART:
            raise InputError(f"{self.path}: unpacks to {part.file_size // 1_000_000:,} MB in one part; it is left out")

    def xml(self, name: str) -> Element | None:
        """A part as XML, None where there is none."""
        data = self.data(name)
        return self.parsed(data) if data else None

    def parsed(self, data: bytes) -> Element:
        """XML that declares nothing: with a DOCTYPE come entities that grow without end."""
        if data.count(b"<") > MOST_MARKS:
            raise InputError(f"{self.path}: {CrowdError(MOST_MARKS // 2, 'elements in one part')}")
        parser = ElementTree.XMLParser(target=_Guarded())
        try:
            parser.feed(data)
            root: Element = parser.close()
        except ElementTree.ParseError as error:
            raise self.broken(error) from None
        except _DeclaredError:
            raise InputError(f"{self.path}: declares a DOCTYPE, which no such file needs; it is left out") from None
        except (ValueError, LookupError) as error:
            raise self.broken(error) from None
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to within the file, by id; "" is the file as a whole."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {} if root is None else dict(_relations(root, folder))

    def related(self, part: str, kind: str) -> str:
        """The part of a kind that another refers to, "" where there is none."""
        return next((relation.target for relation in self.relations(part).values() if relation.kind == kind), "")


def _relations(root: Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in root:
        if element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, unquote(element.get("Target", ""))))
            kind = element.get("Type", "").rpartition("/")[2]
            yield element.get("Id", ""), Relation(kind, target.lstrip("/"))


class _DeclaredError(Exception):
    """The XML declares a document type."""


class _Guarded(ElementTree.TreeBuilder):
    """Builds a tree, but of no XML that declares a document type."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise _DeclaredError


def local(element: Element) -> str:
    """An element's name without its namespace: strict files have others for the same names."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name, "" where there is none."""
    found = element.get(name)
    if found is not None:
        return found
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def numeral(element: Element, name: str, otherwise: int) -> int:
    """An attribute that is a number, `otherwise` where there is none or what no program writes."""
    text = attribute(element, name)
    return int(text) if NUMBER.fullmatch(text) else otherwise


def columns(element: Element | None, name: str) -> int:
    """How many columns a cell takes."""
    stated = numeral(element, name, 1) if element is not None else 1
    return stated if 0 < stated <= MOST_COLUMNS else 1


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """What stands in the first child of a name, and so on down; nothing where there is none."""
    found = child(element, *names)
    yield from () if found is None else found


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of a name, and so on down."""
    for name in names:
        element = next((inner for inner in element if local(inner) == name), None) if element is not None else None
    return element
