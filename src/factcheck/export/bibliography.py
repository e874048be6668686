"""The documents of a library as bibliographies: CSL-JSON for Zotero and Pandoc, BibTeX for LaTeX."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.claims import CuratedClaim
from factcheck.lean import regex as re
from factcheck.model import Document
from factcheck.report.json_text import dumps
from factcheck.report.visible import visible
from factcheck.text.wording import address

# What BibTeX and LaTeX read as commands.
SPECIAL = re.compile(r"[\\{}$&%#_^~]")
ESCAPES = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}
NOT_IN_KEY = re.compile(r"[^A-Za-z0-9:-]+")
POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


# The places that checked claims rest on, by the id of the document.
Places = Mapping[str, Sequence[str]]


def places(claims: Iterable[CuratedClaim]) -> Places:
    """Where in the documents curated claims stand, each place once, in the order of the claims.

    A bibliography has no other field for a place: a locator belongs to a citation, not to the item that is cited.
    """
    found: dict[str, dict[str, None]] = {}
    for claim in claims:
        for citation in claim.citations:
            if citation.place:
                found.setdefault(citation.document, {})[citation.place] = None
    return {document: tuple(stated) for document, stated in found.items()}


def csl_json(documents: Iterable[Document], cited: Places) -> str:
    """A list of items after the CSL-JSON schema 1.0.2; `cited` is their note."""
    return dumps([_item(document, _note(document, cited)) for document in documents], indent=2) + "\n"


def _note(document: Document, cited: Places) -> str:
    return "; ".join(cited.get(document.id, ()))


def _item(document: Document, note: str) -> dict[str, Any]:
    item: dict[str, Any] = {"id": document.id, "type": "article-newspaper", "title": document.title or document.path}
    if document.publisher:
        item["container-title"] = document.publisher
    if document.author:
        item["author"] = [{"literal": document.author}]
    dates = [_date_parts(point) for point in document.published.split("/") if POINT.match(point)]
    if dates:
        item["issued"] = {"date-parts": dates} | ({"circa": True} if _inferred(document) else {})
    return item | {name: value for name, value in (("URL", address(document.url)), ("note", note)) if value}


def _inferred(document: Document) -> bool:
    """Whether the date of a document was worked out, as its basis tells."""
    return bool(document.published_basis) and not document.published_basis.startswith("stated ")


def _date_parts(point: str) -> list[int]:
    match = POINT.match(point)
    assert match
    return [int(part) for part in match.groups() if part]


def bibtex(documents: Iterable[Document], cited: Places) -> str:
    """One entry a document, under a key made of its id; `cited` is its note."""
    seen: Counter[str] = Counter()
    return "\n".join(_entry(document, _note(document, cited), seen) for document in documents)


def _entry(document: Document, note: str, seen: Counter[str]) -> str:
    stem = NOT_IN_KEY.sub("-", document.id).strip("-") or "document"
    seen[stem] += 1
    key = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(document, note))
    return f"@misc{{{key},\n{fields}}}\n"


def _fields(document: Document, note: str) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_tex(document.title or document.path)}}}"
    if document.author:
        yield "author", f"{{{_tex(document.author)}}}"
    if document.publisher:
        yield "howpublished", _tex(document.publisher)
    year = POINT.match(document.published)
    if year:
        yield "year", year[1]
    if document.published:
        # biblatex reads EDTF as it stands.
        yield "date", document.published
    if address(document.url):
        yield "url", address(document.url).replace("}", "%7D").replace("{", "%7B")
    if note:
        yield "note", _tex(note)


def _tex(text: str) -> str:
    return SPECIAL.sub(lambda match: ESCAPES.get(match[0], f"\\{match[0]}"), visible(" ".join(text.split())))
