"""Adds to a draft a mark behind each supported figure and quotation, and the list of sources the marks lead to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck.model import Document, Evidence, Finding, Kind, Verdict
from factcheck.report.visible import visible_line
from factcheck.text.wording import citation

# The closing quotation mark, with a comma or full stop before or behind it, that a quotation's own mark stands after.
CLOSING = re.compile(r"[.,!?…]?[\"”’»]?")
# A blank line at the end of a draft.
BLANK = re.compile(r"\n\r?\n\Z")
# Numbers that footnotes of the draft already have.
TAKEN = re.compile(r"\[\^?(\d{1,4})\]")
# An entry of a list of sources or the text of a footnote, with the indented lines that go on with it.
ENTRY = re.compile(
    r"^\[(?:\^[^\]\s]{1,40}\]:|(?=\d{1,4}\] )\d{1,4}\])[ \t]*(?P<source>[^\r\n]*)(?:\r?\n[ \t]+[^\r\n]+)*", re.MULTILINE
)

# What Markdown reads as markup: its own signs, HTML, a list at the start, and what it makes a link of by itself.
MARKUP = re.compile(
    r"[\\`*_{}\[\]|~$^#<>&@]|^[-+](?= )|(?<=^\d)[.)]|(?<=\])\(|(?<=[A-Za-z]):(?=\S)|(?<=\bwww)\.", re.IGNORECASE
)
ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;", ":": "&#58;"}


class Notation(NamedTuple):
    """How a mark and its entry are written; each holds `{number}`, the entry also `{source}`.

    escape: what the words of a source become, so that none of them is taken for markup
    """

    mark: str
    entry: str
    heading: str
    escape: Callable[[str], str]


class Cited(NamedTuple):
    """A document, and the page, cell or time in it where its format has one."""

    document: Document
    place: str


def _markdown(words: str) -> str:
    return MARKUP.sub(lambda char: ENTITIES.get(char[0], f"\\{char[0]}"), visible_line(words))


MARKDOWN = Notation("[^{number}]", "[^{number}]: {source}", "", _markdown)
PLAIN = Notation(" [{number}]", "[{number}] {source}", "Sources\n\n", visible_line)


def cited(text: str, findings: Iterable[Finding], notation: Notation) -> tuple[str, int]:
    """The draft with marks and entries, and the number of sources that are cited. What is cited already stays as it
    is, so that a second run changes nothing; the text of a footnote gets no mark."""
    entries = list(ENTRY.finditer(text))
    known = {entry["source"]: int(taken[1]) for entry in entries if (taken := TAKEN.match(entry[0]))}
    free = max((int(number) for number in TAKEN.findall(text)), default=0)
    numbers: dict[str, int] = {}
    documents: set[str] = set()
    parts, at = [], 0
    for finding, (document, place) in _supported(findings):
        end = _end(text, finding)
        if end < at or any(entry.start() <= end <= entry.end() for entry in entries):
            continue
        source = citation(document, place, notation.escape)
        number = known.get(source) or numbers.setdefault(source, free + 1 + len(numbers))
        documents.add(document.id)
        mark = notation.mark.format(number=number)
        if not text.startswith(mark, end):
            parts += [text[at:end], mark]
            at = end
    return "".join([*parts, text[at:], _list(text, numbers, notation)]), len(documents)


def _list(text: str, numbers: Mapping[str, int], notation: Notation) -> str:
    """The entries of new sources, set off from the draft; "" where there are none."""
    if not numbers:
        return ""
    entries = [notation.entry.format(number=number, source=source) for source, number in numbers.items()]
    separator = "" if BLANK.search(text) else "\n" if text.endswith("\n") else "\n\n"
    heading = "" if notation.heading and notation.heading.strip() in text.splitlines() else notation.heading
    added = "".join([separator, heading, "\n".join(entries), "\n"])
    return added.replace("\n", "\r\n") if "\r\n" in text else added


def _supported(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Cited]]:
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


def _end(text: str, finding: Finding) -> int:
    end = finding.claim.span.end
    if finding.claim.kind is Kind.QUOTE:
        closing = CLOSING.match(text, end)
        return closing.end() if closing else end
    return end
