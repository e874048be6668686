"""Opens a file in any of the formats we read; each format has a module, listed here by suffix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from factcheck.errors import InputError
from factcheck.model import Source
from factcheck.readers.decode import decode, read_bytes
from factcheck.readers.unread import way_out

# The module that reads a text, by suffix; a suffix that is not known is read as plain text.
FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rst": "rest",
    ".rest": "rest",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".asc": "asciidoc",
    ".csv": "sheets.records",
    ".tsv": "sheets.records",
    ".tab": "sheets.records",
}
# The module that reads a file that is no text, or one whose text is not to be read as it stands.
FILES = {
    ".docx": "office.docx",
    ".docm": "office.docx",
    ".dotx": "office.docx",
    ".pdf": "pdf",
    ".xlsx": "sheets.xlsx",
    ".xlsm": "sheets.xlsx",
}
PLAIN = "plain"

TextReader = Callable[[str, str], Source]
FileReader = Callable[[bytes, str], Source]


def read(path: Path) -> Source:
    """Read a file. Raises InputError where there is none, or none that we can read."""
    return read_data(read_bytes(path), path.suffix, str(path))


def read_data(data: bytes, suffix: str, path: str) -> Source:
    """Read the bytes of a file as the format that `suffix` names."""
    suffix = suffix.lower()
    if suffix in FILES:
        return cast(FileReader, _module(FILES[suffix]))(data, path)
    if advice := way_out(suffix):
        raise InputError(f"{path}: {advice}")
    decoded = decode(data, path)
    source = read_text(decoded.text, suffix, path)
    return replace(source, warnings=decoded.warnings + source.warnings)


def read_text(text: str, suffix: str, path: str = "-") -> Source:
    """Read a text as the format that `suffix` (".md") names."""
    return cast(TextReader, _module(FORMATS.get(suffix.lower(), PLAIN)))(text, path)


def _module(name: str) -> Callable[..., Source]:
    # Imported by name: a run over plain text should not pay for the HTML parser, nor any format for another.
    return cast(Callable[..., Source], import_module(f"{__name__}.{name}").read)
