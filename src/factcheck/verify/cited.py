"""Checks what a draft cites: that each key names a document of the library, and that the document holds the figure.

Read are Pandoc's keys (`[@report-2020; @letter, p. 3]`), Markdown footnotes whose text names a document by key, title
or address, and links to a document's address. A citation speaks for the figures before it in its sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from factcheck.compare import compare
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple, replace
from factcheck.model import Claim, Document, Finding, Kind, Source, Verdict
from factcheck.rules import codes
from factcheck.store.protocol import Library, StoredClaim
from factcheck.text import Lines, Span, lines_of
from factcheck.text.wording import alias, title
from factcheck.values import NO_VALUE

MARKUP = (".html", ".htm", ".xhtml")

# "[@key]", "[-@key, p. 3]", "[@{a key}; @other]": what Pandoc takes for citations, where the first key opens it.
KEYS = re.compile(r"\[-?@[^\[\]\n]+\]")
KEY = re.compile(r"(?<![\w.])@(?:\{([^{}\n]+)\}|([\w][\w:.#/-]*))")
# "[^1]", but not where it opens the footnote itself.
MARK = re.compile(r"\[\^([^\[\]\s]+)\](?!:)")
# "[^1]: Press, “Title”, 2020." to the end of its paragraph.
FOOTNOTE = re.compile(r"^\[\^([^\[\]\s]+)\]:[ \t]*(.*(?:\n(?!\[\^)[ \t]*\S.*)*)", re.MULTILINE)
# The target of a link: "](https://…)".
LINK = re.compile(r"\]\((https?://[^\s)\]]+)\)")
# The end of a sentence or paragraph.
END = re.compile(r"[.!?…][\"”’»)\]]*\s+|\n\s*\n")
# A sentence is looked for so far back at the most, and a title shorter than this names nothing.
REACH = 1500
SHORTEST_TITLE = 12


class Cited(NamedTuple):
    """A citation: its place, the words it speaks for, and the numbers of the documents it names."""

    span: Span
    speaks_for: Span
    documents: frozenset[int]
    unknown: str = ""


def check(source: Source, findings: Sequence[Finding], library: Library) -> list[Finding]:
    """The findings, with a rule on those that the cited document does not hold, and one for each unknown key."""
    cited = list(_cited(source, library)) if not source.path.lower().endswith(MARKUP) else []
    if not cited:
        return list(findings)
    named = [_named(finding, cited) for finding in findings]
    every = frozenset[int]().union(*named)
    documents = library.documents(every) if every else {}
    agreeing = [{one.document.id for one in finding.evidence if one.agrees} for finding in findings]
    lacking = [
        numbers if agreed.isdisjoint(documents[number].id for number in numbers) else frozenset[int]()
        for agreed, numbers in zip(agreeing, named, strict=True)
    ]
    claims = _claims_of(frozenset[int]().union(*lacking), library)
    checked = [
        _without_fact(finding, [documents[number] for number in sorted(numbers)])
        if numbers and not any(_holds(claims[number], finding.claim) for number in numbers)
        else finding
        for finding, numbers in zip(findings, lacking, strict=True)
    ]
    lines = lines_of(source.text)
    return checked + [_unknown(citation, source, lines) for citation in cited if citation.unknown]


def _named(finding: Finding, cited: Sequence[Cited]) -> frozenset[int]:
    """The documents that a draft names for a supported figure, where all that it names are known."""
    if finding.verdict is not Verdict.SUPPORTED or finding.rule or finding.claim.kind is Kind.QUOTE:
        return frozenset()
    mine = [citation for citation in cited if citation.speaks_for.covers(finding.claim.span)]
    if any(citation.unknown for citation in mine):
        return frozenset()
    return frozenset[int]().union(*(citation.documents for citation in mine))


def _without_fact(finding: Finding, documents: Sequence[Document]) -> Finding:
    """A finding whose figure is in none of the documents that are named for it."""
    agreeing = [evidence for evidence in finding.evidence if evidence.agrees]
    names = " or ".join(map(title, documents))
    other = f"; {title(agreeing[0].document)} does" if agreeing else ""
    return replace(finding, rule=codes.CITATION_WITHOUT_FACT, message=f"the cited {names} does not say it{other}")


def _claims_of(documents: Collection[int], library: Library) -> Mapping[int, Sequence[StoredClaim]]:
    passages = library.passages_of(documents) if documents else {}
    stored = library.claims(one.id for own in passages.values() for one in own) if passages else {}
    return {n: [claim for one in own for claim in stored.get(one.id, ())] for n, own in passages.items()}


def _holds(claims: Iterable[StoredClaim], claim: Claim) -> bool:
    """Whether a document has any figure that agrees: in doubt, it may be the one that was cited."""
    return any(
        compare(claim.value, one.claim.value).agrees for one in claims if one.claim.value.sort is claim.value.sort
    )


def _unknown(citation: Cited, source: Source, lines: Lines) -> Finding:
    place = lines.position(citation.span.start)
    claim = Claim("", Kind.REFERENCE, "", source.path, citation.span, *place, citation.unknown, NO_VALUE)
    message = f"no document of the library has the key {citation.unknown}"
    return Finding(claim, Verdict.UNVERIFIED, codes.UNKNOWN_CITATION, message)


def _cited(source: Source, library: Library) -> Iterator[Cited]:
    text = source.text
    footnotes = {match[1]: match[2] for match in FOOTNOTE.finditer(text)}
    keys, marks, links = KEYS.findall(text), MARK.findall(text), LINK.findall(text)
    if not (keys or (footnotes and marks) or links):
        return
    catalogue = _Catalogue(library.documents())
    for bracket in KEYS.finditer(text):
        for key in KEY.finditer(text, *bracket.span()):
            span, name = Span(*key.span(key.lastindex or 0)), key[key.lastindex or 0]
            found = catalogue.by_key(name.rstrip(".:/-"))
            yield Cited(span, _before(text, bracket.start()), found, "" if found else name)
    for mark in MARK.finditer(text):
        found = catalogue.named_in(footnotes.get(mark[1], ""))
        yield Cited(Span(*mark.span()), _before(text, mark.start()), found)
    for link in LINK.finditer(text):
        yield Cited(Span(*link.span(1)), _before(text, link.end()), catalogue.by_url(link[1]))


def _before(text: str, at: int) -> Span:
    """The sentence that stands before an offset, its own full stop included."""
    start = max(0, at - REACH)
    words = len(text[start:at].rstrip(' \t.!?…"”’»)]')) + start
    ends = [end.end() for end in END.finditer(text, start, at) if end.end() <= words]
    return Span(ends[-1] if ends else start, at)


class _Catalogue:
    """Finds documents by what a citation calls them."""

    def __init__(self, documents: Mapping[int, Document]) -> None:
        self._keys: dict[str, set[int]] = defaultdict(set)
        self._urls: dict[str, set[int]] = defaultdict(set)
        self._titles: dict[str, set[int]] = defaultdict(set)
        for number, document in documents.items():
            for key in {document.id, alias(document.id)}:
                self._keys[_folded(key)].add(number)
            if document.url:
                self._urls[document.url.rstrip("/")].add(number)
            if len(document.title) >= SHORTEST_TITLE:
                self._titles[_folded(document.title)].add(number)

    def by_key(self, key: str) -> frozenset[int]:
        return frozenset(self._keys.get(_folded(key), ()))

    def by_url(self, url: str) -> frozenset[int]:
        return frozenset(self._urls.get(url.rstrip("/"), ()))

    def named_in(self, footnote: str) -> frozenset[int]:
        """The documents that a footnote names by key, address or title."""
        folded = _folded(footnote)
        keys = ("".join(key) for key in KEY.findall(footnote))
        found = {number for key in keys for number in self.by_key(key.rstrip(".:/-"))}
        found |= {number for url, numbers in self._urls.items() if url in footnote for number in numbers}
        return frozenset(found | {n for name, numbers in self._titles.items() if name in folded for n in numbers})


def _folded(text: str) -> str:
    """Words by which keys and titles are compared: letters and digits, as `export --format bibtex` writes keys."""
    return "-".join(re.findall(r"\w+", text.casefold()))
