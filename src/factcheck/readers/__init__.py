"""Opens a file in any of the formats we read; each format has a module, listed here by suffix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from factcheck.model import Source
from factcheck.readers.decode import decode, read_bytes

# The module that reads a file, by suffix; any other suffix is read as plain text.
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
}
PLAIN = "plain"

Reader = Callable[[str, str], Source]


def read(path: Path) -> Source:
    """Read a file. Raises InputError where there is none, or where it is no text."""
    decoded = decode(read_bytes(path), str(path))
    source = read_text(decoded.text, path.suffix, str(path))
    return replace(source, warnings=decoded.warnings + source.warnings)


def read_text(text: str, suffix: str, path: str = "-") -> Source:
    """Read a text as the format that `suffix` (".md") names."""
    return _reader(FORMATS.get(suffix.lower(), PLAIN))(text, path)


def _reader(name: str) -> Reader:
    # Imported by name, since a run over plain text should not pay for the HTML parser.
    return cast(Reader, import_module(f"{__name__}.{name}").read)
