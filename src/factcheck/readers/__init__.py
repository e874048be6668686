"""Opens a file in any of the formats we read; each format has a module, listed here by suffix."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import cast

from factcheck.errors import InputError
from factcheck.lean.record import replace
from factcheck.model import Source
from factcheck.readers.decode import MOST_LINES, MOST_WORDS, CrowdError, decode, read_bytes
from factcheck.readers.reference_list import set_aside
from factcheck.readers.unread import way_out
from factcheck.readers.web.language import refuse_foreign
from factcheck.text.tokens import TOKEN

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
    ".srt": "spoken.captions",
    ".vtt": "spoken.captions",
    ".csv": "sheets.records",
    ".tsv": "sheets.records",
    ".tab": "sheets.records",
}
# The module that reads a file that is no text, or one whose text is not to be read as it stands.
FILES = {
    ".docx": "office.docx",
    ".docm": "office.docx",
    ".dotx": "office.docx",
    ".odt": "office.odt",
    ".ott": "office.odt",
    ".pptx": "office.pptx",
    ".ppsx": "office.pptx",
    ".epub": "office.epub",
    ".rtf": "office.rtf",
    ".pdf": "pdf",
    ".eml": "letters.mail",
    ".xlsx": "sheets.xlsx",
    ".xlsm": "sheets.xlsx",
}
PLAIN = "plain"
PLAIN_SUFFIXES = frozenset({".txt", ".text"})
# The modules that tell what of a file is not what it says, also by a labeller; of a draft they read all as its own.
SETTING_ASIDE = frozenset({"html"})
# The modules whose texts may be transcripts.
TOLD = frozenset({"plain", "markdown"})

TextReader = Callable[[str, str], Source]
FileReader = Callable[[bytes, str], Source]


def read(path: Path, *, whole: bool = False) -> Source:
    """Read a file; `whole` sets nothing of it aside. Raises InputError where it cannot be read."""
    return read_data(read_bytes(path), path.suffix, str(path), whole=whole)


def read_data(data: bytes, suffix: str, path: str, *, whole: bool = False, labelled: bool = False) -> Source:
    """Read the bytes of a file as the format that `suffix` names; `labelled`: the extra tells pages too."""
    suffix = suffix.lower()
    if suffix in FILES:
        try:
            source = cast(FileReader, _reader(FILES[suffix]))(data, path)
            _weigh(source.view.text)
        except RecursionError:
            raise InputError(f"{path}: is nested too deeply to be a document") from None
        except CrowdError as error:
            raise InputError(f"{path}: {error}") from None
        return source if whole else _told(source, FILES[suffix])
    if advice := way_out(suffix):
        raise InputError(f"{path}: {advice}")
    decoded = decode(data, path)
    source = read_text(decoded.text, suffix, path, whole=whole, labelled=labelled)
    return replace(source, warnings=decoded.warnings + source.warnings)


def read_text(text: str, suffix: str, path: str = "-", *, whole: bool = False, labelled: bool = False) -> Source:
    """Read a text as the format that `suffix` (".md") names."""
    name = FORMATS.get(suffix.lower(), PLAIN)
    way = ("read_whole" if whole else "read_labelled" if labelled else "read") if name in SETTING_ASIDE else "read"
    try:
        _weigh(text)
        source = cast(TextReader, _reader(name, way))(text, path)
    except CrowdError as error:
        raise InputError(f"{path}: {error}") from None
    if whole:
        return source
    source = _told(source, name)
    if name not in TOLD:
        return source
    from factcheck.readers.spoken.turns import heard

    return heard(source)


def _weigh(text: str) -> None:
    """Raises CrowdError for a text of more lines, words and signs than fit into memory; only a long one is counted."""
    if text.count("\n") > MOST_LINES:
        raise CrowdError(MOST_LINES, "lines")
    if len(text) > MOST_WORDS and next(islice(TOKEN.finditer(text), MOST_WORDS, None), None):
        raise CrowdError(MOST_WORDS, "words and signs")


def _told(source: Source, name: str) -> Source:
    """What a source says itself, without its bibliography. Raises InputError where it is not in English."""
    if name != "html" and not name.startswith("sheets."):
        refuse_foreign(source)
    return set_aside(source)


def is_read(suffix: str) -> bool:
    """Whether files with this suffix are read as something more than plain text, or are plain text by name."""
    return suffix.lower() in FILES or suffix.lower() in FORMATS or suffix.lower() in PLAIN_SUFFIXES


def _reader(name: str, way: str = "read") -> Callable[..., Source]:
    # Imported by name: a run over plain text should not pay for the HTML parser, nor any format for another.
    return cast(Callable[..., Source], getattr(import_module(f"{__name__}.{name}"), way))
