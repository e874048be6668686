"""The names of a draft as rows of the sheet: each person and body once, and where a source writes it so."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice

from factcheck.desk.sheet import Row
from factcheck.model import Kind, Source, Verdict
from factcheck.names import Naming, Sort, find
from factcheck.report.settled import Check
from factcheck.store.protocol import Library, StoredPassage
from factcheck.text import lines_of
from factcheck.text.stem import stem
from factcheck.text.tokens import tokenise
from factcheck.text.wording import address, clipped, imprint, title

# Passages that are read in search of one name.
MOST_PASSAGES = 200
LONGEST_SENTENCE = 300


def named(source: Source, library: Library) -> Iterator[Row]:
    """A row for each name, at its first place, with the first passage of the library that writes it the same."""
    seen: set[str] = set()
    for naming in find(tokenise(source.view.text)).namings:
        if naming.sort in (Sort.PERSON, Sort.BODY) and naming.name not in seen:
            seen.add(naming.name)
            yield _row(source, naming, _passage(naming.name, library), library)


def _row(source: Source, naming: Naming, passage: StoredPassage | None, library: Library) -> Row:
    offset = source.view.origin(naming.span).start
    place = source.place(offset)
    at = f"line {lines_of(source.text).position(offset).line}" if place.has_lines else place.words()
    key = blake2b(f"name\0{naming.name}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    check = Check(key, naming.name, _around(source, naming))
    if passage is None:
        return Row(
            check, Kind.NAME.value, Verdict.UNVERIFIED.value, "no source writes it so", "", "", "", "", at, offset
        )
    document = library.documents([passage.document])[passage.document]
    about = ", ".join(filter(None, (title(document), imprint(document))))
    where = f"{document.path}, {passage.place.words() or f'line {passage.line}'}"
    return Row(check, Kind.NAME.value, Verdict.SUPPORTED.value, "a source writes it so", about, passage.text, where,
               address(document.url), at, offset)  # fmt: skip


def _passage(name: str, library: Library) -> StoredPassage | None:
    """The first passage that has a name as it is written."""
    stems = {stem(word) for word in tokenise(name).words if any(map(str.isalpha, word))} - {""}
    postings = library.postings(stems)
    if not stems or len(postings) < len(stems):
        return None
    common = sorted(set.intersection(*map(set, postings.values())))
    found = library.passages(islice(common, MOST_PASSAGES))
    return next((passage for _, passage in sorted(found.items()) if name in passage.text), None)


def _around(source: Source, naming: Naming) -> str:
    """The paragraph that a name first stands in."""
    block = next((block for block in source.blocks if block.span.overlaps(naming.span)), None)
    span = block.span if block else naming.span
    return clipped(source.view.text[span.start : span.end], LONGEST_SENTENCE)
