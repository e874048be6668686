"""Takes over what a Zotero library states of sources: CSL-JSON, or the JSON of Better BibTeX, into `sources.toml`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Document
from factcheck.text.wording import address
from factcheck.values.date import date

# Where the two forms have what we call the publisher, the nearest to the text first.
PUBLISHERS = (
    "container-title", "publicationTitle", "websiteTitle", "blogTitle", "institution", "publisher", "network", "studio",
)  # fmt: skip
WRITERS = frozenset({"author", "reporter", "contributor", "podcaster", "interviewee"})
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")
# A shorter title names no document.
SHORTEST_TITLE = 12


class Item(NamedTuple):
    """An entry of the library; facts: as a note of `sources.toml` states them; files: the names of its attachments."""

    facts: Mapping[str, str]
    files: tuple[str, ...]


class Taken(NamedTuple):
    """A document and what an entry states of it."""

    document: Document
    facts: Mapping[str, str]


def items(data: bytes, path: str) -> list[Item]:
    """The entries of an exported file. Raises InputError."""
    try:
        read = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise InputError(f"{path}: is no JSON; export as CSL JSON or Better BibTeX JSON") from None
    entries = read.get("items") if isinstance(read, dict) else read
    if not isinstance(entries, list):
        raise InputError(f"{path}: has no list of items; export as CSL JSON or Better BibTeX JSON")
    return [_item(entry) for entry in entries if isinstance(entry, dict)]


def matched(found: Iterable[Item], documents: Sequence[Document]) -> Iterator[Taken]:
    """The documents that entries are about: by the file attached, by address, else by title; each clearly, or not."""
    by_file = _only((PurePosixPath(document.path).name.casefold(), document) for document in documents)
    by_url = _only((document.url.rstrip("/"), document) for document in documents)
    by_title = _only((_folded(document.title), document) for document in documents)
    for item in found:
        files = [by_file[name] for name in item.files if name in by_file]
        url, title = item.facts.get("url", "").rstrip("/"), _folded(item.facts.get("title", ""))
        candidates = files or [by_url[url]] if files or url in by_url else []
        if not candidates and len(title) >= SHORTEST_TITLE and title in by_title:
            candidates = [by_title[title]]
        if len({document.id for document in candidates}) == 1:
            yield Taken(candidates[0], item.facts)


def _only(pairs: Iterable[tuple[str, Document]]) -> dict[str, Document]:
    """What one document alone has."""
    found: dict[str, list[Document]] = {}
    for key, document in pairs:
        if key:
            found.setdefault(key, []).append(document)
    return {key: documents[0] for key, documents in found.items() if len(documents) == 1}


def _folded(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _item(entry: Mapping[str, Any]) -> Item:
    facts = {
        "id": _text(entry.get("citationKey") or entry.get("citation-key") or entry.get("citekey") or _own_id(entry)),
        "title": _text(entry.get("title")),
        "author": _authors(entry),
        "publisher": next((text for name in PUBLISHERS if (text := _text(entry.get(name)))), ""),
        "published": _published(entry),
        "url": address(_text(entry.get("URL") or entry.get("url"))),
    }
    attached = entry.get("attachments")
    names = [_text(one.get("path")) for one in attached if isinstance(one, dict)] if isinstance(attached, list) else []
    return Item({key: value for key, value in facts.items() if value}, tuple(map(_name, filter(None, names))))


def _own_id(entry: Mapping[str, Any]) -> str:
    """The id of a CSL item, where it is a key that somebody chose and no address or number of Zotero's."""
    identifier = _text(entry.get("id"))
    return "" if "/" in identifier or identifier.isdigit() else identifier


def _name(path: str) -> str:
    pure: PurePath = PureWindowsPath(path) if "\\" in path else PurePosixPath(path)
    return pure.name.casefold()


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _authors(entry: Mapping[str, Any]) -> str:
    people = entry.get("author") or entry.get("creators") or []
    names = [_person(one) for one in people if isinstance(one, dict)] if isinstance(people, list) else []
    named = list(filter(None, names))
    return " and ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))


def _person(one: Mapping[str, Any]) -> str:
    if one.get("creatorType", "author") not in WRITERS:
        return ""
    whole = _text(one.get("literal") or one.get("name"))
    parts = (one.get("given") or one.get("firstName"), one.get("non-dropping-particle"),
             one.get("family") or one.get("lastName"))  # fmt: skip
    return whole or " ".join(filter(None, map(_text, parts)))


def _published(entry: Mapping[str, Any]) -> str:
    """The date as EDTF; of words, the year."""
    issued = entry.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    if isinstance(parts, list) and parts:
        return _sound("/".join(_point(part) for part in parts[:2] if isinstance(part, list)))
    words = _text(entry.get("date"))
    if DAY.fullmatch(words):
        return _sound(words)
    year = YEAR.search(words)
    return year[0] if year else ""


def _point(part: Sequence[object]) -> str:
    numbers = [int(number) for number in map(str, part[:3]) if number.isdigit()]
    return "-".join(f"{number:0{4 if place == 0 else 2}}" for place, number in enumerate(numbers))


def _sound(text: str) -> str:
    try:
        return date(text).text
    except ValueError:
        return ""
