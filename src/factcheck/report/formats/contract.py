"""Claims and findings as the plain records of the public contract, for every output that machines read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from factcheck.model import Claim, Document, Evidence, Finding, Frame, Kind, Term
from factcheck.report.fingerprint import fingerprint
from factcheck.report.settled import Check
from factcheck.rules import RULES
from factcheck.rules.online import page
from factcheck.text import Lines
from factcheck.text.places import NO_PLACE
from factcheck.values import Sort, Value
from factcheck.values.date import iso
from factcheck.values.number import plain

if TYPE_CHECKING:
    from factcheck.lookup.known import Answer

# The version of the records: it changes when a member is renamed or taken away, which no release has done.
VERSION = 1
# A record of the contract: what `json.dumps` takes.
Record = dict[str, Any]


def bounds(value: Value) -> tuple[str | None, str | None]:
    """Lowest and highest value as text: a plain decimal, an ISO day for a date, days for a duration; None is open."""
    write = iso if value.sort is Sort.DATE else _plain
    return write(value.low), write(value.high)


def _plain(bound: Decimal | None) -> str | None:
    return None if bound is None else plain(bound)


def claim_record(claim: Claim) -> Record:
    """A claim as `extract` prints it. A quotation has no value and no bounds."""
    low, high = bounds(claim.value)
    return {
        "path": claim.path,
        "document": claim.document,
        "kind": claim.kind.value,
        "text": claim.text,
        "start": claim.span.start,
        "end": claim.span.end,
        "line": claim.line,
        "column": claim.column,
        "value": claim.value.text,
        "low": low,
        "high": high,
        "unit": claim.unit,
        "subject": claim.subject,
        "measure": claim.measure,
        "scope": claim.scope,
        **frame_record(claim.frame),
        "speaker": claim.speaker or None,
        **({"speaker_words": claim.speaker_words or None} if claim.kind is Kind.QUOTE else {}),
        "sentence": claim.sentence,
        **end_record(claim),
        "id": claim.id,
        **place_record(claim),
        **({"role": "aside"} if claim.aside else {}),
    }


def end_record(claim: Claim) -> Record:
    """The line and column behind the last character of a claim, which may run over several lines."""
    last = Lines(claim.text).position(len(claim.text))
    column = last.column + (claim.column - 1 if last.line == 1 else 0)
    return {"end_line": claim.line + last.line - 1, "end_column": column}


# The fields of the contract that are qualifiers of a frame; `measure` is a field of the claim already.
QUALIFIERS = {"owner": "owner", "measure": "measure", "time": "time", "place_name": "place", "direction": "direction"}


def frame_record(frame: Frame) -> Record:
    """What a figure is about, None where it is unknown, and under `from` where each qualifier was read."""
    known = {name: getattr(frame, field) for name, field in QUALIFIERS.items()}
    return {
        **{name: qualifier and qualifier.value for name, qualifier in known.items() if name != "measure"},
        "time_role": frame.time_role or None,
        "part": frame.part or None,
        "per": frame.per or None,
        "from": {name: qualifier.origin.value for name, qualifier in known.items() if qualifier},
    }


def place_record(claim: Claim) -> Record:
    """Where in a file that is no plain text a claim stands, and the heads of its cell; nothing for other claims."""
    if claim.place == NO_PLACE:
        return {}
    heads = {"row": claim.row_head, "column": claim.column_head} if claim.row_head or claim.column_head else {}
    return {"place": claim.place.record(), "place_text": claim.place.words(), **heads}


def library_record(claim: Claim, document: Document) -> Record:
    """A claim of the library with the document it stands in, as `lookup` and `conflicts` print it."""
    return claim_record(claim) | {
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "published": document.published,
        "url": document.url,
    }


def answer_record(answer: Answer, why: bool = False) -> Record:
    """An answer of `lookup`: a claim with how well it answers, and what is known of it."""
    hit, curated, caught = answer
    record = library_record(hit.claim.claim, hit.document) | {
        "score": hit.score,
        "conflicts": list(caught),
        "curated": {"id": curated.id, "status": curated.status.value} if curated else None,
        "also": [other.claim.id for other in hit.others],
    }
    return record | {"why": list(map(_term_record, hit.why))} if why else record


def _term_record(term: Term) -> Record:
    return {"name": term.name, "detail": term.detail, "weight": term.weight}


def document_record(document: Document) -> Record:
    """A document as the contract writes it."""
    return {
        "id": document.id,
        "path": document.path,
        "start": document.origin.start,
        "end": document.origin.end,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "published": document.published,
        "published_basis": document.published_basis,
        "url": document.url,
    }


def evidence_record(evidence: Evidence) -> Record:
    """The side of a source in a finding."""
    claim, document = evidence.claim, evidence.document
    return {
        "claim": claim.id,
        "path": claim.path,
        "document": claim.document,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "line": claim.line,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "value": claim.value.text,
        "speaker": claim.speaker or None,
        "passage": claim.sentence,
        "agrees": evidence.agrees,
        "score": round(evidence.score, 4),
        **place_record(claim),
    }


def finding_record(finding: Finding, check: Check | None = None) -> Record:
    """A finding as `verify` and `compare` print it; `why` is there where terms were weighed, and
    `check` where the desk has noted something."""
    claim = finding.claim
    record = {
        "path": claim.path,
        "line": claim.line,
        "column": claim.column,
        **end_record(claim),
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "kind": claim.kind.value,
        "value": claim.value.text,
        "verdict": finding.verdict.value,
        "grade": finding.grade or None,
        "rule": finding.rule or None,
        "message": finding.message,
        "suggestion": finding.suggestion or None,
        "fingerprint": fingerprint(finding),
        "help": page(RULES[finding.rule]) if finding.rule else None,
        "evidence": [evidence_record(evidence) for evidence in finding.evidence],
        **place_record(claim),
    }
    if finding.why:
        record["why"] = list(map(_term_record, finding.why))
    if check:
        record["check"] = {"status": check.status, "owner": check.owner or None, "note": check.note or None}
    return record
