"""What an editor states about his sources in `sources.toml`, because no text of theirs does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """What is stated of one document, or of every document of the files that `file` matches."""

    file: str
    line: int
    article: int = 0
    begins: str = ""
    id: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one `sources.toml`."""

    path: str
    notes: tuple[Note, ...]
