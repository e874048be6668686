"""Makes a curated claim of a claim that was read in a source, ready to be written into a claims file."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.claims import write
from factcheck.claims.curation import Selector, Status
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Kind
from factcheck.text.places import NO_PLACE, Place

NOT_IN_ID = re.compile(r"[^a-z0-9]+")
CONTEXT = 32
# What stands as the subject of a claim until somebody says whom it is about.
NOBODY = "?"
LONGEST_ID = 60


class Passage(NamedTuple):
    """The words of a document that a claim stands in, the document's whole text, and where a reader finds them."""

    document: str
    words: str
    text: str
    place: Place = NO_PLACE


def propose(claim: Claim, passage: Passage | None, taken: Collection[str], given: dict[str, str]) -> tuple[str, str]:
    """An id that is not taken, and the text of the claim's tables. `given`: keys that the checker states otherwise."""
    row: dict[str, write.Plain] = {
        "id": "",
        "kind": claim.kind.value,
        "subject": claim.subject or claim.speaker or NOBODY,
        "measure": claim.measure,
        "scope": claim.scope,
        "value": claim.text if claim.kind is Kind.QUOTE else claim.value.text,
        "unit": claim.unit,
        "speaker": claim.speaker,
        "status": Status.PROPOSED.value,
    }
    row |= {key: value for key, value in given.items() if value}
    row["id"] = row["id"] or _free_id(row, taken)
    sources = [_source(passage)] if passage else []
    return str(row["id"]), write.claim(row, sources)


def _free_id(row: dict[str, write.Plain], taken: Collection[str]) -> str:
    """What the claim is about, in small letters; with a number where another claim has that id."""
    words = " ".join(str(row[key]) for key in ("subject", "measure", "scope") if row[key])
    stem = NOT_IN_ID.sub("-", words.lower()).strip("-")[:LONGEST_ID].strip("-") or str(row["kind"])
    number = 1
    while (name := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return name


def _source(passage: Passage) -> dict[str, write.Plain]:
    selector = select(passage.words, passage.text)
    return {"document": passage.document, **selector._asdict(), **_stated(passage.place)}


def _stated(place: Place) -> dict[str, str]:
    """A place under the keys of a source; a paragraph or a line has none, the words find it."""
    page = place.label or (str(place.page) if place.page else "")
    inside = place._replace(page=0, label="", time="")
    cell = inside.words() if place.sheet or place.table or place.column else ""
    return {"page": page, "timecode": place.time.partition(".")[0], "cell": cell}


def select(words: str, text: str) -> Selector:
    """The selector of some words of a text: with what stands around them only where they stand more than once."""
    at = text.find(words)
    if at < 0 or text.find(words, at + 1) < 0:
        return Selector(words)
    return Selector(words, text[max(0, at - CONTEXT) : at], text[at + len(words) : at + len(words) + CONTEXT])
