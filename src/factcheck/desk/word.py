"""Opens a Word file to be written to, and finds a way about in it."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from typing import Any

from factcheck.errors import InputError
from factcheck.readers.office.package import local

WAY_OUT = "is written with python-docx, which is not installed: pip install 'factcheck-cli[docx]'"
# An element of the file, whichever library has parsed it.
Element = Any


def opened(data: bytes, path: str) -> Any:
    """A file as python-docx has it. Raises InputError where it cannot be written, or python-docx is missing."""
    if find_spec("docx") is None:
        raise InputError(f"{path}: {WAY_OUT}")
    import docx

    try:
        return docx.Document(BytesIO(data))
    except (KeyError, ValueError, AttributeError) as error:
        raise InputError(f"{path}: cannot be written: save it as a current Word file (.docx) first") from error


def named(element: Element, name: str) -> str:
    """A name in the namespace of a file's own elements."""
    return f"{element.tag.rpartition('}')[0]}}}{name}"


def outermost(element: Element) -> Element:
    """The child of the paragraph that an element stands in."""
    while local(element.getparent()) != "p":
        element = element.getparent()
    return element


def box(run: Element) -> Element | None:
    """The run from which the text box hangs that a run stands in, outside of all boxes; None for other runs."""
    found, element = None, run.getparent()
    boxed = False
    while element is not None:
        boxed = boxed or local(element) == "txbxContent"
        if boxed and local(element) == "r":
            found = element
        element = element.getparent()
    return found
