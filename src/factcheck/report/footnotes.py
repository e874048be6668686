"""Adds to a draft a mark behind each supported figure and quotation, and the list of sources the marks lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Evidence, Finding, Kind, Verdict
from factcheck.report.notations import Cited, Notation


def cited(text: str, findings: Iterable[Finding], notation: Notation) -> tuple[str, int]:
    """The draft with marks and entries, and the number of sources that are cited. What is cited already stays as it
    is, so that a second run changes nothing; the text of a footnote gets no mark."""
    entries = list(notation.entries.finditer(text))
    known = {entry["source"]: int(taken[1]) for entry in entries if (taken := notation.taken.search(entry[0]))}
    free = max((int(number) for number in notation.taken.findall(text)), default=0)
    numbers: dict[str, int] = {}
    documents: set[str] = set()
    inserted: list[tuple[int, str]] = []
    for finding, one in supported(findings):
        end = notation.end(text, finding)
        if end is None or any(entry.start() <= end <= entry.end() for entry in entries):
            continue
        if inserted and end < inserted[-1][0]:
            continue
        documents.add(one.document.id)
        if notation.is_cited(text, end, one):
            continue
        source = notation.source(one)
        number = known.get(source) or numbers.setdefault(source, free + 1 + len(numbers))
        inserted.append((end, notation.mark(number, one)))
    return _with(text, inserted, numbers, notation), len(documents)


def _with(text: str, marks: list[tuple[int, str]], numbers: dict[str, int], notation: Notation) -> str:
    """The text with marks, and a list of the sources that are new; its line ends are the text's."""
    added = list(marks)
    if new := "".join(notation.entry(number, source) for source, number in numbers.items() if source):
        place, entries = notation.listed(text, new)
        added.append((place, entries.replace("\n", "\r\n") if "\r\n" in text else entries))
    parts, at = [], 0
    for end, words in sorted(added, key=lambda each: each[0]):
        parts += [text[at:end], words]
        at = end
    return "".join([*parts, text[at:]])


def supported(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Cited]]:
    """Each supported finding with the source of its best agreeing evidence; in one sentence a source is named once,
    behind the last of its figures. Nothing is put into a quotation: its words are another's."""
    ordered = sorted(findings, key=lambda finding: finding.claim.span.end)
    quoted = [finding.claim.span for finding in ordered if finding.claim.kind is Kind.QUOTE]
    found = [
        (finding, next(_cited(evidence) for evidence in finding.evidence if evidence.agrees))
        for finding in ordered
        if finding.verdict is Verdict.SUPPORTED
        and not finding.rule
        and any(evidence.agrees for evidence in finding.evidence)
        and not any(span.covers(finding.claim.span) and span != finding.claim.span for span in quoted)
    ]
    last = {(finding.claim.sentence, source): finding for finding, source in found}
    return (pair for pair in found if last[pair[0].claim.sentence, pair[1]] is pair[0])


def _cited(evidence: Evidence) -> Cited:
    return Cited(evidence.document, "" if evidence.claim.place.line else evidence.claim.place.words())
